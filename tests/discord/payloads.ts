import fc from 'fast-check';

/** What Discord sends with an interaction of each kind, in its shape; ids of people and messages are made up. */
function interactions(guild: string, application: string): object[] {
  const user = { id: '7', username: 'ana', global_name: 'Ana', discriminator: '0', avatar: null };
  const envelope = {
    application_id: application,
    token: 'a-token',
    version: 1,
    locale: 'en-US',
    guild_locale: 'de',
    guild_id: guild,
    channel_id: '5',
    channel: { id: '5', type: 11, parent_id: '6', name: 'reading' },
    member: { user, nick: null, roles: ['12'], permissions: '32', joined_at: '2026-01-01T00:00:00Z' },
    authorizing_integration_owners: { 0: guild },
    entitlements: [],
  };
  const message = {
    id: '9',
    channel_id: '5',
    author: user,
    content: 'CELAC was founded in 2010.',
    type: 0,
    flags: 0,
    components: [],
    embeds: [{ title: 'A page', description: 'Of text', fields: [{ name: 'a', value: 'b' }] }],
    attachments: [],
    interaction_metadata: { id: '10', type: 2, user },
  };
  const onMessage = (name: string, more: object) => ({
    ...envelope,
    type: 2,
    data: { id: '8', type: 3, name, target_id: '9', resolved: { messages: { 9: { ...message, ...more } } } },
  });
  const command = (name: string, options: object[], more = {}) => ({
    ...envelope,
    type: 2,
    data: { id: '8', type: 1, name, options, ...more },
  });
  const text = (name: string, value: string, more = {}) => ({ name, type: 3, value, ...more });
  const file = {
    id: '9',
    filename: 'a.txt',
    url: 'https://cdn.discordapp.com/a.txt',
    size: 5,
    content_type: 'text/plain',
  };
  const press = (customId: string, more = {}) => ({
    ...envelope,
    type: 3,
    message: { ...message, flags: 64, components: [{ type: 17, components: [{ type: 10, id: 1, content: 'Why?' }] }] },
    data: { custom_id: customId, component_type: 2, ...more },
  });
  const poll = { question: { text: 'Which year?' }, answers: [{ answer_id: 1, poll_media: { text: '2010' } }] };
  return [
    command('ask', [text('question', 'When was CELAC founded?')]),
    command('fact', [text('about', 'CELAC')]),
    command('cite', [text('source', 'stratfor-2014'), { name: 'paragraph', type: 4, value: 8 }]),
    command('library', [{ name: 'add', type: 1, options: [{ name: 'file', type: 11, value: '9' }] }], {
      resolved: { attachments: { 9: file } },
    }),
    command('settings', [{ name: 'channel', type: 7, value: '5' }], {
      resolved: { channels: { 5: { id: '5', type: 0, name: 'reading', permissions: '1' } } },
    }),
    { ...command('ask', [text('question', 'When', { focused: true })]), type: 4 },
    onMessage('Find sources', { poll }),
    onMessage('Find sources', {
      content: '',
      message_snapshots: [{ message: { content: 'CELAC was founded', embeds: [], attachments: [], type: 0 } }],
      message_reference: { type: 1, message_id: '3', channel_id: '5' },
    }),
    onMessage('Find sources', { sticker_items: [{ id: '1', name: 'wave', format_type: 1 }] }),
    onMessage('Add to my cards', {
      flags: 1 << 13,
      attachments: [{ id: '1', filename: 'voice.ogg', size: 1, waveform: 'AA==', duration_secs: 3.5 }],
    }),
    press('share'),
    press('page:1:abcdefgh.ijklmnop'),
    press('goto', { component_type: 3, values: ['abcdefgh'] }),
    {
      ...press('describe:a-work'),
      type: 5,
      data: {
        custom_id: 'describe:a-work',
        components: [{ type: 18, component: { type: 4, custom_id: 'work', value: 'A' } }],
      },
    },
  ];
}

/** Interactions as Discord sends them, each with one to three parts that are missing, of another type, or unknown. */
export function mutatedPayloads(guild: string, application: string): fc.Arbitrary<object> {
  const change = fc.record({
    at: fc.nat({ max: 9_999 }),
    how: fc.constantFrom('remove' as const, 'replace' as const, 'number' as const),
    value: fc.jsonValue({ maxDepth: 2 }),
    number: fc.integer({ min: -1, max: 99 }),
  });
  const changes = fc.array(change, { minLength: 1, maxLength: 3 });
  return fc.tuple(fc.constantFrom(...interactions(guild, application)), changes).map(([base, all]) => {
    const payload = structuredClone(base);
    for (const { at, how, value, number } of all) {
      const places = placesIn(payload);
      const place = places[at % places.length];
      if (place === undefined) continue;
      const [holder, key] = place;
      if (how === 'remove') delete holder[key];
      else holder[key] = how === 'number' ? number : value;
    }
    return payload;
  });
}

type Holder = Record<string, unknown>;

/** Everything that a value holds, however deep, by what holds it and under which key. */
function placesIn(value: object): [Holder, string][] {
  return Object.entries(value).flatMap(([key, inner]): [Holder, string][] => [
    [value as Holder, key],
    ...(typeof inner === 'object' && inner !== null ? placesIn(inner) : []),
  ]);
}
