import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import { type AddressInfo, connect as connectSocket } from 'node:net';
import { ApplicationCommandType } from 'discord-api-types/v10';
import { messageOf, type Sandbox, startSandbox } from 'discord-sandbox';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createKnowledgeBase } from '../../src/answer/knowledge-base.ts';
import type { SlashCommand } from '../../src/bot/command.ts';
import { createDispatcher } from '../../src/bot/dispatch.ts';
import { toDefinitions } from '../../src/discord/definitions.ts';
import { type HttpIngress, type HttpOptions, serveInteractions } from '../../src/discord/http-endpoint.ts';
import { createLogger } from '../../src/logger.ts';
import { joinCollections } from '../../src/material/load.ts';
import { noticeView } from '../../src/reply/notice-view.ts';
import { english } from '../../src/text/languages/index.ts';
import { fixedGuilds, unreachable } from '../support/guilds.ts';
import { isEphemeral, textOf } from '../support/message.ts';

const library = createKnowledgeBase(joinCollections([]), { language: english });
const logger = createLogger({ level: 'silent', secrets: [], readable: false });
const KEY = generateKeyPairSync('ed25519').privateKey;
const HOST = '127.0.0.1';
let sandbox: Sandbox;
let ingress: HttpIngress | undefined;

beforeEach(async () => {
  sandbox = await startSandbox({ signingKey: KEY });
});

afterEach(async () => {
  await ingress?.close(0);
  ingress = undefined;
  await sandbox.close();
});

/** The headers of a request that Discord signed, `timestamp` in seconds. */
function signed(body: string, timestamp = Math.floor(Date.now() / 1000)): Record<string, string> {
  return {
    'x-signature-timestamp': String(timestamp),
    'x-signature-ed25519': sign(null, Buffer.from(timestamp + body), KEY).toString('hex'),
  };
}

/** A bot whose `/help` does what the test says, for the sandbox's key. */
async function serve(
  run: SlashCommand['run'],
  { deferAfter = 1500, ...limits }: { readonly deferAfter?: number } & Pick<HttpOptions, 'maxUnfinished'> = {},
): Promise<HttpIngress> {
  const help: SlashCommand = { type: ApplicationCommandType.ChatInput, name: 'help', options: [], complete: {}, run };
  const dispatcher = createDispatcher({
    commands: [help],
    actions: [],
    guilds: fixedGuilds(library),
    ...unreachable,
    logger,
    deferAfter,
  });
  ingress = await serveInteractions({
    token: 'test',
    api: sandbox.apiUrl,
    publicKey: sandbox.publicKey,
    port: 0,
    host: HOST,
    dispatcher,
    definitions: toDefinitions([help]),
    logger,
    ...limits,
  });
  await sandbox.useEndpoint(`http://${HOST}:${ingress.port}/interactions`);
  return ingress;
}

const say = (content: string) => ({ show: 'public' as const, components: noticeView(content) });
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Posts as somebody does who does not have Discord's key. */
function post(body: string, headers: Record<string, string> = {}, path = '/interactions'): Promise<Response> {
  return fetch(`http://${HOST}:${ingress?.port}${path}`, { method: 'POST', body, headers });
}

