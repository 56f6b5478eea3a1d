import { Routes } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answering, errorAt, refusal, type Setup, sandboxWithBot } from './bot.ts';

let setup: Setup;
beforeAll(async () => {
  // A refused answer leaves its interaction waiting: no test here waits for that to run out.
  setup = await sandboxWithBot({ ackTimeoutMs: 600_000 });
});
afterAll(() => setup.stop());

const V2 = 1 << 15;
const text = (content: string) => ({ type: 10, content });
const row = (...components: object[]) => ({ type: 1, components });
const button = (custom_id: string, more: object = {}) => ({ type: 2, style: 1, custom_id, label: 'Press', ...more });
const option = (value: string, more: object = {}) => ({ label: 'Option', value, ...more });
const select = (custom_id: string, more: object = {}) => ({ type: 3, custom_id, options: [option('a')], ...more });
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const v2 = (...components: object[]) => ({ flags: V2, components });
const buttonOf = (more: object) => v2(row({ type: 2, style: 1, ...more }));
const selectOf = (more: object) => v2(row(select('s', more)));

interface Rule {
  rule: string;
  passes: object;
  fails: object;
  /** Where the problem is reported, below `data`. */
  at: string;
  code: string;
}

const RULES: Rule[] = [
  {
    rule: 'no content beside Components V2',
    passes: v2(text('a')),
    fails: { ...v2(text('a')), content: 'b' },
    at: 'content',
    code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  },
  {
    rule: 'no embeds beside Components V2',
    passes: { embeds: [{ title: 'b' }] },
    fails: { ...v2(text('a')), embeds: [{ title: 'b' }] },
    at: 'embeds',
    code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  },
  {
    rule: 'no poll beside Components V2',
    passes: { poll: { question: { text: 'Why?' }, answers: [{ poll_media: { text: 'So' } }] } },
    fails: { ...v2(text('a')), poll: { question: { text: 'Why?' }, answers: [{ poll_media: { text: 'So' } }] } },
    at: 'poll',
    code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  },
  {
    rule: 'Components V2 need the flag',
    passes: v2(text('a')),
    fails: { components: [text('a')] },
    at: 'components.0.type',
    code: 'BASE_TYPE_CHOICES',
  },
  {
    rule: 'five rows without Components V2',
    passes: { components: times(5, (i) => row(button(`b${i}`))) },
    fails: { components: times(6, (i) => row(button(`b${i}`))) },
    at: 'components',
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    rule: '40 components, counting nested ones',
    passes: v2({ type: 17, components: times(39, () => text('a')) }),
    fails: v2({ type: 17, components: [...times(37, () => text('a')), row(button('b'), button('c'))] }),
    at: 'components',
    code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
  },
  {
    rule: '4,000 characters of text in all',
    passes: v2(text('a'.repeat(2_000)), { type: 17, components: [text('b'.repeat(2_000))] }),
    fails: v2(text('a'.repeat(2_000)), { type: 17, components: [text('b'.repeat(2_001))] }),
    at: 'components',
    code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  },
  {
    rule: 'five buttons in a row',
    passes: v2(row(...times(5, (i) => button(`b${i}`)))),
    fails: v2(row(...times(6, (i) => button(`b${i}`)))),
    at: 'components.0.components',
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    rule: 'one select in a row',
    passes: v2(row(select('a')), row(select('b'))),
    fails: v2(row(select('a'), select('b'))),
    at: 'components.0.components',
    code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  },
  {
    rule: 'no select beside buttons',
    passes: v2(row(select('a')), row(button('b'))),
    fails: v2(row(button('b'), select('a'))),
    at: 'components.0.components',
    code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  },
  {
    rule: 'something in every row',
    passes: v2(row(button('a'))),
    fails: v2(row()),
    at: 'components.0.components',
    code: 'BASE_TYPE_MIN_LENGTH',
  },
  {
    rule: 'custom ids once in a message',
    passes: v2(row(button('a'), button('b'))),
    fails: v2(row(button('a')), { type: 9, components: [text('t')], accessory: button('a') }),
    at: 'components.1.accessory.custom_id',
    code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
  },
  {
    rule: 'component ids once in a message',
    passes: v2({ ...text('a'), id: 7 }, { ...text('b'), id: 0 }, { ...text('c'), id: 0 }),
    fails: v2({ ...text('a'), id: 7 }, { ...text('b'), id: 7 }),
    at: 'components.1.id',
    code: 'COMPONENT_ID_DUPLICATED',
  },
  {
    rule: 'a custom id of at most 100 characters',
    passes: v2(row(button('a'.repeat(100)))),
    fails: v2(row(button('a'.repeat(101)))),
    at: 'components.0.components.0.custom_id',
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    rule: 'a custom id for a button that is no link',
    passes: buttonOf({ custom_id: 'a', label: 'b' }),
    fails: buttonOf({ label: 'b' }),
    at: 'components.0.components.0.custom_id',
    code: 'BASE_TYPE_REQUIRED',
  },
  {
    rule: 'a link for a link button',
    passes: buttonOf({ style: 5, label: 'b', url: 'https://example.org/' }),
    fails: buttonOf({ style: 5, label: 'b' }),
    at: 'components.0.components.0.url',
    code: 'BASE_TYPE_REQUIRED',
  },
  {
    rule: 'no custom id for a link button',
    passes: buttonOf({ style: 5, label: 'b', url: 'https://example.org/' }),
    fails: buttonOf({ style: 5, label: 'b', url: 'https://example.org/', custom_id: 'a' }),
    at: 'components.0.components.0.custom_id',
    code: 'BUTTON_COMPONENT_INVALID_FIELD',
  },
  {
    rule: 'no link for another button',
    passes: buttonOf({ custom_id: 'a', label: 'b' }),
    fails: buttonOf({ custom_id: 'a', label: 'b', url: 'https://example.org/' }),
    at: 'components.0.components.0.url',
    code: 'BUTTON_COMPONENT_INVALID_FIELD',
  },
  {
    rule: 'a label or an emoji on a button',
    passes: buttonOf({ custom_id: 'a', emoji: { name: '📚' } }),
    fails: buttonOf({ custom_id: 'a' }),
    at: 'components.0.components.0.label',
    code: 'BASE_TYPE_REQUIRED',
  },
  {
    rule: 'a label of at most 80 characters',
    passes: buttonOf({ custom_id: 'a', label: 'b'.repeat(80) }),
    fails: buttonOf({ custom_id: 'a', label: 'b'.repeat(81) }),
    at: 'components.0.components.0.label',
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    rule: 'text that is not white space alone',
    passes: v2(text(' a ')),
    fails: v2(text(' \n ')),
    at: 'components.0.content',
    code: 'BASE_TYPE_REQUIRED',
  },
  {
    rule: 'a label that is not white space alone',
    passes: buttonOf({ custom_id: 'a', label: ' b ' }),
    fails: buttonOf({ custom_id: 'a', label: '  ' }),
    at: 'components.0.components.0.label',
    code: 'BASE_TYPE_REQUIRED',
  },
  {
    rule: 'options with labels that are not white space alone',
    passes: selectOf({ options: [option('a', { label: ' b' })] }),
    fails: selectOf({ options: [option('a', { label: ' ' })] }),
    at: 'components.0.components.0.options.0.label',
    code: 'BASE_TYPE_REQUIRED',
  },
  {
    rule: 'links of http, https and discord',
    passes: buttonOf({ style: 5, label: 'b', url: 'discord://-/channels/@me' }),
    fails: buttonOf({ style: 5, label: 'b', url: 'ftp://example.org/' }),
    at: 'components.0.components.0.url',
    code: 'URL_TYPE_INVALID_SCHEME',
  },
  {
    rule: 'a product and nothing else for a premium button',
    passes: buttonOf({ style: 6, sku_id: '123' }),
    fails: buttonOf({ style: 6, sku_id: '123', label: 'Buy' }),
    at: 'components.0.components.0',
    code: 'BUTTON_COMPONENT_INVALID_FIELD',
  },
  {
    rule: 'one to three texts in a section',
    passes: v2({ type: 9, components: times(3, () => text('t')), accessory: button('a') }),
    fails: v2({ type: 9, components: times(4, () => text('t')), accessory: button('a') }),
    at: 'components.0.components',
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    rule: 'an accessory for a section',
    passes: v2({ type: 9, components: [text('t')], accessory: button('a') }),
    fails: v2({ type: 9, components: [text('t')] }),
    at: 'components.0.accessory',
    code: 'BASE_TYPE_REQUIRED',
  },
  {
    rule: 'an emoji that is one on a button',
    passes: v2(row(...['📖', '🇧🇷', '5️⃣', '❤'].map((name) => button(name, { emoji: { name } })))),
    fails: v2(row(button('a', { emoji: { name: 'book' } }))),
    at: 'components.0.components.0.emoji.name',
    code: 'COMPONENT_INVALID_EMOJI',
  },
  {
    rule: 'an emoji that is one in an option',
    passes: selectOf({ options: [option('a', { emoji: { name: '⏸' } })] }),
    fails: selectOf({ options: [option('a', { emoji: { name: 'pause' } })] }),
    at: 'components.0.components.0.options.0.emoji.name',
    code: 'COMPONENT_INVALID_EMOJI',
  },
  {
    rule: 'pictures from the web or from the message',
    passes: v2({ type: 12, items: [{ media: { url: 'https://example.org/a.png' } }] }),
    fails: v2({ type: 12, items: [{ media: { url: 'ftp://example.org/a.png' } }] }),
    at: 'components.0.items.0.media.url',
    code: 'URL_TYPE_INVALID_SCHEME',
  },
  {
    rule: 'a name and a value for each field of an embed',
    passes: { embeds: [{ fields: [{ name: 'a', value: 'b' }] }] },
    fails: { embeds: [{ fields: [{ name: 'a', value: ' ' }] }] },
    at: 'embeds.0.fields.0.value',
    code: 'BASE_TYPE_REQUIRED',
  },
  {
    rule: 'mentions of a kind allowed as a whole or one by one',
    passes: { content: 'a', allowed_mentions: { parse: ['roles'], users: ['1'] } },
    fails: { content: 'a', allowed_mentions: { parse: ['users'], users: ['1'] } },
    at: 'allowed_mentions',
    code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
  },
  {
    rule: 'each mention allowed once',
    passes: { content: 'a', allowed_mentions: { users: ['1', '2'] } },
    fails: { content: 'a', allowed_mentions: { users: ['1', '1'] } },
    at: 'allowed_mentions.users',
    code: 'SET_TYPE_ALREADY_CONTAINS_VALUE',
  },
  {
    rule: '25 options in a select',
    passes: selectOf({ options: times(25, (i) => option(`o${i}`)) }),
    fails: selectOf({ options: times(26, (i) => option(`o${i}`)) }),
    at: 'components.0.components.0.options',
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    rule: 'option values once in a select',
    passes: selectOf({ options: [option('a'), option('b')] }),
    fails: selectOf({ options: [option('a'), option('a')] }),
    at: 'components.0.components.0.options.1.value',
    code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
  },
  {
    rule: 'no more chosen in advance than may be chosen',
    passes: selectOf({ options: [option('a', { default: true }), option('b')] }),
    fails: selectOf({ options: [option('a', { default: true }), option('b', { default: true })] }),
    at: 'components.0.components.0.options',
    code: 'SELECT_COMPONENT_TOO_MANY_DEFAULTS',
  },
  {
    rule: 'at least as many values allowed as required',
    passes: selectOf({ min_values: 2, max_values: 2, options: [option('a'), option('b')] }),
    fails: selectOf({ min_values: 2, options: [option('a'), option('b')] }),
    at: 'components.0.components.0.min_values',
    code: 'SELECT_COMPONENT_MIN_OVER_MAX',
  },
  {
    rule: 'no more values allowed than there are options',
    passes: selectOf({ max_values: 1 }),
    fails: selectOf({ max_values: 2 }),
    at: 'components.0.components.0.max_values',
    code: 'SELECT_COMPONENT_MAX_OVER_OPTIONS',
  },
  {
    rule: 'an attachment for every attachment:// address',
    passes: v2({ type: 12, items: [{ media: { url: 'https://example.org/a.png' } }] }),
    fails: v2({ type: 12, items: [{ media: { url: 'attachment://a.png' } }] }),
    at: 'components.0.items.0.media.url',
    code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
  },
  {
    rule: '2,000 characters of content',
    passes: { content: 'a'.repeat(2_000) },
    fails: { content: 'a'.repeat(2_001) },
    at: 'content',
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    rule: '6,000 characters in all embeds',
    passes: { embeds: [{ description: 'a'.repeat(4_000) }, { description: 'b'.repeat(2_000) }] },
    fails: { embeds: [{ description: 'a'.repeat(4_000) }, { description: 'b'.repeat(1_999), footer: { text: 'cc' } }] },
    at: 'embeds',
    code: 'MAX_EMBED_SIZE_EXCEEDED',
  },
  {
    rule: 'components that there are',
    passes: v2({ type: 14 }, text('a')),
    fails: v2({ type: 99 }),
    at: 'components.0.type',
    code: 'BASE_TYPE_CHOICES',
  },
];

