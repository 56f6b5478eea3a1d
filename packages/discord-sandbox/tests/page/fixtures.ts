import type { APIApplicationCommand, APIApplicationCommandOption, APIMessage, APIUser } from 'discord-api-types/v10';
import { type SlashCommand, slashCommands } from '../../page/discord.ts';
import { sceneOf } from '../../page/scene.ts';
import type { ClientState } from '../../src/client-api.ts';

const user = (id: string, username: string): APIUser => ({
  id,
  username,
  discriminator: '0',
  global_name: null,
  avatar: null,
});

const command = (name: string, description: string, options: object[] = [], type = 1): APIApplicationCommand =>
  ({
    id: `id-${name}`,
    application_id: '9',
    version: '1',
    default_member_permissions: null,
    name,
    description,
    type,
    options,
  }) as APIApplicationCommand;

const question = { type: 3, name: 'question', description: 'What to ask', required: true, autocomplete: true };
const source = { type: 3, name: 'source', description: 'Only this one', max_length: 20 };
const alone = { type: 5, name: 'private', description: 'To you alone' };
const count = { type: 4, name: 'count', description: 'How many', min_value: 1, max_value: 5 };
const who = { type: 6, name: 'who', description: 'Whom' };

export const commands: APIApplicationCommand[] = [
  command('ask', 'Asks a question', [question, source, alone]),
  command('tasks', 'What is to be done', [count, who]),
  command('quiz', 'A quiz', [
    { type: 1, name: 'start', description: 'Begins one', options: [{ ...source, name: 'topic' }] },
    { type: 1, name: 'stop', description: 'Ends it' },
  ] satisfies object[] as APIApplicationCommandOption[]),
  command('add', 'Adds a file', [
    { type: 11, name: 'file', description: 'Which', required: true },
    { type: 3, name: 'title', description: 'Its title' },
    { type: 8, name: 'role', description: 'For whom' },
    { type: 11, name: 'cover', description: 'A picture' },
  ]),
  command('Find sources', '', [], 3),
];

export const slash = (name: string): SlashCommand => {
  const found = slashCommands(commands).find((one) => one.name === name);
  if (!found) throw new Error(`There is no /${name} among the fixtures.`);
  return found;
};

export const message = (id: string, content = 'Hello', channel = 'c1'): APIMessage =>
  ({
    id,
    channel_id: channel,
    content,
    author: user('1', 'ana'),
    timestamp: '2026-03-01T12:00:00.000Z',
  }) as APIMessage;

export const client: ClientState = {
  locale: 'en-US',
  locales: ['en-US', 'es-ES'],
  guilds: [
    {
      id: 'g',
      name: 'Study group',
      has_bot: true,
      locale: 'en-US',
      permissions: '2080',
      roles: [
        { id: 'g', name: '@everyone' },
        { id: 'r1', name: 'Librarians' },
      ],
      members: [
        { id: '1', roles: [], manager: true },
        { id: '2', roles: ['r1'], manager: false },
      ],
    },
    {
      id: 'h',
      name: 'Evening class',
      has_bot: true,
      locale: 'en-US',
      permissions: '2048',
      roles: [{ id: 'h', name: '@everyone' }],
      members: [{ id: '1', roles: [], manager: false }],
    },
  ],
  channels: [
    { id: 'd1', name: 'bot', kind: 'dm' },
    { id: 'c1', name: 'general', kind: 'guild', guild_id: 'g' },
    { id: 'c2', name: 'reading', kind: 'guild', guild_id: 'g' },
    { id: 'h1', name: 'homework', kind: 'guild', guild_id: 'h' },
  ],
  people: [user('1', 'ana'), user('2', 'ben')],
  upload_limit: 1_000,
  bot: user('9', 'bot'),
  bot_online: true,
  commands,
  messages: { c1: [message('m1')], c2: [], d1: [], h1: [] },
};

/** What the page makes of it in the first server. */
export const scene = sceneOf(client, 'c1');
