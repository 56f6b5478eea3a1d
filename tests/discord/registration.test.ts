import { describe, expect, it, vi } from 'vitest';
import { commands } from '../../commands/index.ts';
import { toDefinitions } from '../../src/discord/definitions.ts';
import { registerCommands, sameCommands } from '../../src/discord/registration.ts';

const definitions = toDefinitions(commands);

/** The definitions as Discord gives them back: with ids, versions and every default filled in, in another order. */
const registered = definitions
  .map((definition, i) => ({
    id: `${i}`,
    application_id: '1',
    version: '2',
    type: 1,
    default_member_permissions: null,
    nsfw: false,
    dm_permission: true,
    name_localizations: null,
    description_localizations: null,
    description: '',
    ...definition,
    ...('options' in definition && definition.options
      ? { options: definition.options.map((option) => ({ name_localizations: null, required: false, ...option })) }
      : {}),
  }))
  .reverse();

describe('registration', () => {
  it('leaves Discord alone where it has the same commands', async () => {
    const rest = { get: vi.fn(async () => registered), put: vi.fn(async () => []) };
    const { changed, ids } = await registerCommands(rest, '1', definitions);
    expect(changed).toBe(false);
    expect(new Map(ids).get('ask')).toBe(String(definitions.findIndex(({ name }) => name === 'ask')));
    expect(rest.put).not.toHaveBeenCalled();
  });

  it('overwrites all at once where any differs', async () => {
    const rest = { get: vi.fn(async () => registered.slice(1)), put: vi.fn(async () => registered) };
    const { changed, ids } = await registerCommands(rest, '1', definitions);
    expect(changed).toBe(true);
    expect(ids).toHaveLength(definitions.length);
    expect(rest.put).toHaveBeenCalledExactlyOnceWith('/applications/1/commands', { body: definitions });
  });

  it.each([
    ['a description', { description: 'other' }],
    ['where it may be used', { contexts: [0] }],
    ['its options', { options: [] }],
    ['who may use it', { default_member_permissions: '32' }],
  ])('sees a difference in %s', (_what, change) => {
    const [first, ...others] = registered.toSorted((a, b) => Number(a.id) - Number(b.id));
    expect(sameCommands([{ ...first, ...change }, ...others], definitions)).toBe(false);
  });

  it('sees a difference in the order of options, which is the order that people see', () => {
    const changed = registered.map((command) =>
      'options' in command && Array.isArray(command.options)
        ? { ...command, options: command.options.toReversed() }
        : command,
    );
    expect(sameCommands(changed, definitions)).toBe(false);
  });
});

const SERVER_ONLY = ['coverage', 'leaderboard', 'library', 'quiz', 'settings'];

describe('the commands', () => {
  it('have names of their own', () => {
    const names = commands.map(({ type, name }) => `${type} ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('can be used in servers, direct messages and group messages, installed by a server or a person', () => {
    for (const definition of definitions.filter(({ name }) => !SERVER_ONLY.includes(name))) {
      expect(definition).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
    }
  });

  it('belong to servers alone where they are about what a server has', () => {
    for (const name of SERVER_ONLY) {
      const definition = definitions.find((each) => each.name === name);
      expect(definition).toMatchObject({ integration_types: [0], contexts: [0] });
    }
  });
});