describe('a reply', () => {
  it.each(RULES)('is held to: $rule', async ({ passes, fails, at, code }) => {
    const good = await answering(setup, { type: 4, data: passes });
    await good.answered;
    const bad = await answering(setup, { type: 4, data: fails });
    const error = await refusal(bad.answered);
    expect(error).toMatchObject({ status: 400, code: 50035 });
    expect(errorAt(error, `data.${at}`)).toBe(code);
  });

  it('is held to: something to show', async () => {
    const { answered } = await answering(setup, { type: 4, data: { content: ' ' } });
    expect(await refusal(answered)).toMatchObject({ status: 400, code: 50006 });
  });

  it('is recorded with what was wrong about it when it is refused', async () => {
    const { raw, answered } = await answering(setup, { type: 4, data: { components: [text('a')] } });
    await refusal(answered);
    expect(setup.sandbox.violations.at(-1)).toEqual({
      method: 'POST',
      path: `/interactions/${raw.id}/${raw.token}/callback`,
      body: { type: 4, data: { components: [text('a')] } },
      status: 400,
      code: 50035,
      problems: ['data.components.0.type: Value must be one of {1}. [BASE_TYPE_CHOICES]'],
    });
  });

  it('may show files that come with it', async () => {
    const file = { type: 13, file: { url: 'attachment://a.txt' } };
    const { answered, raw } = await answering(setup, { type: 4, data: v2(file) }, [
      { name: 'a.txt', data: Buffer.from('a') },
    ]);
    await answered;
    const shown = await setup.bot.client.rest.get(Routes.webhookMessage(raw.application_id, raw.token), {
      auth: false,
    });
    expect(shown).toMatchObject({
      components: [{ name: 'a.txt', size: 1, file: { url: expect.stringMatching(/^http/) } }],
    });
  });

  it('is deferred with the ephemeral flag alone', async () => {
    const good = await answering(setup, { type: 5, data: { flags: 64 } });
    await good.answered;
    const bad = await answering(setup, { type: 5, data: { flags: 64 | V2 } });
    expect(errorAt(await refusal(bad.answered), 'data.flags')).toBe('BASE_TYPE_CHOICES');
  });
});

