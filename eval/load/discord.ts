import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { Agent, createServer, type IncomingMessage, request as post, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

/** What became of one interaction; times by `performance.now()`. */
export interface Fate {
  readonly sent: number;
  acknowledged?: number;
  isDeferral?: boolean;
  answered?: number;
  /** How often it was acknowledged; more than once is a fault. */
  acknowledgements: number;
}

export interface LoadDiscord {
  readonly api: string;
  /** Ed25519, as hexadecimal text. */
  readonly publicKey: string;
  readonly fates: Map<string, Fate>;
  readonly whenReady: Promise<void>;
  /** Sends the bot a question of somebody in a guild; gives its id. */
  ask(question: string, guild: string): string;
  close(): void;
}

/** As long as Discord's: the library tells interactions apart by their tokens only behind such an id. */
const APPLICATION = '1000000000000000002';
const EPOCH = 1_420_070_400_000;
const DEFERRALS = new Set([5, 6]);

/**
 * The least of Discord that a bot can be driven hard with: it answers every call at once and checks nothing, so that what
 * is measured is the bot. With an endpoint it posts interactions there, signed.
 */
export async function startLoadDiscord(endpoint?: string): Promise<LoadDiscord> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const publicKey = hexOf(createPublicKey(privateKey).export({ format: 'jwk' }).x);
  const agent = new Agent({ keepAlive: true });
  const fates = new Map<string, Fate>();
  const tokens = new Map<string, string>();
  let socket: WebSocket | undefined;
  let sequence = 0;
  let counter = 0;
  let ready: () => void = () => {};
  const whenReady = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const server = createServer((request, response) => void answer(request, response));
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (connected) => {
    socket = connected;
    connected.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 } }));
    connected.on('message', (data) => {
      const { op } = JSON.parse(String(data)) as { readonly op: number };
      if (op === 1) connected.send(JSON.stringify({ op: 11 }));
      if (op === 2) dispatch('READY', readyData(origin()));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = () => `127.0.0.1:${(server.address() as AddressInfo).port}`;

  function dispatch(event: string, data: unknown): void {
    socket?.send(JSON.stringify({ op: 0, t: event, s: ++sequence, d: data }));
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk as Uint8Array);
    const path = request.url ?? '';
    const at = performance.now();
    note(path, request.method ?? '', chunks, at);
    const body = bodyFor(path, origin(), publicKey);
    if (body === undefined) response.writeHead(204).end();
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.method === 'PUT' || path.includes('/commands')) setTimeout(ready, 100);
  }

  function note(path: string, method: string, chunks: readonly Uint8Array[], at: number): void {
    const [, id] = /\/interactions\/(\d+)\//.exec(path) ?? [];
    const [, token] = /\/webhooks\/\d+\/(\w+)/.exec(path) ?? [];
    const fate = fates.get(id ?? tokens.get(token ?? '') ?? '');
    if (fate === undefined) return;
    if (id === undefined || method !== 'POST') {
      fate.answered = at;
      return;
    }
    acknowledge(fate, Buffer.concat(chunks), at);
  }

  function acknowledge(fate: Fate, body: Buffer, at: number): void {
    const [, type] = /"type":(\d+)/.exec(body.toString('utf8', 0, 400)) ?? [];
    fate.acknowledged ??= at;
    fate.acknowledgements++;
    fate.isDeferral = DEFERRALS.has(Number(type));
    if (!fate.isDeferral) fate.answered = at;
  }

  function postTo(url: string, data: object, fate: Fate): void {
    const body = JSON.stringify(data);
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const headers = {
      'content-type': 'application/json',
      'x-signature-timestamp': timestamp,
      'x-signature-ed25519': sign(null, Buffer.from(timestamp + body), privateKey).toString('hex'),
    };
    const sent = post(url, { method: 'POST', agent, headers }, async (response) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of response) chunks.push(chunk as Uint8Array);
      if (response.statusCode === 200) acknowledge(fate, Buffer.concat(chunks), performance.now());
    });
    // What is not acknowledged is counted as that.
    sent.on('error', () => {});
    sent.end(body);
  }

  return {
    api: `http://${origin()}/api`,
    publicKey,
    fates,
    whenReady,
    ask(question, guild) {
      const id = String((BigInt(Date.now() - EPOCH) << 22n) + BigInt(counter++ % 4_194_304));
      const token = `t${id}`;
      tokens.set(token, id);
      const fate: Fate = { sent: performance.now(), acknowledgements: 0 };
      fates.set(id, fate);
      const data = interaction(id, token, question, guild);
      if (endpoint === undefined) dispatch('INTERACTION_CREATE', data);
      else postTo(endpoint, data, fate);
      return id;
    },
    close() {
      agent.destroy();
      socket?.terminate();
      sockets.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

function readyData(origin: string): object {
  const user = { id: '1', username: 'footnote', discriminator: '0', avatar: null, bot: true };
  const application = { id: APPLICATION, flags: 0 };
  return { v: 10, user, guilds: [], session_id: 's', resume_gateway_url: `ws://${origin}`, application };
}

function hexOf(base64url = ''): string {
  return Buffer.from(base64url, 'base64url').toString('hex');
}

function bodyFor(path: string, origin: string, publicKey: string): unknown {
  if (path.includes('/gateway/bot')) {
    const session_start_limit = { total: 1000, remaining: 1000, reset_after: 1, max_concurrency: 1 };
    return { url: `ws://${origin}`, shards: 1, session_start_limit };
  }
  if (path.endsWith('/applications/@me')) {
    return { id: APPLICATION, bot: { username: 'footnote' }, verify_key: publicKey };
  }
  if (path.includes('/commands') || path.includes('/guilds')) return [];
  return path.includes('/callback') ? undefined : { id: '3' };
}

function interaction(id: string, token: string, question: string, guild: string): object {
  return {
    id,
    token,
    application_id: APPLICATION,
    type: 2,
    version: 1,
    locale: 'en-US',
    guild_locale: 'en-US',
    guild_id: guild,
    channel_id: '4',
    channel: { id: '4', type: 0 },
    app_permissions: '0',
    entitlements: [],
    authorizing_integration_owners: {},
    context: 0,
    member: {
      user: { id: '5', username: 'ana', discriminator: '0', avatar: null },
      roles: [],
      permissions: '0',
      joined_at: '2020-01-01T00:00:00Z',
      deaf: false,
      mute: false,
      flags: 0,
    },
    data: { id: '6', name: 'ask', type: 1, options: [{ name: 'question', type: 3, value: question }] },
  };
}