describe('the endpoint for interactions', () => {
  it('registers the commands, passes the check of its address and answers', async () => {
    await serve(() => say('hello'));
    expect(textOf(messageOf(await sandbox.client().command('help')))).toBe('hello');
    expect(sandbox.commands.map(({ name }) => name)).toEqual(['help']);
    expect(sandbox.violations).toEqual([]);
  });

  it('sends files with the first answer', async () => {
    const data = new TextEncoder().encode('a,b');
    const files = [{ name: 'table.csv', data }];
    const file = { type: 13 as const, file: { url: 'attachment://table.csv' } };
    await serve(() => ({ show: 'public', components: [...noticeView('here'), file], files }));
    const message = messageOf(await sandbox.client().command('help'));
    expect((await sandbox.client().download(message, 'table.csv')).bytes).toEqual(data);
    expect(sandbox.violations).toEqual([]);
  });

  it.each([0, 30])('acknowledges at once what takes longer, and delivers it %i ms later', async (ms) => {
    await serve(
      async () => {
        await pause(20 + ms);
        return say('late');
      },
      { deferAfter: 20 },
    );
    const first = await sandbox.client().command('help');
    const followUp = messageOf(await first.next());
    expect(isEphemeral(messageOf(first))).toBe(true);
    expect(textOf(followUp)).toBe('late');
  });

  it('edits again where Discord does not know of the deferral yet', async () => {
    await serve(
      async () => {
        await pause(40);
        return say('late');
      },
      { deferAfter: 10 },
    );
    sandbox.faults.dropNext(2, 404, ({ method }) => method === 'PATCH');
    const first = await sandbox.client().command('help');
    expect(textOf(messageOf(await first.next()))).toBe('late');
  });

  it('goes on after a command that fails', async () => {
    let calls = 0;
    await serve(() => {
      calls++;
      if (calls === 1) throw new Error('broken');
      return say('fine');
    });
    expect(textOf(messageOf(await sandbox.client().command('help')))).toContain('Something went wrong');
    expect(textOf(messageOf(await sandbox.client().command('help')))).toBe('fine');
  });

  it('answers once what comes twice', async () => {
    let calls = 0;
    await serve(() => {
      calls++;
      return say('once');
    });
    const { interaction } = await sandbox.client().command('help');
    sandbox.dispatch('INTERACTION_CREATE', interaction);
    await pause(100);
    expect(calls).toBe(1);
  });

  it('finishes what is in flight before it leaves', async () => {
    const bot = await serve(async () => {
      await pause(300);
      return say('finished');
    });
    const outcome = sandbox.client().command('help');
    await pause(100);
    await bot.close();
    expect(bot.isOpen()).toBe(false);
    expect(textOf(messageOf(await outcome))).toBe('finished');
  });
});

