import { createInflate } from 'node:zlib';
import { type APIGatewayBotInfo, GatewayIntentBits, Routes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Sandbox, startSandbox } from '../src/index.ts';
import { ASK, connect, sandboxWithBot, type TestBot } from './bot.ts';
import { fakeClock } from './fake-clock.ts';

let sandbox: Sandbox;
let bots: TestBot[] = [];
beforeEach(async () => {
  sandbox = await startSandbox({ ackTimeoutMs: 2_000 });
});
afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.stop()));
  bots = [];
  await sandbox.close();
});

async function connected(options: Parameters<typeof connect>[1] = {}): Promise<TestBot> {
  const bot = await connect(sandbox, options);
  bots.push(bot);
  return bot;
}

/** A bare connection, for what a well-behaved client never sends. */
async function bare(query = 'v=10&encoding=json') {
  const { url } = (await (await fetch(`${sandbox.apiUrl}/v10/gateway`, bearer)).json()) as { url: string };
  const socket = new WebSocket(`${url}?${query}`);
  const frames: { op: number; t: string | null; s: number | null; d: unknown }[] = [];
  socket.on('message', (data) => frames.push(JSON.parse(data.toString())));
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await new Promise((resolve) => socket.once('open', resolve));
  return { socket, frames, closed, send: (frame: unknown) => socket.send(JSON.stringify(frame)) };
}

const bearer = { headers: { authorization: 'Bot x' } };
const IDENTIFY = { op: 2, d: { token: 'x', intents: 0, properties: {} } };

describe('connecting', () => {
  it('brings the real client to ready with any token that is not empty', async () => {
    expect(sandbox.online).toBe(false);
    const online = sandbox.whenOnline();
    const bot = await connected();
    await online;
    expect(sandbox.online).toBe(true);
    expect(bot.client.user?.id).toBe(sandbox.applicationId);
    expect(bot.client.application?.id).toBe(sandbox.applicationId);
    expect(bot.client.guilds.cache.map(({ id, available }) => ({ id, available }))).toEqual([
      ...sandbox.guilds.map(({ id }) => ({ id, available: false })),
    ]);
  });

  it('tells servers to a bot that asks for them', async () => {
    const bot = await connected({ intents: [GatewayIntentBits.Guilds] });
    expect(bot.client.guilds.cache.get(sandbox.guildId)?.name).toBe('Study group');
    expect(bot.client.channels.cache.size).toBe(4);
  });

  it('tells a bot of a server that was added before it connects', async () => {
    const id = sandbox.addGuild({ name: 'Second', channels: [{ name: 'lobby' }], members: ['ben'] });
    const bot = await connected();
    expect(bot.client.guilds.cache.has(id)).toBe(true);
    await bot.register([ASK]);
    bot.answer = (raw) => bot.respond(raw, { type: 4, data: { content: 'Hi' } });
    const outcome = await sandbox.client('ben', 'lobby').command('ask', { question: 'x' });
    expect(outcome).toMatchObject({ kind: 'message', interaction: { guild_id: id } });
    expect(() => sandbox.client('ana', 'lobby')).toThrow('no channel "lobby"');
  });

  it('fails what people do while no bot is there at once', async () => {
    const bot = await connected();
    await bot.register([ASK]);
    await bot.stop();
    await expect.poll(() => sandbox.online).toBe(false);
    const outcome = await sandbox.client().command('ask', { question: 'x' }, { timeoutMs: 100 });
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'The bot is offline' });
  });

  it('refuses a bot without a token over HTTP and on the gateway', async () => {
    const response = await fetch(`${sandbox.apiUrl}/v10/users/@me`);
    expect([response.status, await response.json()]).toEqual([401, { message: '401: Unauthorized', code: 0 }]);
    const { send, closed } = await bare();
    send({ op: 2, d: { token: '', intents: 0 } });
    expect(await closed).toBe(4004);
  });
});

it('is sent any event, whatever its data', async () => {
  const { send, frames, socket } = await bare();
  send(IDENTIFY);
  await expect.poll(() => frames.at(-1)?.t).toBe('READY');
  for (const data of [null, 5, { guild_id: {} }]) sandbox.dispatch('INTERACTION_CREATE', data);
  await expect.poll(() => frames.slice(-3).map(({ d }) => d)).toEqual([null, 5, { guild_id: {} }]);
  socket.close();
});

