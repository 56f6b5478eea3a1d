import { Routes } from 'discord.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ASK, errorAt, FIND, refusal, type Setup, sandboxWithBot } from './bot.ts';

let setup: Setup;
beforeAll(async () => {
  setup = await sandboxWithBot({}, []);
});
beforeEach(() => setup.bot.register([]));
afterAll(() => setup.stop());

interface Registered {
  id: string;
  version: string;
  name: string;
}

const register = (...commands: object[]) => setup.bot.register(commands) as Promise<Registered[]>;
const command = (more: object = {}) => ({ name: 'ask', description: 'Asks', ...more });
const option = (name: string, more: object = {}) => ({ type: 3, name, description: 'An option', ...more });
const withOptions = (...options: object[]) => command({ options });
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

describe('registering', () => {
  it('fills in the defaults as Discord does', async () => {
    expect(await register(ASK, FIND)).toEqual([
      {
        id: expect.stringMatching(/^\d+$/),
        application_id: setup.sandbox.applicationId,
        version: expect.stringMatching(/^\d+$/),
        default_member_permissions: null,
        type: 1,
        name: 'ask',
        name_localizations: null,
        description: 'Asks something',
        description_localizations: null,
        dm_permission: true,
        contexts: null,
        integration_types: [0],
        nsfw: false,
        options: [
          {
            type: 3,
            name: 'question',
            name_localizations: null,
            description: 'What to ask',
            description_localizations: null,
            required: true,
            autocomplete: true,
          },
        ],
      },
      expect.objectContaining({ type: 3, name: 'Find sources', description: '' }),
    ]);
  });

  it('keeps the id of a command of the same name and type, and its version while it stays the same', async () => {
    const [first] = await register(ASK);
    const [same] = await register(ASK);
    expect(same).toEqual(first);
    const [changed] = await register({ ...ASK, description: 'Asks something else' });
    expect(changed?.id).toBe(first?.id);
    expect(BigInt(changed?.version ?? 0)).toBeGreaterThan(BigInt(first?.version ?? 0));
    const [other] = await register({ ...FIND, name: 'ask' });
    expect(other?.id).not.toBe(first?.id);
  });

  it('does not take the order of contexts, or a false that is the default, for a change', async () => {
    const [first] = await register(command({ contexts: [0, 1], options: [option('a')] }));
    const [same] = await register(command({ contexts: [1, 0], options: [option('a', { required: false })] }));
    expect(same?.version).toBe(first?.version);
  });

  it('drops the commands that are not in the list', async () => {
    await register(ASK, FIND);
    await register(FIND);
    expect(setup.sandbox.commands.map(({ name }) => name)).toEqual(['Find sources']);
  });

  it('lists commands with their localisations only when asked', async () => {
    await register(command({ name_localizations: { de: 'frage' } }));
    const path = Routes.applicationCommands(setup.sandbox.applicationId);
    const [short] = (await setup.bot.client.rest.get(path)) as object[];
    expect(short).not.toHaveProperty('name_localizations');
    const query = new URLSearchParams({ with_localizations: 'true' });
    const [full] = (await setup.bot.client.rest.get(path, { query })) as object[];
    expect(full).toMatchObject({ name_localizations: { de: 'frage' } });
  });

  it('works one by one as well: create, read, change, delete', async () => {
    const { rest } = setup.bot.client;
    const app = setup.sandbox.applicationId;
    const created = (await rest.post(Routes.applicationCommands(app), { body: ASK })) as Registered;
    const path = Routes.applicationCommand(app, created.id);
    expect(await rest.get(path)).toMatchObject({ name: 'ask' });
    const again = (await rest.post(Routes.applicationCommands(app), { body: command() })) as Registered;
    expect(again.id).toBe(created.id);
    expect(await rest.patch(path, { body: { description: 'Other' } })).toMatchObject({
      id: created.id,
      description: 'Other',
    });
    await rest.delete(path);
    expect(await refusal(rest.get(path))).toMatchObject({ code: 10063 });
    expect(await refusal(rest.get(Routes.applicationCommands('1')))).toMatchObject({ code: 10002 });
  });

  it('for one server shows there alone, with the server named', async () => {
    const { sandbox, bot } = setup;
    const other = sandbox.addGuild({ name: 'Other', channels: [{ name: 'elsewhere' }] });
    const path = Routes.applicationGuildCommands(sandbox.applicationId, other);
    const [made] = (await bot.client.rest.put(path, { body: [command({ name: 'local' })] })) as object[];
    expect(made).toMatchObject({ guild_id: other });
    bot.answer = (raw) => bot.respond(raw, { type: 4, data: { content: 'x' } });
    const outcome = await sandbox.client('ana', 'elsewhere').command('local');
    expect(outcome.interaction).toMatchObject({ guild_id: other, data: { guild_id: other } });
    await expect(setup.ana.command('local')).rejects.toThrow('There is no command "local"');
    const nowhere = Routes.applicationGuildCommands(sandbox.applicationId, '1');
    expect(await refusal(bot.client.rest.put(nowhere, { body: [] }))).toMatchObject({ code: 10004 });
  });
});