describe('an edit', () => {
  const replied = async (data: object) => {
    const { raw, answered } = await answering(setup, { type: 4, data });
    await answered;
    return raw;
  };

  it('cannot make a public message private', async () => {
    const open = await replied({ content: 'a' });
    expect(errorAt(await refusal(setup.bot.edit(open, { flags: 64 })), 'flags')).toBe(
      'MESSAGE_CANNOT_CHANGE_EPHEMERAL_FLAG',
    );
    const closed = await replied({ content: 'a', flags: 64 });
    expect(await setup.bot.edit(closed, { content: 'b', flags: 64 })).toMatchObject({ flags: 64 });
    expect(await setup.bot.edit(closed, { content: 'b', flags: 0 })).toMatchObject({ flags: 64 });
  });

  it('cannot take Components V2 back', async () => {
    const raw = await replied(v2(text('a')));
    const error = await refusal(setup.bot.edit(raw, { flags: 0, components: [row(button('a'))] }));
    expect(errorAt(error, 'flags')).toBe('MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG');
    expect(await setup.bot.edit(raw, { components: [text('b')] })).toMatchObject({ flags: V2 });
  });

  it('is judged by the message that it leads to', async () => {
    const raw = await replied({ content: 'a' });
    const error = await refusal(setup.bot.edit(raw, v2(text('b'))));
    expect(errorAt(error, 'content')).toBe('MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2');
    expect(await setup.bot.edit(raw, { ...v2(text('b')), content: null })).toMatchObject({ flags: V2, content: '' });
    expect(errorAt(await refusal(setup.bot.edit(raw, { content: 'c' })), 'content')).toBe(
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    );
  });

  it('is held to the same rules as a reply', async () => {
    const raw = await replied({ content: 'a' });
    const error = await refusal(setup.bot.edit(raw, { components: [row(button('a'), button('a'))] }));
    expect(errorAt(error, 'components.0.components.1.custom_id')).toBe('COMPONENT_CUSTOM_ID_DUPLICATED');
  });
});

