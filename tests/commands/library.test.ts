import {
  type APIInteraction,
  type APIInteractionResponse,
  type APIMessage,
  ComponentType,
  InteractionType,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import {
  type ClientState,
  messageOf,
  type Outcome,
  type Sandbox,
  type SandboxClient,
  startSandbox,
  studyGroup,
} from 'discord-sandbox';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { actions, commands } from '../../commands/index.ts';
import { createDispatcher, type Dispatcher } from '../../src/bot/dispatch.ts';
import { createFileFetcher } from '../../src/discord/attachments.ts';
import { createLogger } from '../../src/logger.ts';
import { passageRef } from '../../src/material/refs.ts';
import { openStage, type Stage } from '../guilds/stage.ts';
import { startBot, type TestBot } from '../support/bot.ts';
import { unreachable } from '../support/guilds.ts';
import { buttonsOf, choicesOf, isEphemeral, textOf } from '../support/message.ts';

let sandbox: Sandbox;
let stage: Stage;
let bot: TestBot;
let dispatcher: Dispatcher;
/** Manages the study group; a member of the evening class. */
let ana: SandboxClient;
/** Manages the evening class; a member of the study group. */
let ben: SandboxClient;
/** A librarian of the study group. */
let chiara: SandboxClient;

const ADDITIONS = 50;

beforeAll(async () => {
  sandbox = await startSandbox({ world: studyGroup });
  stage = await openStage();
  const files = createFileFetcher({ origins: [sandbox.cdnUrl], most: 100_000 });
  const quota = { works: 4, passages: 100, bytes: 100_000, additionsPerHour: ADDITIONS };
  const guilds = stage.guilds({ files, quota });
  bot = await startBot(sandbox, { library: stage.shipped, guilds, store: stage.store });
  const logger = createLogger({ level: 'silent', secrets: [], readable: false });
  dispatcher = createDispatcher({ commands, actions, guilds, store: stage.store, posts: unreachable.posts, logger });
  [ana, ben, chiara] = ['ana', 'ben', 'chiara'].map((name) =>
    sandbox.client(name).in('Study group/general-reading'),
  ) as [SandboxClient, SandboxClient, SandboxClient];
});

afterAll(async () => {
  expect(sandbox.violations).toEqual([]);
  await bot.gateway.close();
  await sandbox.close();
  await stage.close();
});

const FERRY =
  'The Ferry Ledger\n\nThe ferry Halcyon was launched at Norhaven in 1911.\n\nIts boiler came from Dunmarrow.';
/** What stands in the file alone: its title is also what somebody elsewhere may have typed. */
const SECRETS = /Norhaven|Dunmarrow/;
const QUESTION = 'Where was the ferry Halcyon launched?';

const file = (text: string, filename = 'ferry.txt') => ({
  filename,
  content_type: 'text/plain',
  data: Buffer.from(text).toString('base64'),
});

/** The message of a reply once it stands as it will stay. */
async function settled(client: SandboxClient, outcome: Outcome): Promise<APIMessage> {
  const { id } = messageOf(outcome);
  for (;;) {
    const message = client.message(id);
    if (message && !/^Step \d/m.test(textOf(message))) return message;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function add(client: SandboxClient, text: string, options: Record<string, string> = {}): Promise<APIMessage> {
  return settled(client, await client.command('library add', { file: file(text), ...options }));
}

async function roleId(name: string): Promise<string> {
  const state = (await (await fetch(`${sandbox.url}client/state?user=${ana.user.id}`)).json()) as ClientState;
  return state.guilds.flatMap(({ roles }) => roles).find((role) => role.name === name)?.id ?? '';
}

let forged = 0;

/** Presses a button that no message has: Discord's app would not, another program might. */
async function forge(client: SandboxClient, guild: string, permissions: bigint, customId: string): Promise<string> {
  const responses: APIInteractionResponse[] = [];
  const respond = async (response: APIInteractionResponse) => {
    responses.push(response);
    return 'done' as const;
  };
  const interaction = {
    ...{
      id: String(++forged),
      application_id: '2',
      token: 't',
      version: 1,
      locale: 'en-US',
      type: InteractionType.MessageComponent,
    },
    guild_id: sandbox.guilds.find(({ name }) => name === guild)?.id,
    member: { user: client.user, roles: [], permissions: String(permissions) },
    data: { custom_id: customId, component_type: ComponentType.Button },
    message: { flags: MessageFlags.Ephemeral, components: [] },
  } as unknown as APIInteraction;
  await dispatcher.handle(interaction, { respond, edit: async () => {}, followUp: async () => '' });
  return JSON.stringify(responses);
}

async function removeAll(): Promise<void> {
  for (const server of await stage.store.guilds()) await stage.store.deleteGuild(server);
}

async function excerptFor(client: SandboxClient, question = QUESTION): Promise<string> {
  return textOf(messageOf(await client.command('ask', { question })));
}

describe('/library add', () => {
  it('takes a file in, says what it understood, and answers from it at once, word for word', async () => {
    await removeAll();
    const message = await add(ana, FERRY, {
      author: 'M. Orlo; A clerk',
      date: '3 May 1912',
      url: 'https://example.org/f',
    });
    expect(isEphemeral(message)).toBe(true);
    const text = textOf(message);
    expect(text).toContain('**Added.**');
    expect(text).toContain('The Ferry Ledger');
    expect(text).toContain('M. Orlo, A clerk');
    expect(text).toContain('3 May 1912');
    expect(text).toContain('2 paragraphs');
    expect(text).toContain('The ferry Halcyon was launched');
    const answer = await excerptFor(ben);
    expect(answer).toMatch(/> .*Norhaven/);
    expect(answer).toContain('¶ 1 · quoted word for word');
  });

  it('takes several files in, says what became of each, and takes all back at once', async () => {
    await removeAll();
    const files = {
      file: file(FERRY),
      file2: file('damaged', 'broken.pdf'),
      file3: file('Tides\n\nThey rise.', 'b.txt'),
    };
    const message = await settled(ana, await ana.command('library add', files));
    const text = textOf(message);
    expect(text).toContain('**Added 2 of 3 files.**');
    expect(text).toMatch(/- ferry\.txt → “The Ferry Ledger” · \d+ words/);
    expect(text).toMatch(/- \*\*I couldn’t add broken\.pdf\.\*\* This file is damaged/);
    expect(text).toContain('- b.txt → “Tides”');
    const again = textOf(
      await settled(ana, await ana.command('library add', { ...files, file3: file('New\n\nIt is.', 'c.txt') })),
    );
    expect(again).toContain('**Added 1 of 3 files.**');
    expect(again).toContain('- ferry.txt: **You already have this** as The Ferry Ledger.\n');
    expect(textOf(messageOf(await ana.click(message, 'Undo')))).toContain('are no longer in the library');
    const listed = textOf(messageOf(await ana.command('library list')));
    expect(listed).not.toMatch(/Ferry|Tides/);
  });

  it('says what a new version of a work changed, and takes it back to the former one', async () => {
    await removeAll();
    await add(ana, 'Tides\n\nThey rise.\n\nThey fall.\n\nThe moon makes them.');
    const message = await add(ana, 'Tides\n\nThey rise.\n\nThey fall.\n\nThe sun helps.\n\nThe moon makes them.');
    const text = textOf(message);
    expect(text).toContain('**Updated to the new version:** 1 paragraph added. 3 paragraphs are unchanged');
    expect(textOf(messageOf(await ana.click(message, 'Undo')))).toContain('The earlier version is back');
    expect(await excerptFor(ben, 'What helps the tides?')).not.toContain('The sun helps');
  });

  it('takes details for a single file alone', async () => {
    await removeAll();
    const files = { file: file(FERRY), file2: file('Tides\n\nThey rise.', 'b.txt') };
    const message = messageOf(await ana.command('library add', { ...files, author: 'M. Orlo' }));
    expect(textOf(message)).toContain('only work for one file');
  });

  it('says what is not known of the work, and a form fills it in', async () => {
    await removeAll();
    const message = await add(ana, FERRY);
    expect(textOf(message)).toContain('Not known: author, date');
    const opened = await ana.click(message, 'Correct the details');
    if (opened.kind !== 'modal') throw new Error(opened.kind);
    const corrected = messageOf(
      await ana.submit(opened.modal, {
        work: 'Ledger of the *Halcyon*',
        author: 'M. Orlo',
        date: '1912',
        publisher: '',
        url: '',
      }),
    );
    expect(textOf(corrected)).toContain('Corrected');
    expect(await excerptFor(ana)).toMatch(/Ledger of the \\\*Halcyon\\\*.*1912, ¶ 1/);
  });

  it('says what is wrong with a date or an address, and changes nothing', async () => {
    await removeAll();
    expect(textOf(await add(ana, FERRY, { date: '31 April 1912' }))).toContain('as a date');
    expect(textOf(await add(ana, FERRY, { url: 'javascript:alert(1)' }))).toContain('isn’t a web address');
    expect(await excerptFor(ana)).not.toContain('Norhaven');
  });

  it('is undone by its button', async () => {
    await removeAll();
    const message = await add(ana, FERRY);
    expect(textOf(messageOf(await ana.click(message, 'Undo')))).toContain('Undone');
    expect(await excerptFor(ana)).not.toContain('Norhaven');
  });

  it('tells a file that cannot be read, and one too many', async () => {
    await removeAll();
    expect(textOf(await add(ana, 'damaged'))).toMatch(/couldn’t add ferry\\?\.txt/);
    const named = await ana.command('library add', { file: file('damaged', 'Fähre 渡し船.txt') });
    expect(textOf(await settled(ana, named))).toContain('couldn’t add Fähre 渡し船.txt');
    for (let i = 0; i < 4; i++) await add(ana, `Work ${i}\n\nText ${i}.`);
    expect(textOf(await add(ana, FERRY))).toContain('can hold 4 sources');
    // Six files, one of them by a reader that starts anew.
  }, 60_000);

  it('does not count a file whose command came to nothing', async () => {
    await removeAll();
    const lost = {
      application_id: '2',
      token: 't',
      type: InteractionType.ApplicationCommand,
      guild_id: sandbox.guildId,
      member: { user: ana.user, roles: [], permissions: String(PermissionFlagsBits.ManageGuild) },
      data: {
        type: 1,
        name: 'library',
        options: [{ type: 1, name: 'add', options: [{ type: 11, name: 'file', value: '9' }] }],
        resolved: { attachments: { 9: { filename: 'ferry.txt', url: `${sandbox.cdnUrl}/ferry.txt`, size: 1 } } },
      },
    };
    const respond = vi.fn(async () => 'expired' as const);
    const transport = { respond, edit: async () => {}, followUp: async () => '' };
    for (let i = 0; i < ADDITIONS; i++) {
      await dispatcher.handle({ ...lost, id: String(++forged) } as unknown as APIInteraction, transport);
    }
    expect(respond).toHaveBeenCalledTimes(ADDITIONS);
    expect(textOf(await add(ana, FERRY))).toContain('**Added.**');
  });

  it('escapes whatever a file or a person says', async () => {
    await removeAll();
    const nasty = '@everyone **x** <@1> [a](https://evil.example) `c`';
    const message = await add(ana, `${nasty}\n\n${nasty}`, { author: nasty });
    expect(message.mentions).toEqual([]);
    expect(textOf(message)).not.toMatch(/(?<!\\)@everyone|(?<!\\)<@1>|(?<!\\)\[a/);
  });
});

describe('who may change the library', () => {
  it('is who manages the server, in that server alone', async () => {
    await removeAll();
    expect(textOf(await add(ben, FERRY))).toContain('Manage Server');
    expect(textOf(await add(ben.in('Evening class/homework'), FERRY))).toContain('**Added.**');
    expect(textOf(await add(ana.in('Evening class/homework'), FERRY))).toContain('Manage Server');
  });

  it('is also who has the role that the settings name', async () => {
    await removeAll();
    expect(textOf(await add(chiara, FERRY))).toContain('Manage Server');
    const panel = messageOf(await ana.command('settings'));
    const role = await roleId('Librarians');
    expect(textOf(messageOf(await ana.select(panel, 'editors', [role])))).toContain(`<@&${role}>`);
    expect(textOf(await add(chiara, FERRY))).toContain('**Added.**');
    expect(textOf(await add(ben, 'B\n\nText.'))).toContain(`<@&${role}>`);
    await ana.select(panel, 'editors', []);
    expect(textOf(await add(chiara, 'C\n\nText.'))).not.toContain('**Added.**');
  });

  it('is asked again at every button, also at a forged one', async () => {
    await removeAll();
    const shown = messageOf(await ana.command('library list'));
    expect(textOf(shown)).toContain('no sources of its own yet');
    await add(ana, FERRY);
    const [work] = choicesOf(messageOf(await ben.command('library list')));
    const list = messageOf(await ben.command('library list'));
    const opened = messageOf(await ben.select(list, 'library.open', [work?.value ?? '']));
    expect(buttonsOf(opened).map(({ label }) => label)).toEqual(['Outline']);
    const changes = ['remove.ask', 'remove.confirm', 'edit.open', 'edit.submit', 'restore'].map(
      (name) => `${name}:${work?.value}`,
    );
    for (const id of [...changes, 'undo:1', 'restore.chosen', 'shipped:off', 'answers', 'editors']) {
      expect(await forge(ben, 'Study group', 0n, id)).toContain('Manage Server');
    }
    expect(await excerptFor(ana)).toContain('Norhaven');
  });
});

describe('another server', () => {
  it('sees nothing of it: through no command, completion, button or forged id', async () => {
    await removeAll();
    await add(ana, FERRY);
    const [work] = choicesOf(messageOf(await ana.command('library list')));
    const there = ben.in('Evening class/homework');
    const outcomes = [
      await there.command('ask', { question: QUESTION }),
      await there.command('ask', { question: QUESTION, source: 'The Ferry Ledger' }),
      await there.command('fact', { about: 'Halcyon' }),
      await there.command('sources'),
      await there.command('sources', { source: 'The Ferry Ledger' }),
      await there.command('library list'),
      await there.command('library show', { work: work?.value ?? '' }),
      await there.command('library remove', { work: work?.value ?? '' }),
      await there.command('library export'),
    ];
    for (const outcome of outcomes) expect(textOf(messageOf(outcome))).not.toMatch(SECRETS);
    const refs = (await stage.guilds().open(sandbox.guildId)).knowledge.material.passages.values();
    const passages = [...refs].filter(({ text }) => SECRETS.test(text)).map(passageRef);
    expect(passages).toHaveLength(2);
    for (const id of [
      ...['remove.ask', 'remove.confirm', 'restore', 'edit.open', 'edit.submit'].map(
        (name) => `${name}:${work?.value}`,
      ),
      `outline:${work?.value}:0`,
      ...passages.flatMap((ref) => [`context:${ref}`, `read:${ref}:0`, `page:0:${ref}`]),
    ]) {
      expect(await forge(ben, 'Evening class', PermissionFlagsBits.ManageGuild, id)).not.toMatch(SECRETS);
    }
    const suggested = [
      await there.autocomplete('ask', 'question', 'Halcyon'),
      await there.autocomplete('ask', 'source', 'Ferry', { question: 'x' }),
      await there.autocomplete('library show', 'work', ''),
      await there.autocomplete('library remove', 'work', ''),
    ];
    expect(JSON.stringify(suggested)).not.toMatch(/Ferry|Halcyon/);
    expect(await excerptFor(ana)).toContain('Norhaven');
  });

  it('is neither reached from direct messages', async () => {
    await removeAll();
    await add(ana, FERRY);
    expect(await excerptFor(ana.in('dm'))).not.toContain('Norhaven');
    await expect(ana.in('dm').command('library list')).rejects.toThrow();
  });
});

describe('/library remove', () => {
  it('asks first, removes, and brings back', async () => {
    await removeAll();
    await add(ana, FERRY);
    const [choice] = await ana.autocomplete('library remove', 'work', 'ferry');
    const asked = messageOf(await ana.command('library remove', { work: String(choice?.value) }));
    expect(textOf(asked)).toContain('Remove **The Ferry Ledger**?');
    expect(await excerptFor(ana)).toContain('Norhaven');
    const removed = messageOf(await ana.click(asked, 'Remove'));
    expect(await excerptFor(ana)).not.toContain('Norhaven');
    expect(textOf(messageOf(await ana.click(removed, 'Undo')))).toContain('Brought back');
    expect(await excerptFor(ana)).toContain('Norhaven');
  });

  it('says so where there is no such work', async () => {
    expect(textOf(messageOf(await ana.command('library remove', { work: 'Nothing' })))).toContain(
      'I can’t find “Nothing”',
    );
  });
});

describe('/sources', () => {
  it('reads a work that says the same several times paragraph by paragraph', async () => {
    await removeAll();
    const refrain = 'Row the boat gently.';
    const song = ['The Round', refrain, 'The oar is of ash.', refrain, refrain, 'Home is near.'].join('\n\n');
    const outline = messageOf(await ana.click(await add(ana, song), 'Outline'));
    let reading = messageOf(await ana.select(outline, 'goto', [choicesOf(outline)[1]?.value ?? '']));
    for (const paragraph of [2, 3, 4, 5]) {
      expect(textOf(reading)).toContain(`¶ ${paragraph}`);
      if (paragraph < 5) reading = messageOf(await ana.click(reading, 'Next'));
    }
    expect(textOf(messageOf(await ana.click(reading, 'Previous')))).toContain('¶ 4');
    const shown = messageOf(await ana.command('coverage', { source: 'The Round' }));
    expect(new Set(choicesOf(shown).map(({ value }) => value)).size).toBe(5);
  });

  it("lists the server's works beside the shipped ones, and opens them", async () => {
    await removeAll();
    await add(ana, FERRY);
    expect(textOf(messageOf(await ben.command('sources')))).toMatch(/Stratfor[\s\S]*Ferry Ledger/);
    const [choice] = await ben.autocomplete('sources', 'source', 'ferry led');
    expect(textOf(messageOf(await ben.command('sources', { source: String(choice?.value) })))).toContain('Halcyon');
  });
});

describe('/settings', () => {
  it('makes answers private, and leaves the shipped collection out', async () => {
    await removeAll();
    const panel = messageOf(await ana.command('settings'));
    await ana.select(panel, 'answers', ['private']);
    expect(isEphemeral(messageOf(await ana.command('ask', { question: 'When was CELAC founded?' })))).toBe(true);
    expect(
      isEphemeral(messageOf(await ana.command('ask', { question: 'When was CELAC founded?', private: false }))),
    ).toBe(false);
    await ana.click(panel, 'Stop searching the built-in material');
    expect(await excerptFor(ana, 'When was CELAC founded?')).toContain('No sources here yet.');
    expect(await excerptFor(ben.in('Evening class/homework'), 'When was CELAC founded?')).toContain('disagree');
  });

  it('are for those alone who manage the server', async () => {
    await removeAll();
    expect(textOf(messageOf(await ben.command('settings')))).toContain('Manage Server');
    expect(await forge(ben, 'Study group', 0n, 'shipped:off')).toContain('Manage Server');
  });
});

describe('/forget me', () => {
  const forgetMe = async () =>
    textOf(messageOf(await ana.click(messageOf(await ana.command('forget me')), 'Delete my data')));

  it('takes the name off what the person added, and leaves the work', async () => {
    await removeAll();
    await add(ana, FERRY);
    expect(textOf(messageOf(await ana.command('library list')))).toContain(`<@${ana.user.id}>`);
    expect(await forgetMe()).toContain('removed your name');
    expect(textOf(messageOf(await ana.command('library list')))).not.toContain(`<@${ana.user.id}>`);
    expect(await forgetMe()).toContain('I store nothing about you');
    expect(await excerptFor(ana)).toContain('Norhaven');
  });
});

describe('while the store is away', () => {
  it('changes nothing and says so', async () => {
    await removeAll();
    stage.away = true;
    expect(textOf(await add(ana, FERRY))).toContain('can’t reach');
    const answer = await excerptFor(ana, 'When was CELAC founded?');
    stage.away = false;
    expect(answer).toContain('disagree');
    expect(answer).toContain('can’t reach');
  });
});
