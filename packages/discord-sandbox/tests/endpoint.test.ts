import { createPublicKey, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type APIInteraction, InteractionResponseType, InteractionType, MessageFlags } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messageOf, type Sandbox, startSandbox } from '../src/index.ts';
import { ASK } from './bot.ts';

interface Answer {
  status: number;
  body?: object | FormData;
}

let sandbox: Sandbox;
let server: Server;
let url: string;
let received: APIInteraction[];
/** What the endpoint answers to everything but pings. */
let answer: (raw: APIInteraction) => Answer;
/** Whether signatures are looked at. */
let checks: boolean;

beforeEach(async () => {
  sandbox = await startSandbox({ ackTimeoutMs: 500 });
  received = [];
  checks = true;
  answer = () => ({ status: 200, body: say('Hello') });
  server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    if (checks && !isSigned(request, body)) {
      response.writeHead(401).end();
      return;
    }
    const raw = JSON.parse(body) as APIInteraction;
    const pong = { status: 200, body: { type: InteractionResponseType.Pong } };
    if (raw.type !== InteractionType.Ping) received.push(raw);
    const { status, body: given } = raw.type === InteractionType.Ping ? pong : answer(raw);
    const sent = new Response(given instanceof FormData ? given : JSON.stringify(given ?? {}));
    const type = given instanceof FormData ? (sent.headers.get('content-type') ?? '') : 'application/json';
    response.writeHead(status, { 'content-type': type }).end(Buffer.from(await sent.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/interactions`;
  await api('PUT', `/applications/${sandbox.applicationId}/commands`, [ASK]);
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await sandbox.close();
});

const say = (content: string) => ({ type: InteractionResponseType.ChannelMessageWithSource, data: { content } });

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function isSigned({ headers }: IncomingMessage, body: string): boolean {
  const x = Buffer.from(sandbox.publicKey, 'hex').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const signature = Buffer.from(String(headers['x-signature-ed25519']), 'hex');
  return verify(null, Buffer.from(`${headers['x-signature-timestamp']}${body}`), key, signature);
}

function api(method: string, path: string, body: unknown): Promise<Response> {
  const headers = { authorization: 'Bot x', 'content-type': 'application/json' };
  return fetch(`${sandbox.apiUrl}/v10${path}`, { method, headers, body: JSON.stringify(body) });
}

describe('an endpoint of the bot', () => {
  it('gets interactions as signed POSTs and answers in the response', async () => {
    await sandbox.useEndpoint(url);
    expect(sandbox.online).toBe(true);
    const outcome = await sandbox.client().command('ask', { question: 'Why?' });
    expect(messageOf(outcome).content).toBe('Hello');
    expect(received).toHaveLength(1);
    expect(sandbox.violations).toEqual([]);
  });

  it('cannot answer in a form, which Discord documents for requests of the bot alone', async () => {
    answer = () => {
      const body = new FormData();
      body.set('payload_json', JSON.stringify(say('With a file')));
      body.set('files[0]', new Blob(['text']), 'a.txt');
      return { status: 200, body };
    };
    await sandbox.useEndpoint(url);
    const outcome = await sandbox.client().command('ask', { question: 'Why?' });
    expect(outcome.kind).toBe('failed');
    expect(sandbox.requests.at(-1)).toMatchObject({ status: 415 });
  });

  it('can defer, and follows up by the API', async () => {
    answer = () => ({
      status: 200,
      body: { type: InteractionResponseType.DeferredChannelMessageWithSource, data: { flags: MessageFlags.Ephemeral } },
    });
    await sandbox.useEndpoint(url);
    const first = await sandbox.client().command('ask', { question: 'Why?' }, { until: 'acknowledged' });
    expect(first.kind).toBe('deferred');
    const next = first.next();
    await api('PATCH', `/webhooks/${sandbox.applicationId}/${received[0]?.token}/messages/@original`, {
      content: 'Late',
    });
    expect(messageOf(await next).content).toBe('Late');
  });

  it('can accept with 202 and answer by the API', async () => {
    answer = () => ({ status: 202 });
    await sandbox.useEndpoint(url);
    const outcome = sandbox.client().command('ask', { question: 'Why?' });
    while (received.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await api('POST', `/interactions/${received[0]?.id}/${received[0]?.token}/callback`, say('By the API'));
    expect(messageOf(await outcome).content).toBe('By the API');
  });

  it.each<[string, Answer]>([
    ['a status that is none', { status: 500 }],
    ['a payload that breaks a rule', { status: 200, body: { type: 4, data: {} } }],
  ])('that answers with %s did not respond', async (_what, given) => {
    answer = () => given;
    await sandbox.useEndpoint(url);
    const outcome = await sandbox.client().command('ask', { question: 'Why?' });
    expect(outcome.kind).toBe('failed');
    expect(sandbox.violations).toHaveLength(1);
  });

  it('is set by the API as well, and taken back', async () => {
    const set = await api('PATCH', '/applications/@me', { interactions_endpoint_url: url });
    expect(await set.json()).toMatchObject({ interactions_endpoint_url: url, verify_key: sandbox.publicKey });
    await api('PATCH', '/applications/@me', { interactions_endpoint_url: null });
    const outcome = await sandbox.client().command('ask', { question: 'Why?' });
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'The bot is offline' });
  });

  it('is refused where it takes forged signatures, or is not there', async () => {
    checks = false;
    await expect(sandbox.useEndpoint(url)).rejects.toThrow('could not be verified');
    await expect(sandbox.useEndpoint('http://127.0.0.1:1/')).rejects.toThrow('could not be verified');
    const refused = await api('PATCH', '/applications/@me', { interactions_endpoint_url: url });
    expect(refused.status).toBe(400);
    expect(sandbox.online).toBe(false);
  });
});