describe('a follow-up', () => {
  it('is held to the same rules as a reply', async () => {
    const { raw, answered } = await answering(setup, { type: 4, data: { content: 'a' } });
    await answered;
    expect(errorAt(await refusal(setup.bot.followUp(raw, { components: [text('a')] })), 'components.0.type')).toBe(
      'BASE_TYPE_CHOICES',
    );
    expect(await refusal(setup.bot.followUp(raw, {}))).toMatchObject({ code: 50006 });
    expect(await refusal(setup.bot.followUp(raw, { embeds: [{}] }))).toMatchObject({ code: 50006 });
  });
});

describe('half a surrogate pair', () => {
  it('is no JSON, wherever it stands', async () => {
    for (const data of [v2(text('cut \ud83d')), buttonOf({ custom_id: 'a', label: '\udcd6' })]) {
      const { answered } = await answering(setup, { type: 4, data });
      expect(await refusal(answered)).toMatchObject({ status: 400, code: 50109 });
    }
    const { answered } = await answering(setup, { type: 4, data: v2(text('whole \ud83d\udcd6')) });
    await answered;
  });
});

describe("a message of the bot's own accord", () => {
  it('is held to the same rules, and cannot be private', async () => {
    const { bot, ana } = setup;
    const path = Routes.channelMessages(ana.channelId);
    const sent = (await bot.client.rest.post(path, { body: v2(text('a')) })) as { id: string };
    expect(await bot.client.rest.get(Routes.channelMessage(ana.channelId, sent.id))).toMatchObject({ flags: V2 });
    const long = await refusal(bot.client.rest.post(path, { body: { content: 'a'.repeat(2_001) } }));
    expect(errorAt(long, 'content')).toBe('BASE_TYPE_MAX_LENGTH');
    const secret = await refusal(bot.client.rest.post(path, { body: { content: 'a', flags: 64 } }));
    expect(errorAt(secret, 'flags')).toBe('MESSAGE_CANNOT_BE_EPHEMERAL');
  });

  it('is the one that is there where its nonce is enforced', async () => {
    const { bot, ana } = setup;
    const send = async (body: object, channel = ana.channelId) =>
      (await bot.client.rest.post(Routes.channelMessages(channel), { body })) as { id: string; content: string };
    const first = await send({ content: 'a', nonce: 'n', enforce_nonce: true });
    expect(await send({ content: 'b', nonce: 'n', enforce_nonce: true })).toMatchObject({ id: first.id, content: 'a' });
    const others = [
      await send({ content: 'a', nonce: 'n' }),
      await send({ content: 'a', nonce: 'm', enforce_nonce: true }),
      await send({ content: 'a', nonce: 'n', enforce_nonce: true }, ana.in('latin-america').channelId),
    ];
    expect(new Set([first, ...others].map(({ id }) => id)).size).toBe(4);
  });

  it('can be changed and deleted, unlike those of others', async () => {
    const { bot, ana } = setup;
    const { rest } = bot.client;
    const sent = (await rest.post(Routes.channelMessages(ana.channelId), { body: { content: 'a' } })) as { id: string };
    const path = Routes.channelMessage(ana.channelId, sent.id);
    expect(await rest.patch(path, { body: { content: 'b' } })).toMatchObject({ content: 'b' });
    await rest.delete(path);
    expect(await refusal(rest.get(path))).toMatchObject({ code: 10008 });
    const { id } = ana.post('mine');
    const foreign = Routes.channelMessage(ana.channelId, id);
    expect(await refusal(rest.patch(foreign, { body: { content: 'b' } }))).toMatchObject({ code: 50005 });
    expect(await refusal(rest.get(Routes.channelMessage('1', id)))).toMatchObject({ code: 10003 });
  });
});