describe('a connection that asks for a zlib stream', () => {
  it('gets every frame as a part of one stream that ends in a flush, and the close behind them', async () => {
    const { url } = (await (await fetch(`${sandbox.apiUrl}/v10/gateway`, bearer)).json()) as { url: string };
    const socket = new WebSocket(`${url}?v=10&encoding=json&compress=zlib-stream`);
    const inflate = createInflate();
    let text = '';
    inflate.on('data', (piece: Buffer) => (text += piece.toString()));
    const tails: string[] = [];
    socket.on('message', (data: Buffer, isBinary) => {
      tails.push(isBinary ? data.subarray(-4).toString('hex') : 'text');
      inflate.write(data);
    });
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(JSON.stringify(IDENTIFY));
    await expect.poll(() => text).toContain('"t":"READY"');
    sandbox.dispatch('SOMETHING', { large: 'x'.repeat(1_000) });
    sandbox.faults.disconnect(4004);
    expect(await new Promise((resolve) => socket.once('close', resolve))).toBe(4004);
    await expect.poll(() => text).toContain('x'.repeat(1_000));
    expect(text).toMatch(/^\{"op":10,.*\}\{"op":0,.*"t":"READY"\}\{"op":0,/);
    expect(new Set(tails)).toEqual(new Set(['0000ffff']));
  });

  it('is closed with 4002 where it asks for another compression', async () => {
    expect(await (await bare('v=10&encoding=json&compress=zstd-stream')).closed).toBe(4002);
  });
});

describe('a connection that misbehaves', () => {
  const cases: [string, number, unknown[]][] = [
    ['sends an opcode that there is not', 4001, [{ op: 99 }]],
    ['sends what is no frame', 4002, ['hello']],
    ['sends commands before it identifies', 4003, [{ op: 3, d: {} }]],
    ['identifies twice', 4005, [IDENTIFY, IDENTIFY]],
    ['names no intents', 4013, [{ op: 2, d: { token: 'x' } }]],
  ];
  it.each(cases)('that %s is closed with %i', async (_, code, frames) => {
    const { send, closed } = await bare();
    for (const frame of frames) send(frame);
    expect(await closed).toBe(code);
  });

  it('that speaks another version is closed with 4012', async () => {
    expect(await (await bare('v=6&encoding=json')).closed).toBe(4012);
  });

  it('that resumes another token or a sequence to come is closed with 4004 or 4007', async () => {
    const first = await bare();
    first.send(IDENTIFY);
    await expect.poll(() => first.frames.length).toBe(2);
    const ready = first.frames.at(-1)?.d as { session_id?: string } | undefined;
    const session_id = ready?.session_id;
    const thief = await bare();
    thief.send({ op: 6, d: { token: 'y', session_id, seq: 1 } });
    expect(await thief.closed).toBe(4004);
    const prophet = await bare();
    prophet.send({ op: 6, d: { token: 'x', session_id, seq: 99 } });
    expect(await prophet.closed).toBe(4007);
    first.socket.close();
  });

  it('that sends no heartbeat is closed with 4009, and one that does is not', async () => {
    const quick = await startSandbox({ heartbeatIntervalMs: 40 });
    const bot = await connect(quick);
    const socket = new WebSocket(`${quick.apiUrl.replace('http', 'ws').replace('/api', '/gateway')}`);
    expect(await new Promise((resolve) => socket.once('close', resolve))).toBe(4009);
    expect(bot.client.ws.status).toBe(0);
    await bot.stop();
    await quick.close();
  });
});

describe('a connection that breaks', () => {
  it('is resumed after a close, with everything that happened meanwhile', async () => {
    const bot = await connected();
    await bot.register([ASK]);
    const resumed = new Promise((resolve) => bot.client.once('shardResume', resolve));
    bot.answer = (raw) => bot.respond(raw, { type: 4, data: { content: 'Back' } });
    sandbox.faults.disconnect();
    await expect.poll(() => sandbox.online).toBe(false);
    const outcome = sandbox.client().command('ask', { question: 'While you were away' });
    expect(await outcome).toMatchObject({ kind: 'message', message: { content: 'Back' } });
    await resumed;
    expect(bot.received).toHaveLength(1);
  });

  it('is resumed when the server asks the bot to reconnect', async () => {
    const bot = await connected();
    const resumed = new Promise((resolve) => bot.client.once('shardResume', resolve));
    sandbox.faults.reconnect();
    await resumed;
    expect(sandbox.online).toBe(true);
  });

  it('is resumed after an invalid session that may be', async () => {
    const bot = await connected();
    const resumed = new Promise((resolve) => bot.client.once('shardResume', resolve));
    sandbox.faults.invalidSession(true);
    await resumed;
    expect(sandbox.online).toBe(true);
  });

  it('is resumed where heartbeats are not answered', async () => {
    const quick = await startSandbox({ heartbeatIntervalMs: 40 });
    const bot = await connect(quick);
    const resumed = new Promise((resolve) => bot.client.once('shardResume', resolve));
    quick.faults.missHeartbeats(1);
    await resumed;
    expect(quick.online).toBe(true);
    await bot.stop();
    await quick.close();
  });

  it('gets "invalid session" for a session that is forgotten', async () => {
    const { frames, send, socket } = await bare();
    send({ op: 6, d: { token: 'x', session_id: '1', seq: 0 } });
    await expect.poll(() => frames.at(-1)).toMatchObject({ op: 9, d: false });
    socket.close();
  });
});

describe('requests that go wrong on the way', () => {
  it('are waited out and repeated by the real client when rate-limited', async () => {
    const { sandbox: own, bot, ana, stop } = await sandboxWithBot();
    own.faults.rateLimitNext(1, 0.2, ({ path }) => path.endsWith('/callback'));
    bot.answer = (raw) => bot.respond(raw, { type: 4, data: { content: 'Late' } });
    const start = performance.now();
    expect(await ana.command('ask', { question: 'x' })).toMatchObject({ kind: 'message' });
    expect(performance.now() - start).toBeGreaterThan(190);
    expect(own.requests.filter(({ path }) => path.endsWith('/callback')).map(({ status }) => status)).toEqual([
      429, 204,
    ]);
    expect(own.violations).toEqual([]);
    await stop();
  });

  it('leave no session to be started for a while', async () => {
    const clock = fakeClock();
    const own = await startSandbox({ clock });
    const limit = async () => {
      const response = await fetch(`${own.apiUrl}/v10/gateway/bot`, bearer);
      return ((await response.json()) as APIGatewayBotInfo).session_start_limit;
    };
    own.faults.barSessions(3_600_000);
    expect(await limit()).toMatchObject({ remaining: 0, reset_after: 3_600_000 });
    clock.advance(3_600_000);
    expect(await limit()).toMatchObject({ remaining: 1000 });
    await own.close();
  });

  it('say how long to wait in the header and the body', async () => {
    sandbox.faults.rateLimitNext(1, 1.5);
    const response = await fetch(`${sandbox.apiUrl}/v10/gateway/bot`, bearer);
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '1.5']);
    expect(await response.json()).toMatchObject({ retry_after: 1.5, global: false });
  });

  it.each([
    ['user', false, null],
    ['shared', false, null],
    ['global', true, 'true'],
  ] as const)('say whose limit it is: %s', async (scope, global, header) => {
    sandbox.faults.rateLimitNext(1, 0.1, () => true, scope);
    const { headers, ...response } = await fetch(`${sandbox.apiUrl}/v10/gateway/bot`, bearer).then(async (answer) => ({
      headers: answer.headers,
      body: await answer.json(),
    }));
    expect([headers.get('x-ratelimit-scope'), headers.get('x-ratelimit-global')]).toEqual([scope, header]);
    expect(response.body).toMatchObject({ global });
  });

  it('are carried out although the answer is lost', async () => {
    const bot = await connected();
    const { channelId } = sandbox.client();
    const path = Routes.channelMessages(channelId);
    const sent = async () => ((await bot.client.rest.get(path)) as { content: string }[]).map(({ content }) => content);
    sandbox.faults.loseNext(1, 502, ({ method }) => method === 'POST');
    await expect(bot.client.rest.post(path, { body: { content: 'lost' } })).rejects.toMatchObject({ status: 502 });
    expect((await sent()).filter((content) => content === 'lost')).toHaveLength(1);
  });

  it('fail with a server error, are cut off, or are slow, as planned', async () => {
    const bot = await connected();
    sandbox.faults.dropNext(1);
    await expect(bot.client.rest.get(Routes.user())).rejects.toMatchObject({ status: 500 });
    sandbox.faults.dropNext(1, 'reset');
    await expect(bot.client.rest.get(Routes.user())).rejects.toThrow();
    sandbox.faults.latency(120);
    const start = performance.now();
    await bot.client.rest.get(Routes.user());
    expect(performance.now() - start).toBeGreaterThan(110);
    sandbox.faults.dropNext(5);
    sandbox.faults.clear();
    await bot.client.rest.get(Routes.user());
  });
});