interface Rule {
  rule: string;
  passes: object[];
  fails: object[];
  at: string;
  code: string;
}

const RULES: Rule[] = [
  {
    rule: 'descriptions of options that are not white space alone, in any language',
    passes: [command({ options: [option('a', { description_localizations: { de: 'Eins' } })] })],
    fails: [command({ options: [option('a', { description_localizations: { de: ' ' } })] })],
    at: '0.options.0.description_localizations.de',
    code: 'BASE_TYPE_REQUIRED',
  },
  {
    rule: 'names of choices that are not white space alone',
    passes: [command({ options: [option('a', { choices: [{ name: 'A', value: 'a' }] })] })],
    fails: [command({ options: [option('a', { choices: [{ name: ' ', value: 'a' }] })] })],
    at: '0.options.0.choices.0.name',
    code: 'BASE_TYPE_REQUIRED',
  },
  {
    rule: '100 characters in the value of a choice',
    passes: [command({ options: [option('a', { choices: [{ name: 'A', value: 'a'.repeat(100) }] })] })],
    fails: [command({ options: [option('a', { choices: [{ name: 'A', value: 'a'.repeat(101) }] })] })],
    at: '0.options.0.choices.0.value',
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    rule: 'a name in the menu that is not white space alone',
    passes: [{ ...FIND, name: 'Find' }],
    fails: [{ ...FIND, name: ' ' }],
    at: '0.name',
    code: 'BASE_TYPE_REQUIRED',
  },
  {
    rule: 'names in lower case',
    passes: [command({ name: "frag-e_3'é" })],
    fails: [command({ name: 'Ask' })],
    at: '0.name',
    code: 'APPLICATION_COMMAND_INVALID_NAME',
  },
  {
    rule: 'names without spaces',
    passes: [command({ name: 'ask-me' })],
    fails: [command({ name: 'ask me' })],
    at: '0.name',
    code: 'APPLICATION_COMMAND_INVALID_NAME',
  },
  {
    rule: 'spaces and capitals in a menu name only',
    passes: [{ type: 3, name: 'Find Sources' }],
    fails: [withOptions(option('Find'))],
    at: '0.options.0.name',
    code: 'APPLICATION_COMMAND_INVALID_NAME',
  },
  {
    rule: 'names of at most 32 characters',
    passes: [command({ name: 'a'.repeat(32) })],
    fails: [command({ name: 'a'.repeat(33) })],
    at: '0.name',
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    rule: 'a description of at most 100 characters',
    passes: [command({ description: 'a'.repeat(100) })],
    fails: [command({ description: 'a'.repeat(101) })],
    at: '0.description',
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    rule: 'a description of a slash command',
    passes: [command()],
    fails: [{ name: 'ask' }],
    at: '0.description',
    code: 'BASE_TYPE_REQUIRED',
  },
  {
    rule: 'no description of a menu command',
    passes: [{ type: 3, name: 'Find' }],
    fails: [{ type: 3, name: 'Find', description: 'x' }],
    at: '0.description',
    code: 'APPLICATION_COMMAND_CONTEXT_MENU_INVALID',
  },
  {
    rule: 'no options of a menu command',
    passes: [{ type: 2, name: 'Find' }],
    fails: [{ type: 2, name: 'Find', options: [option('a')] }],
    at: '0.options',
    code: 'APPLICATION_COMMAND_CONTEXT_MENU_INVALID',
  },
  {
    rule: 'a name once for each type',
    passes: [command(), { type: 3, name: 'ask' }],
    fails: [command(), command({ description: 'Again' })],
    at: '1',
    code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
  },
  {
    rule: 'option names once',
    passes: [withOptions(option('a'), option('b'))],
    fails: [withOptions(option('a'), option('a'))],
    at: '0.options.1',
    code: 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
  },
  {
    rule: 'required options first',
    passes: [withOptions(option('a', { required: true }), option('b'))],
    fails: [withOptions(option('b'), option('a', { required: true }))],
    at: '0.options.1',
    code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  },
  {
    rule: 'no choices beside autocomplete',
    passes: [withOptions(option('a', { choices: [{ name: 'x', value: 'x' }] }), option('b', { autocomplete: true }))],
    fails: [withOptions(option('a', { choices: [{ name: 'x', value: 'x' }], autocomplete: true }))],
    at: '0.options.0.choices',
    code: 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
  },
  {
    rule: 'choice names once',
    passes: [withOptions(option('a', { choices: ['x', 'y'].map((name) => ({ name, value: 'v' })) }))],
    fails: [withOptions(option('a', { choices: ['x', 'x'].map((name) => ({ name, value: 'v' })) }))],
    at: '0.options.0.choices',
    code: 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
  },
  {
    rule: '25 options',
    passes: [withOptions(...times(25, (i) => option(`o${i}`)))],
    fails: [withOptions(...times(26, (i) => option(`o${i}`)))],
    at: '0.options',
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    rule: 'subcommands apart from other options',
    passes: [withOptions(option('a', { type: 1 }), option('b', { type: 1, options: [option('c')] }))],
    fails: [withOptions(option('a', { type: 1 }), option('b'))],
    at: '0.options',
    code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
  },
  {
    rule: 'subcommands in a group',
    passes: [withOptions(option('a', { type: 2, options: [option('b', { type: 1 })] }))],
    fails: [withOptions(option('a', { type: 2 }))],
    at: '0.options.0.options',
    code: 'BASE_TYPE_REQUIRED',
  },
  {
    rule: 'bounds that agree',
    passes: [withOptions(option('a', { min_length: 2, max_length: 2 }))],
    fails: [withOptions(option('a', { min_length: 3, max_length: 2 }))],
    at: '0.options.0.min_length',
    code: 'BASE_TYPE_INVALID',
  },
  {
    rule: '8,000 characters in all',
    passes: [withOptions(...long(79))],
    fails: [withOptions(...long(80))],
    at: '0',
    code: 'APPLICATION_COMMAND_TOO_LARGE',
  },
  {
    rule: '8,000 characters in all, with the longest translation of each text',
    passes: [withOptions(...long(79))],
    fails: [command({ options: long(79), description_localizations: { de: 'd'.repeat(100) } })],
    at: '0',
    code: 'APPLICATION_COMMAND_TOO_LARGE',
  },
  {
    rule: 'translated names like the others',
    passes: [withOptions(option('a', { name_localizations: { de: 'größe' } }))],
    fails: [withOptions(option('a', { name_localizations: { de: 'die größe' } }))],
    at: '0.options.0.name_localizations.de',
    code: 'APPLICATION_COMMAND_INVALID_NAME',
  },
  {
    rule: 'languages that Discord has',
    passes: [command({ description_localizations: { 'es-419': 'x' } })],
    fails: [command({ description_localizations: { es: 'x' } })],
    at: '0.description_localizations.es',
    code: 'DICT_TYPE_INVALID_KEY',
  },
  {
    rule: 'autocomplete for texts and numbers alone',
    passes: [withOptions(option('a', { type: 10, autocomplete: true }))],
    fails: [withOptions(option('a', { type: 5, autocomplete: true }))],
    at: '0.options.0.autocomplete',
    code: 'BASE_TYPE_INVALID',
  },
];