describe('a request to the endpoint', () => {
  const ping = JSON.stringify({ id: '1', application_id: '2', token: 't', type: 1 });

  it('without a signature, or with a forged one, gets 401', async () => {
    await serve(() => say('hello'));
    expect((await post(ping)).status).toBe(401);
    expect((await post(ping, signed(`${ping} `))).status).toBe(401);
    expect((await post(ping, { ...signed(ping), 'x-signature-timestamp': '1' })).status).toBe(401);
  });

  it('to another path gets 404, by another method 405', async () => {
    await serve(() => say('hello'));
    expect((await post(ping, {}, '/')).status).toBe(404);
    const response = await fetch(`http://${HOST}:${ingress?.port}/interactions`);
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });

  it('with a body that is too large gets 413, whatever length it claims', async () => {
    await serve(() => say('hello'));
    expect((await post('x'.repeat(1_000_001))).status).toBe(413);
    const chunked = new ReadableStream({
      start(controller) {
        for (let at = 0; at < 20; at++) controller.enqueue(new Uint8Array(100_000));
        controller.close();
      },
    });
    const init = { method: 'POST', body: chunked, duplex: 'half' } as RequestInit;
    const status = await fetch(`http://${HOST}:${ingress?.port}/interactions`, init).then(
      (response) => response.status,
      () => 413,
    );
    expect(status).toBe(413);
  });

  it('that never ends is ended, and many of them neither fill the memory nor keep others out', async () => {
    await serve(() => say('hello'), { maxUnfinished: 1_000_000 });
    const answers: string[] = [];
    const sockets = Array.from({ length: 60 }, () => {
      const socket = connectSocket(ingress?.port ?? 0, HOST);
      socket.on('error', () => {});
      socket.on('data', (data) => answers.push(String(data)));
      socket.write(`POST /interactions HTTP/1.1\r\nHost: ${HOST}\r\nContent-Length: 999999\r\n\r\n`);
      socket.write(Buffer.alloc(60_000));
      return socket;
    });
    const refused = () => answers.filter((answer) => answer.startsWith('HTTP/1.1 503')).length;
    await vi.waitFor(() => expect(refused()).toBeGreaterThan(20), { timeout: 3_000 });
    expect(textOf(messageOf(await sandbox.client().command('help')))).toBe('hello');
    await vi.waitFor(() => expect(sockets.every(({ destroyed }) => destroyed)).toBe(true), { timeout: 10_000 });
  }, 20_000);

  it.each([
    ['no JSON', '{'],
    ['no object', 'null'],
    ['a list', '[]'],
    ['no id', '{"type":2}'],
  ])('that is signed but holds %s gets 400', async (_what, body) => {
    await serve(() => say('hello'));
    expect((await post(body, signed(body))).status).toBe(400);
  });

  it('that is signed gets an answer, whatever is missing in it or of another type', async () => {
    await serve(() => say('hello'));
    const { interaction } = await sandbox.client().command('help');
    const json = fc.jsonValue();
    const broken = fc.record(
      { id: fc.oneof(fc.bigInt({ min: 1n, max: 2n ** 60n }).map(String), json), type: json, member: json, data: json },
      { requiredKeys: ['id'] },
    );
    for (const fields of fc.sample(broken, 200)) {
      const body = JSON.stringify({ ...interaction, ...fields });
      const { status } = await post(body, signed(body));
      expect([200, 400, 503], body).toContain(status);
    }
    expect(textOf(messageOf(await sandbox.client().command('help')))).toBe('hello');
  }, 30_000);

  it('that was signed minutes ago gets 401', async () => {
    await serve(() => say('hello'));
    const old = Math.floor(Date.now() / 1000) - 301;
    expect((await post(ping, signed(ping, old))).status).toBe(401);
    const answered = await post(ping, signed(ping));
    expect(answered.status).toBe(200);
    expect(await answered.json()).toEqual({ type: 1 });
  });

  it('that is cut off ends nothing', async () => {
    await serve(() => say('hello'));
    const socket = connectSocket(ingress?.port ?? 0, HOST);
    socket.write('POST /interactions HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{');
    await pause(50);
    socket.destroy();
    expect(textOf(messageOf(await sandbox.client().command('help')))).toBe('hello');
  });

  it('whose connection ends before the answer is answered by the API', async () => {
    await serve(async () => {
      await pause(150);
      return say('by the API');
    });
    await sandbox.useEndpoint(`${await cutter()}/interactions`);
    expect(textOf(messageOf(await sandbox.client().command('help')))).toBe('by the API');
    expect(sandbox.violations).toEqual([]);
  });

  /** A proxy before the endpoint that lets pings through and cuts all else off after 50 ms; its address. */
  async function cutter(): Promise<string> {
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const body = Buffer.concat(chunks).toString();
      const { 'x-signature-timestamp': timestamp, 'x-signature-ed25519': signature } = request.headers;
      const headers = { 'x-signature-timestamp': String(timestamp), 'x-signature-ed25519': String(signature) };
      const isPing = JSON.parse(body).type === 1;
      const init = { method: 'POST', body, headers, signal: AbortSignal.timeout(isPing ? 5_000 : 50) };
      try {
        const answer = await fetch(`http://${HOST}:${ingress?.port}/interactions`, init);
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
      } catch {
        response.destroy();
      }
    });
    await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
    server.unref();
    return `http://${HOST}:${(server.address() as AddressInfo).port}`;
  }
});

describe('the endpoint does not start', () => {
  const options = () => ({
    token: 'test',
    api: sandbox.apiUrl,
    publicKey: sandbox.publicKey,
    port: 0,
    host: HOST,
    dispatcher: createDispatcher({ commands: [], actions: [], guilds: fixedGuilds(library), ...unreachable, logger }),
    definitions: [],
    logger,
  });

  it('with a key that is not the application’s', async () => {
    const publicKey = '0'.repeat(64);
    await expect(serveInteractions({ ...options(), publicKey })).rejects.toThrow(/^DISCORD_PUBLIC_KEY .*copy it/);
  });

  it('on a port that is taken', async () => {
    const { port } = await serve(() => say('hello'));
    await expect(serveInteractions({ ...options(), port })).rejects.toThrow(/^HTTP_PORT \d+ .*taken .*another port/);
  });

  it('where the API cannot be reached', async () => {
    const api = 'http://127.0.0.1:1/api';
    await expect(serveInteractions({ ...options(), api })).rejects.toThrow(/cannot be reached .*DISCORD_API/);
  });
});
