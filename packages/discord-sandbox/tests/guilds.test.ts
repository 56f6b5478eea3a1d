import { type APIInteraction, type APIMessage, GatewayIntentBits, Routes } from 'discord.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { messageOf, type SandboxClient, studyGroup } from '../src/index.ts';
import { loadSpec } from '../src/rules/spec.ts';
import { connect, refusal, type Setup, sandboxWithBot, type TestBot } from './bot.ts';

const ASK = { name: 'ask', description: 'Asks', options: [{ type: 8, name: 'role', description: 'Which' }] };
const MANAGE = { name: 'manage', description: 'For managers', default_member_permissions: '32' };
const MANAGE_GUILD = 32n;

let setup: Setup;
let group: string;
let evening: string;
let ana: { group: SandboxClient; evening: SandboxClient };
let ben: { group: SandboxClient; evening: SandboxClient };
beforeAll(async () => {
  setup = await sandboxWithBot({}, [ASK, MANAGE]);
  const { sandbox } = setup;
  [group = '', evening = ''] = sandbox.guilds.map(({ id }) => id);
  const both = (user: string) => ({
    group: sandbox.client(user, 'general-reading'),
    evening: sandbox.client(user, 'Evening class/homework'),
  });
  ana = both('ana');
  ben = both('ben');
});
afterAll(() => setup.stop());
beforeEach(() => {
  setup.bot.answer = (raw) => setup.bot.respond(raw, { type: 4, data: { content: 'ok' } });
});

const permissionsOf = (raw: APIInteraction) => BigInt(raw.member?.permissions ?? 0);
const rest = () => setup.bot.client.rest;
const listed = async (query: Record<string, string> = {}) =>
  (await rest().get(Routes.userGuilds(), { query: new URLSearchParams(query) })) as { id: string; name: string }[];

describe('a person who has the app for themselves', () => {
  it('uses its commands for that where the bot is not, and nobody else does', async () => {
    const people = studyGroup.people.map((person) => ({ ...person, installed: person.username === 'ana' }));
    const own = await sandboxWithBot({ world: { ...studyGroup, people } }, [
      { name: 'everywhere', description: 'x', integration_types: [0, 1], contexts: [0, 1, 2] },
      { name: 'here', description: 'x', integration_types: [0], contexts: [0] },
    ]);
    own.bot.answer = (raw) => own.bot.respond(raw, { type: 4, data: { content: 'ok' } });
    const { id } = own.sandbox.people[0] ?? { id: '' };
    const owners = async () => {
      await own.ana.command('everywhere');
      return own.bot.received.at(-1)?.authorizing_integration_owners;
    };
    expect(await owners()).toEqual({ 0: own.sandbox.guildId, 1: id });
    own.sandbox.removeBot(own.sandbox.guildId);
    expect(await owners()).toEqual({ 1: id });
    // Discord lets such an app send five more messages, however it is used.
    const { received } = own.bot;
    const { token = '' } = received.at(-1) ?? {};
    const more = () =>
      own.bot.client.rest.post(Routes.webhook(own.sandbox.applicationId, token), { body, auth: false });
    const body = { content: 'more' };
    for (let count = 0; count < 5; count++) await more();
    expect(await refusal(more())).toMatchObject({ status: 400, code: 40094 });
    await expect(own.ana.command('here')).rejects.toThrow('The bot is not in "Study group"');
    await expect(own.ben.command('everywhere')).rejects.toThrow('The bot is not in "Study group"');
    await own.stop();
  });
});

describe('two servers', () => {
  it('are told apart in every interaction, with what the person may do and is in each', async () => {
    const seen = [];
    for (const client of [ana.group, ana.evening, ben.group, ben.evening]) {
      const { interaction } = await client.command('ask');
      expect(interaction.guild_id).toBe(client === ana.group || client === ben.group ? group : evening);
      seen.push((permissionsOf(interaction) & MANAGE_GUILD) !== 0n);
    }
    expect(seen).toEqual([true, false, false, true]);
    const { interaction } = await setup.sandbox.client('chiara').command('ask');
    const roles = (await rest().get(Routes.guildRoles(group))) as { id: string; name: string }[];
    const librarians = roles.find(({ name }) => name === 'Librarians');
    expect(interaction.member?.roles).toEqual([librarians?.id]);
    expect((permissionsOf(interaction) & MANAGE_GUILD) !== 0n).toBe(false);
    const dm = await setup.sandbox.client('ana', 'dm').command('ask');
    expect(dm.interaction).not.toHaveProperty('guild_id');
    expect(dm.interaction).not.toHaveProperty('member');
  });

  it('have a command for who has the permission there alone', async () => {
    await ana.group.command('manage');
    await ben.evening.command('manage');
    await expect(ana.evening.command('manage')).rejects.toThrow('lacks the permissions');
    await expect(ben.group.command('manage')).rejects.toThrow('lacks the permissions');
  });

  it('share no messages, components, roles or people who are not in both', async () => {
    const message = messageOf(await ana.group.command('ask'));
    expect(ana.evening.message(message.id)).toBeUndefined();
    await expect(ana.evening.click(message, 'go')).rejects.toThrow('no button');
    expect(() => setup.sandbox.client('chiara', 'Evening class/homework')).toThrow('There is no channel');
    await expect(ana.evening.command('ask', { role: group })).rejects.toThrow('must name a role');
    await ana.evening.command('ask', { role: evening });
  });

  it('have commands of their own beside those for everywhere', async () => {
    await rest().put(Routes.applicationGuildCommands(setup.sandbox.applicationId, evening), {
      body: [{ name: 'only-here', description: 'x' }],
    });
    await ana.evening.command('only-here');
    await expect(ana.group.command('only-here')).rejects.toThrow('no command');
  });
});

