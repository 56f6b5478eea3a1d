import { describe, expect, it } from 'vitest';
import { manages, sceneOf } from '../../page/scene.ts';
import type { ClientState } from '../../src/client-api.ts';
import { client } from './fixtures.ts';

const named = (state: ClientState, channel: string) => {
  const { guild, channels, people, roles, commands } = sceneOf(state, channel);
  return {
    guild: guild?.name,
    channels: channels.map(({ name }) => name),
    people: people.map(({ username }) => username),
    roles: roles.map(({ name }) => name),
    commands: commands.map(({ name }) => name),
  };
};
const withCommands = (...more: object[]): ClientState => ({
  ...client,
  commands: more.map((part, index) => ({
    ...client.commands[0],
    name: `c${index}`,
    ...part,
  })) as ClientState['commands'],
});

describe('what an open channel has about it', () => {
  it('is its own server’s, and nothing of another one', () => {
    expect(named(client, 'c2')).toMatchObject({
      guild: 'Study group',
      channels: ['general', 'reading'],
      people: ['ana', 'ben'],
      roles: ['@everyone', 'Librarians'],
    });
    expect(named(client, 'h1')).toMatchObject({
      guild: 'Evening class',
      channels: ['homework'],
      people: ['ana'],
      roles: ['@everyone'],
    });
    expect(named(client, 'd1')).toMatchObject({ guild: undefined, channels: ['bot'], roles: [] });
  });

  it('knows the servers’ channels in direct messages too, which may mention them', () => {
    const names = sceneOf(client, 'd1').everywhere.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['general', 'homework', 'bot']));
  });

  it('offers the commands that the person may use there', () => {
    const state = withCommands(
      {},
      { guild_id: 'h' },
      { contexts: [0] },
      { contexts: [1] },
      { default_member_permissions: '32' },
      { default_member_permissions: '0' },
    );
    expect(named(state, 'c1').commands).toEqual(['c0', 'c2', 'c4']);
    expect(named(state, 'h1').commands).toEqual(['c0', 'c1', 'c2']);
    expect(named(state, 'd1').commands).toEqual(['c0', 'c3', 'c4', 'c5']);
  });

  it('has neither bot nor commands where the bot is not', () => {
    const guilds = client.guilds.map((guild) => ({ ...guild, has_bot: false }));
    const scene = sceneOf({ ...client, guilds }, 'c1');
    expect([scene.bot, scene.commands]).toEqual([null, []]);
    expect(sceneOf({ ...client, guilds }, 'd1').bot).not.toBeNull();
  });

  it('describes commands in the person’s language, where they have it', () => {
    const state = withCommands({
      description: 'Ask',
      description_localizations: { 'es-ES': 'Pregunta' },
      options: [
        {
          name: 'how',
          type: 3,
          description: 'How',
          description_localizations: { 'es-ES': 'Cómo' },
          choices: [
            { name: 'Red', name_localizations: { 'es-ES': 'Rojo' }, value: 'red' },
            { name: 'Blue', value: 'blue' },
          ],
        },
      ],
    });
    const texts = (locale: string) =>
      JSON.stringify(sceneOf({ ...state, locale }, 'c1').commands, ['name', 'description', 'options', 'choices']);
    expect(JSON.parse(texts('es-ES'))).toEqual([
      {
        name: 'c0',
        description: 'Pregunta',
        options: [{ name: 'how', description: 'Cómo', choices: [{ name: 'Rojo' }, { name: 'Blue' }] }],
      },
    ]);
    expect(texts('de')).not.toMatch(/Pregunta|Cómo|Rojo/);
  });

  it('tells who manages it', () => {
    const [group, evening] = client.guilds;
    expect([manages(group, '1'), manages(group, '2'), manages(evening, '1'), manages(undefined, '1')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