/** Options whose choices add up to a hundred characters each, `count` of them. */
function long(count: number): object[] {
  const choices = times(count, (i) => ({ name: `${i}`.padStart(50, 'n'), value: `${i}`.padStart(50, 'v') }));
  return times(4, (i) => option(`o${i}`, { choices: choices.slice(i * 20, i * 20 + 20), description: 'd' }));
}

describe('a command', () => {
  it.each(RULES)('is held to: $rule', async ({ passes, fails, at, code }) => {
    await register(...passes);
    const error = await refusal(register(...fails));
    expect(error).toMatchObject({ status: 400, code: 50035 });
    expect(errorAt(error, at)).toBe(code);
  });

  it('is one of at most 100 slash, 15 message and 15 user commands', async () => {
    await register(...times(100, (i) => command({ name: `c${i}` })), ...times(15, (i) => ({ type: 3, name: `m${i}` })));
    const slash = await refusal(register(...times(101, (i) => command({ name: `c${i}` }))));
    expect(slash).toMatchObject({ status: 400, code: 30032 });
    for (const type of [2, 3]) {
      const menus = await refusal(register(...times(16, (i) => ({ type, name: `m${i}` }))));
      expect(menus).toMatchObject({ code: 30032 });
    }
  });

  it('is held to the rules when it is created or changed alone', async () => {
    const { rest } = setup.bot.client;
    const app = setup.sandbox.applicationId;
    const create = rest.post(Routes.applicationCommands(app), { body: { name: 'A', description: 'x' } });
    expect(errorAt(await refusal(create), 'name')).toBe('APPLICATION_COMMAND_INVALID_NAME');
    const [made] = await register(ASK);
    const change = rest.patch(Routes.applicationCommand(app, made?.id ?? ''), { body: { name: 'A' } });
    expect(errorAt(await refusal(change), 'name')).toBe('APPLICATION_COMMAND_INVALID_NAME');
  });

  it('takes permissions as text, and comes in a list', async () => {
    const [made] = await register(command({ default_member_permissions: '32' }));
    expect(made).toMatchObject({ default_member_permissions: '32' });
    const bad = await refusal(register(command({ default_member_permissions: 'all' })));
    expect(errorAt(bad, '0.default_member_permissions')).toBe('BASE_TYPE_BAD_TYPE');
    const path = Routes.applicationCommands(setup.sandbox.applicationId);
    expect(await refusal(setup.bot.client.rest.put(path, { body: {} }))).toMatchObject({ code: 50035 });
  });
});
