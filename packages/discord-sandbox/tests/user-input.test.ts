import { ApplicationCommandOptionType as Type } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InputRefused, type SandboxClient } from '../src/index.ts';
import { type Setup, sandboxWithBot } from './bot.ts';

const option = (name: string, type: Type, more: object = {}) => ({ name, type, description: 'An option', ...more });
const COMMANDS = [
  {
    name: 'fill',
    description: 'Takes everything',
    options: [
      option('text', Type.String, { required: true, min_length: 2, max_length: 5 }),
      option('choice', Type.String, { choices: [{ name: 'A', value: 'a' }] }),
      option('whole', Type.Integer, { min_value: 1, max_value: 3 }),
      option('number', Type.Number),
      option('flag', Type.Boolean),
      option('person', Type.User),
      option('channel', Type.Channel),
      option('role', Type.Role),
      option('any', Type.Mentionable),
      option('file', Type.Attachment),
      option('typed', Type.String, { autocomplete: true }),
    ],
  },
  {
    name: 'quiz',
    description: 'Has subcommands',
    options: [
      option('start', Type.Subcommand, { options: [option('rounds', Type.Integer)] }),
      option('deck', Type.SubcommandGroup, { options: [option('add', Type.Subcommand)] }),
    ],
  },
  { name: 'server-only', description: 'x', contexts: [0] },
  { name: 'private-only', description: 'x', contexts: [1] },
  { name: 'managers', description: 'x', default_member_permissions: '32' },
  { name: 'nobody', description: 'x', default_member_permissions: '0' },
  { name: 'Greet', type: 2 },
];

let setup: Setup;
let ana: SandboxClient;
let ben: SandboxClient;
beforeAll(async () => {
  setup = await sandboxWithBot({}, COMMANDS);
  ({ ana, ben } = setup);
  setup.bot.answer = (raw) =>
    setup.bot.respond(raw, raw.type === 4 ? { type: 8, data: { choices: [] } } : { type: 4, data: { content: 'ok' } });
});
afterAll(() => setup.stop());

const lastData = () => setup.bot.received.at(-1)?.data;

describe('options', () => {
  it.each([
    ['a required one that is missing', {}, 'The option "text" is required'],
    ['one that is too short', { text: 'a' }, 'at least 2'],
    ['one that is too long', { text: 'abcdef' }, 'at most 5'],
    ['one that there is not', { text: 'abc', nope: 'x' }, 'no option "nope"'],
    ['text of no characters', { text: 'abc', typed: '' }, 'at least 1'],
    ['text of more than 6,000 characters', { text: 'abc', typed: 'x'.repeat(6_001) }, 'at most 6000'],
    ['what is not among the choices', { text: 'abc', choice: 'b' }, 'one of its choices'],
    ['a number beyond its bounds', { text: 'abc', whole: 4 }, 'at most 3'],
    ['a fraction for a whole number', { text: 'abc', whole: 1.5 }, 'whole number'],
    ['text for a number', { text: 'abc', number: 'x' }, 'must be a number'],
    ['text for a yes or no', { text: 'abc', flag: 'x' }, 'true or false'],
    ['a person that there is not', { text: 'abc', person: '1' }, 'name a person'],
    ['a channel that there is not', { text: 'abc', channel: '1' }, 'name a channel'],
    ['a role that there is not', { text: 'abc', role: '1' }, 'name a role'],
    ['a mention of nothing', { text: 'abc', any: '1' }, 'person or a role'],
  ])('are refused before the bot hears of them: %s', async (_, options, reason) => {
    const heard = setup.bot.received.length;
    const call = ana.command('fill', options);
    await expect(call).rejects.toThrow(InputRefused);
    await expect(call).rejects.toThrow(reason);
    expect(setup.bot.received).toHaveLength(heard);
  });

  it('arrive with the people, channels and roles that they name', async () => {
    const { guildId } = setup.sandbox;
    await ana.command('fill', {
      text: 'abc',
      choice: 'a',
      whole: 3,
      number: -1.5,
      flag: true,
      person: ben.user.id,
      channel: ana.channelId,
      role: guildId,
      any: setup.sandbox.applicationId,
    });
    expect(lastData()).toMatchObject({
      options: expect.arrayContaining([
        { name: 'whole', type: 4, value: 3 },
        { name: 'number', type: 10, value: -1.5 },
        { name: 'flag', type: 5, value: true },
        { name: 'person', type: 6, value: ben.user.id },
      ]),
      resolved: {
        users: { [ben.user.id]: { username: 'ben' }, [setup.sandbox.applicationId]: { bot: true } },
        members: { [ben.user.id]: { permissions: expect.any(String) } },
        channels: { [ana.channelId]: { type: 0, name: 'general-reading', permissions: expect.any(String) } },
        roles: { [guildId]: { name: '@everyone' } },
      },
    });
  });

  it('may be files, which the bot can fetch', async () => {
    const file = { filename: 'notes.txt', content_type: 'text/plain', data: Buffer.from('words').toString('base64') };
    await ana.command('fill', { text: 'abc', file });
    const { resolved } = lastData() as { resolved: { attachments: Record<string, { url: string; size: number }> } };
    const [attachment] = Object.values(resolved.attachments);
    expect(attachment).toMatchObject({ filename: 'notes.txt', size: 5, content_type: 'text/plain; charset=utf-8' });
    expect(await (await fetch(attachment?.url ?? '')).text()).toBe('words');
  });

  it('may be incomplete while somebody types, but not wrong', async () => {
    expect(await ana.autocomplete('fill', 'typed', '')).toEqual([]);
    await expect(ana.autocomplete('fill', 'text', 'a')).rejects.toThrow('has no autocomplete');
    await expect(ana.autocomplete('fill', 'typed', 'a', { whole: 9 })).rejects.toThrow('at most 3');
  });
});

