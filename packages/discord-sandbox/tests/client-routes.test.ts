import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Locale } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { ClientEvent, ClientState } from '../src/client-api.ts';
import { ASK, FIND, type Setup, sandboxWithBot } from './bot.ts';

let setup: Setup;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
  const pageDir = join(folder, 'page');
  await mkdir(join(pageDir, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(pageDir, 'index.html'), '<!doctype html><title>Page</title>');
  await writeFile(join(pageDir, 'assets', 'app.js'), 'export {};');
  setup = await sandboxWithBot({ pageDir, ackTimeoutMs: 300 });
});
afterAll(async () => {
  await setup.stop();
  await rm(folder, { recursive: true });
});

const at = (path: string) => new URL(path, setup.sandbox.url);

async function call(path: string, body: object, headers: Record<string, string> = {}) {
  const response = await fetch(at(`/client/${path}`), { method: 'POST', body: JSON.stringify(body), headers });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

/** A page of a person's: its socket, and everything that arrived on it. */
async function page(user: string) {
  const socket = new WebSocket(at(`/client/socket?user=${user}`).href.replace('http', 'ws'));
  const events: ClientEvent[] = [];
  socket.on('message', (data) => events.push(JSON.parse(data.toString())));
  await new Promise((resolve) => socket.once('message', resolve));
  const find = <T extends ClientEvent['type']>(type: T) =>
    events.find((event): event is Extract<ClientEvent, { type: T }> => event.type === type);
  return { events, find, close: () => socket.close() };
}

/** A request with headers that fetch would not let be set. */
function statusWith(headers: Record<string, string>, path = '/client/state'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(setup.sandbox.url);
    httpRequest({ hostname, port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

const place = () => ({ user: setup.ana.user.id, channel: setup.ana.channelId });
const ask = (nonce: string) => ({
  ...place(),
  command_id: setup.sandbox.commands[0]?.id,
  options: [{ name: 'question', type: 3, value: 'When?' }],
  nonce,
});

describe('the state', () => {
  it('holds everything that the page shows at first', async () => {
    const response = await fetch(at(`/client/state?user=${setup.ana.user.id}`));
    const state = (await response.json()) as ClientState;
    expect(state).toMatchObject({
      guilds: [
        { id: setup.sandbox.guildId, name: 'Study group', has_bot: true },
        { name: 'Evening class', has_bot: true },
      ],
      upload_limit: 10_485_760,
      bot: { id: setup.sandbox.applicationId },
      bot_online: true,
    });
    expect(state.channels.map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      'dm Bot',
      'guild general-reading',
      'guild latin-america',
      'guild homework',
      'guild off-topic',
    ]);
    const managers = (guild: number) =>
      state.guilds[guild]?.members.map(({ id, manager }) => [
        state.people.find((person) => person.id === id)?.username,
        manager,
      ]);
    expect(managers(0)).toEqual([
      ['ana', true],
      ['ben', false],
      ['chiara', false],
    ]);
    expect(managers(1)).toEqual([
      ['ana', false],
      ['ben', true],
    ]);
    expect(state.commands.map(({ name }) => name)).toEqual(['ask', 'Find sources']);
    const posts = state.channels.map(({ id }) => state.messages[id]?.length);
    expect(posts).toEqual([0, 0, 3, 0, 1]);
  });

  it('is refused for somebody who is not there', async () => {
    expect((await fetch(at('/client/state?user=1'))).status).toBe(400);
    const socket = new WebSocket(at('/client/socket?user=1').href.replace('http', 'ws'));
    expect(await new Promise((resolve) => socket.once('close', resolve))).toBe(1008);
  });
});

describe('the page', () => {
  it('sends a command and sees what comes of it under its nonce, as does everybody else without it', async () => {
    const { bot, ana, ben } = setup;
    const [mine, other] = [await page(ana.user.id), await page(ben.user.id)];
    bot.answer = (raw) => bot.respond(raw, { type: 4, data: { content: 'Hello' } });
    expect(await call('commands', ask('n1'))).toEqual({ status: 204, body: undefined });
    await expect.poll(() => mine.find('message_create')).toMatchObject({ nonce: 'n1', message: { content: 'Hello' } });
    await expect.poll(() => other.find('message_create')).toMatchObject({ message: { content: 'Hello' } });
    expect(other.find('message_create')).not.toHaveProperty('nonce');
    expect(mine.events[0]?.type).toBe('state');
    for (const open of [mine, other]) open.close();
  });

  it('presses buttons, fills in modals and puts private replies away', async () => {
    const { bot, ana, ben } = setup;
    const [mine, other] = [await page(ana.user.id), await page(ben.user.id)];
    const button = { type: 2, style: 1, label: 'Open', custom_id: 'open' };
    const modal = {
      custom_id: 'm',
      title: 'M',
      components: [{ type: 18, label: 'Name', component: { type: 4, custom_id: 'name', style: 1 } }],
    };
    const components = [{ type: 1, components: [button] }];
    bot.answer = (raw) => bot.respond(raw, { type: 4, data: { content: 'Form', flags: 64, components } });
    await call('commands', ask('n2'));
    await expect.poll(() => mine.find('message_create')?.message.content).toBe('Form');
    const message_id = mine.find('message_create')?.message.id;

    bot.answer = (raw) => bot.respond(raw, { type: 9, data: modal });
    const press = { ...place(), message_id, custom_id: 'open', component_type: 2, nonce: 'n3' };
    expect((await call('components', press)).status).toBe(204);
    await expect.poll(() => mine.find('modal')).toMatchObject({ nonce: 'n3', modal: { custom_id: 'm' } });

    bot.answer = (raw) => bot.respond(raw, { type: 6 });
    const filled = { ...place(), custom_id: 'm', values: { name: 'Ana' }, nonce: 'n4' };
    expect((await call('modals', filled)).status).toBe(204);
    await expect.poll(() => mine.find('interaction_done')).toEqual({ type: 'interaction_done', nonce: 'n4' });

    expect((await call('dismiss', { user: ben.user.id, message_id })).status).toBe(400);
    expect((await call('dismiss', { user: ana.user.id, message_id })).status).toBe(204);
    await expect.poll(() => mine.find('message_delete')).toMatchObject({ message_id });
    expect(other.events).toHaveLength(1);
    for (const open of [mine, other]) open.close();
  });

  it('changes a person’s language, and a server’s for who manages it, and tells every page', async () => {
    const { ana, ben, sandbox } = setup;
    const mine = await page(ana.user.id);
    const guild = sandbox.guildId;
    expect((await call('locale', { user: ana.user.id, locale: 'de' })).status).toBe(204);
    expect((await call('locale', { user: ana.user.id, guild, locale: 'fr' })).status).toBe(204);
    await expect.poll(() => mine.events.length).toBe(3);
    const told = mine.events.at(-1);
    expect(told).toMatchObject({
      type: 'state',
      state: { locale: 'de', guilds: [{ locale: 'fr' }, { locale: 'en-US' }] },
    });
    expect((await call('locale', { user: ben.user.id, guild, locale: 'de' })).status).toBe(400);
    expect((await call('locale', { user: ana.user.id, locale: 'xx' })).status).toBe(400);
    ana.setLocale(Locale.EnglishUS);
    ana.setLocale(Locale.EnglishUS, 'guild');
    mine.close();
  });

  it('sends files with a command, each in a field of its option’s name', async () => {
    const { bot, ana, sandbox } = setup;
    const file = { type: 11, name: 'file', description: 'Which', required: true };
    await bot.register([{ name: 'add', description: 'Adds', options: [file] }, ASK, FIND]);
    bot.answer = (raw) => bot.respond(raw, { type: 4, data: { content: 'Added' } });
    const command_id = sandbox.commands.find(({ name }) => name === 'add')?.id;
    const options = [{ name: 'file', type: 11, value: 'a.txt' }];
    const send = async (bytes: number) => {
      const form = new FormData();
      form.set('payload_json', JSON.stringify({ ...place(), command_id, options, nonce: 'nf' }));
      form.set('file', new File(['x'.repeat(bytes)], 'a.txt'));
      return fetch(at('/client/commands'), { method: 'POST', body: form });
    };
    expect((await send(5)).status).toBe(204);
    await expect.poll(() => ana.messages().at(-1)?.content).toBe('Added');
    const refused = await send(10 * 1024 * 1024 + 1);
    expect([refused.status, await refused.json()]).toEqual([
      400,
      { message: '"a.txt" is too large: a file has at most 10 MiB.' },
    ]);
    expect((await send(26 * 1024 * 1024)).status).toBe(413);
    await bot.register([ASK, FIND]);
  });

  it('is told when nothing came in time', async () => {
    const mine = await page(setup.ana.user.id);
    setup.bot.answer = () => undefined;
    await call('commands', ask('n5'));
    await expect
      .poll(() => mine.find('interaction_failed'))
      .toEqual({
        type: 'interaction_failed',
        nonce: 'n5',
        reason: 'The application did not respond',
      });
    mine.close();
  });

  it('completes what is typed', async () => {
    const { bot } = setup;
    bot.answer = (raw) => bot.respond(raw, { type: 8, data: { choices: [{ name: 'One', value: '1' }] } });
    const typing = { ...ask('n6'), options: [{ name: 'question', type: 3, value: 'w', focused: true }] };
    expect(await call('autocomplete', typing)).toEqual({
      status: 200,
      body: { choices: [{ name: 'One', value: '1' }] },
    });
    bot.answer = () => undefined;
    expect(await call('autocomplete', typing)).toEqual({
      status: 400,
      body: { message: 'The application did not respond' },
    });
  });

  it('writes messages, hears of new commands and of the bot', async () => {
    const { ana, bot } = setup;
    const mine = await page(ana.user.id);
    expect((await call('messages', { ...place(), content: 'Hello all' })).status).toBe(204);
    await expect
      .poll(() => mine.find('message_create')?.message)
      .toMatchObject({
        content: 'Hello all',
        author: { username: 'ana' },
      });
    await bot.register(setup.sandbox.commands.map(({ name, description, type }) => ({ name, description, type })));
    await expect.poll(() => mine.find('commands')?.commands.length).toBe(2);
    setup.sandbox.faults.disconnect();
    await expect.poll(() => mine.find('bot')).toMatchObject({ online: false });
    await expect.poll(() => mine.events.at(-1), { timeout: 3_000 }).toMatchObject({ type: 'bot', online: true });
    mine.close();
  });

  it('is told what was wrong with a call', async () => {
    expect(await call('messages', { ...place(), content: '' })).toEqual({
      status: 400,
      body: { message: 'A message needs some text.' },
    });
    expect((await call('commands', { ...ask('n'), options: 'none' })).body.message).toContain('options');
    expect((await call('commands', { ...ask('n'), command_id: '1' })).body.message).toBe('There is no such command.');
    expect((await call('messages', { ...place(), channel: '1', content: 'x' })).body.message).toContain('channel');
    const response = await fetch(at('/client/messages'), { method: 'POST', body: '{' });
    expect(response.status).toBe(400);
    expect((await fetch(at('/client/nothing'))).status).toBe(404);
    expect((await fetch(at('/client/messages'))).status).toBe(405);
  });
});

describe('nobody but this machine', () => {
  it('gets an answer: another Host or Origin is refused', async () => {
    const { host } = new URL(setup.sandbox.url);
    const path = `/client/state?user=${setup.ana.user.id}`;
    expect(await statusWith({ host }, path)).toBe(200);
    expect(await statusWith({ host: host.replace('127.0.0.1', 'localhost') }, path)).toBe(200);
    expect(await statusWith({ host: 'evil.example' }, path)).toBe(403);
    expect(await statusWith({ host: 'evil.example' }, '/')).toBe(403);
    expect(await statusWith({ host, origin: `http://${host}` }, path)).toBe(200);
    expect(await statusWith({ host, origin: 'http://evil.example' }, path)).toBe(403);
    expect(await statusWith({ host, origin: 'null' }, path)).toBe(403);
  });

  it('gets a socket: another Origin is refused', async () => {
    for (const path of [`client/socket?user=${setup.ana.user.id}`, 'gateway', 'nothing']) {
      const socket = new WebSocket(at(path).href.replace('http', 'ws'), { origin: 'http://evil.example' });
      const error = await new Promise<Error>((resolve) => socket.once('error', resolve));
      expect(error.message).toContain('403');
    }
  });

  it('sends as much as it likes: a body has a limit, said or not', async () => {
    const content = 'x'.repeat(16 * 1024 * 1024);
    expect(await call('messages', { ...place(), content })).toMatchObject({ status: 413 });
    const pieces = Array.from({ length: 20 }, () => Buffer.alloc(1 << 20));
    const stream = { method: 'POST', body: ReadableStream.from(pieces), duplex: 'half' } as RequestInit;
    const answer = await fetch(at('/client/messages'), stream).then(
      ({ status }) => status,
      () => 'cut off',
    );
    expect([413, 'cut off']).toContain(answer);
  });
});

describe('files', () => {
  it('of the page come with their type and a policy that keeps it to this server', async () => {
    const index = await fetch(setup.sandbox.url);
    expect(await index.text()).toContain('<title>Page</title>');
    expect(index.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(index.headers.get('x-content-type-options')).toBe('nosniff');
    const policy = index.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https:|\*/);
    const script = await fetch(at('/assets/app.js'));
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it('outside the page cannot be had', async () => {
    const { host } = new URL(setup.sandbox.url);
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/a%00',
    ]) {
      expect(await statusWith({ host }, path)).toBe(404);
    }
    expect(await statusWith({ host }, '/%zz')).toBe(404);
    expect(await statusWith({ host }, '/assets')).toBe(404);
  });

  it('show the people, so that no picture comes from elsewhere', async () => {
    for (const { id } of [...setup.sandbox.people, { id: setup.sandbox.applicationId }]) {
      const response = await fetch(at(`/avatars/${id}.svg`));
      expect(response.headers.get('content-type')).toBe('image/svg+xml');
      expect(await response.text()).toMatch(/^<svg .*>[ABC]<\/text><\/svg>$/);
    }
    expect((await fetch(at('/avatars/1.svg'))).status).toBe(404);
  });
});