describe('the list of the bot’s servers', () => {
  it('is told as Discord tells it, page by page', async () => {
    const all = await listed({ with_counts: 'true' });
    expect(all).toMatchObject([
      { id: group, name: 'Study group', owner: false, approximate_member_count: 4 },
      { id: evening, name: 'Evening class', approximate_member_count: 3 },
    ]);
    const spec = await loadSpec();
    for (const one of [...all, ...(await listed())]) expect(spec.problems('MyGuildResponseSchema', one)).toEqual([]);
    expect((await listed()).every((one) => !('approximate_member_count' in one))).toBe(true);
    expect(await listed({ limit: '1' })).toMatchObject([{ id: group }]);
    expect(await listed({ limit: '1', after: group })).toMatchObject([{ id: evening }]);
    expect(await listed({ after: evening })).toEqual([]);
    expect(await listed({ limit: '1', before: evening })).toMatchObject([{ id: group }]);
    expect(await refusal(listed({ limit: '201' }))).toMatchObject({ status: 400, code: 50035 });
    expect(await refusal(listed({ after: 'x' }))).toMatchObject({ status: 400, code: 50035 });
  });
});

describe('a bot that leaves a server', () => {
  let watcher: TestBot;
  const events: string[] = [];
  beforeAll(async () => {
    watcher = await connect(setup.sandbox, { intents: [GatewayIntentBits.Guilds] });
    watcher.client.on('guildDelete', ({ id }) => events.push(`delete ${id}`));
    watcher.client.on('guildCreate', ({ id, name }) => events.push(`create ${id} ${name}`));
    setup.bot.client.on('guildDelete', () => events.push('unasked'));
    setup.bot.client.on('guildCreate', () => events.push('unasked'));
  });
  afterAll(() => watcher.stop());

  it('offers nothing there any more, keeps what was said, and is told so if it listens for servers', async () => {
    const before = ana.evening.messages().length;
    const message = messageOf(await ana.evening.command('ask'));
    setup.sandbox.removeBot(evening);
    await expect.poll(() => events).toEqual([`delete ${evening}`]);
    await expect(ana.evening.command('ask')).rejects.toThrow('The bot is not in "Evening class"');
    expect(ana.evening.messages()).toHaveLength(before + 1);
    expect(await listed()).toMatchObject([{ id: group }]);
    expect(await refusal(rest().get(Routes.guild(evening)))).toMatchObject({ code: 10004 });
    const path = Routes.channelMessage(ana.evening.channelId, message.id);
    expect(await refusal(rest().get(path))).toMatchObject({ status: 403, code: 50001 });
    await ana.group.command('ask');

    setup.sandbox.inviteBot(evening);
    await expect.poll(() => events.at(-1)).toBe(`create ${evening} Evening class`);
    expect(((await rest().get(path)) as APIMessage).id).toBe(message.id);
    await ana.evening.command('ask');
  });

  it('may do so itself, once', async () => {
    const id = setup.sandbox.addGuild({ name: 'Short-lived', channels: [{ name: 'lobby' }] });
    await expect.poll(() => events.at(-1)).toBe(`create ${id} Short-lived`);
    await rest().delete(Routes.userGuild(id));
    await expect.poll(() => events.at(-1)).toBe(`delete ${id}`);
    expect(await refusal(rest().delete(Routes.userGuild(id)))).toMatchObject({ status: 404, code: 10004 });
    expect(setup.sandbox.guilds.find((guild) => guild.id === id)).toMatchObject({ hasBot: false });
    expect(events).not.toContain('unasked');
    expect(() => setup.sandbox.removeBot('1')).toThrow('There is no server');
  });
});