describe('subcommands', () => {
  it('wrap their options as Discord wraps them', async () => {
    await ana.command('quiz start', { rounds: 3 });
    expect(lastData()).toMatchObject({
      options: [{ name: 'start', type: 1, options: [{ name: 'rounds', type: 4, value: 3 }] }],
    });
    await ana.command('quiz deck add');
    expect(lastData()).toMatchObject({
      options: [{ name: 'deck', type: 2, options: [{ name: 'add', type: 1, options: [] }] }],
    });
  });

  it('must be named', async () => {
    await expect(ana.command('quiz')).rejects.toThrow('only called with a subcommand');
    await expect(ana.command('quiz stop')).rejects.toThrow('no subcommand "stop"');
  });
});

describe('a command is not offered', () => {
  it('where its contexts leave the place out', async () => {
    await ana.command('server-only');
    await ana.in('dm').command('private-only');
    await expect(ana.in('dm').command('server-only')).rejects.toThrow('not offered in direct messages');
    await expect(ana.command('private-only')).rejects.toThrow('not offered in servers');
  });

  it('to who lacks the permissions that it asks for', async () => {
    await ana.command('managers');
    await ana.command('nobody');
    await expect(ben.command('managers')).rejects.toThrow('lacks the permissions');
    await expect(ben.command('nobody')).rejects.toThrow('lacks the permissions');
  });

  it('when there is none of that name', async () => {
    await expect(ana.command('nope')).rejects.toThrow('no command "nope"');
  });
});

it('uses user commands on people', async () => {
  await ana.userCommand('Greet', ben.user.id);
  expect(lastData()).toMatchObject({ type: 2, target_id: ben.user.id, resolved: { users: { [ben.user.id]: {} } } });
  await expect(ana.userCommand('Greet', '1')).rejects.toThrow('no such person');
});

it('holds what people write to 2,000 characters, and to something', () => {
  expect(ana.post('a'.repeat(2_000)).content).toHaveLength(2_000);
  expect(() => ana.post('a'.repeat(2_001))).toThrow('2,000');
  expect(() => ana.post(' \n')).toThrow('some text');
});

it('names who and what is not there', () => {
  expect(() => setup.sandbox.client('zoe')).toThrow('nobody called "zoe"');
  expect(() => ana.in('attic')).toThrow('no channel "attic"');
  expect(setup.sandbox.client().user.username).toBe('ana');
  expect(setup.sandbox.people.map(({ global_name }) => global_name)).toEqual(['Ana', 'Ben', 'Chiara']);
});
