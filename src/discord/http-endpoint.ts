import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { REST } from 'discord.js';
import { InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import { listGuilds } from './guilds.ts';
import { httpTransport } from './http-transport.ts';
import {
  applicationOf,
  drained,
  explain,
  GRACE_MS,
  type Ingress,
  type IngressOptions,
  ownRest,
  replyRest,
} from './ingress.ts';
import { isInteraction } from './receiving.ts';
import { registerCommands } from './registration.ts';
import { type CheckSignature, createSignatureCheck } from './signature.ts';

export interface HttpOptions extends IngressOptions {
  /** The application's public key: 32 bytes as hexadecimal text. */
  readonly publicKey: string;
  /** 0: any free one. */
  readonly port: number;
  /** The address to listen on. */
  readonly host: string;
  /**
   * Bytes of bodies in memory that have not arrived whole, from senders whom nobody knows yet; the beginning of each does
   * not count, so that Discord's arrive even when others fill the rest. Default: 32,000,000.
   */
  readonly maxUnfinished?: number;
}

export interface HttpIngress extends Ingress {
  readonly port: number;
}

/** The one path that is served. */
const PATH = '/interactions';
/** Bytes; the largest interaction, a message of 6,000 characters with ten files, has about 50,000. */
const MAX_BODY = 1_000_000;
const MAX_UNFINISHED = 32_000_000;
/** So many bytes of a body do not count as unfinished. */
const BEGINNING = 16_000;
/** Milliseconds that a request may take to arrive, and between two looks at those that took longer. */
const REQUEST_TIMEOUT_MS = 5_000;
const LOOK_MS = 1_000;
/** Longer than load balancers keep idle connections (60 s), so that it is them who close. */
const KEEP_ALIVE_MS = 75_000;

/**
 * Serves interactions that Discord posts, until closed; resolves once it listens, with the commands registered. Rejects
 * where the token or the key is not the application's, the API cannot be reached, or the port is taken.
 */
export async function serveInteractions(options: HttpOptions): Promise<HttpIngress> {
  const { api, dispatcher, definitions, logger, publicKey, port, host } = options;
  const rest = ownRest(options);
  const application = await applicationOf(rest, api);
  if (application.verify_key !== publicKey) {
    throw new Error(
      'DISCORD_PUBLIC_KEY is not the key of this application: copy it anew from "General Information" in the Developer Portal.',
    );
  }
  const { changed, ids } = await registerCommands(rest, application.id, definitions).catch((error: unknown) => {
    throw explain(error, api);
  });
  for (const [name, id] of ids) dispatcher.commandIds.set(name, id);
  const receive = createReceiver(options, replyRest(options));
  const limits = { requestTimeout: REQUEST_TIMEOUT_MS, connectionsCheckingInterval: LOOK_MS };
  const server = createServer({ ...limits, keepAliveTimeout: KEEP_ALIVE_MS }, receive);
  const listening = await listen(server, port, host);
  logger.info({ port: listening, commands: definitions.length, registered: changed }, 'Serving interactions');
  let closing = false;
  return {
    port: listening,
    listServers: () => listGuilds(rest),
    isOpen: () => !closing && server.listening,
    async close(graceMs = GRACE_MS) {
      closing = true;
      server.close();
      await drained(dispatcher, graceMs);
      server.closeAllConnections();
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${error.code})`;
      reject(new Error(`HTTP_PORT ${port} on ${host} ${reason}: put another port, or another HTTP_HOST.`));
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function createReceiver(options: HttpOptions, replies: REST) {
  const { logger, publicKey, maxUnfinished: most = MAX_UNFINISHED } = options;
  const check = createSignatureCheck(publicKey);
  const unfinished = { bytes: 0, most };
  return (request: IncomingMessage, response: ServerResponse): void => {
    receiveRequest(request, response, { check, unfinished }, options, replies).catch((error: unknown) => {
      logger.warn({ err: error }, 'A request was not received whole');
      response.destroy();
    });
  };
}

/** Answers one request; what is an interaction is handed to the dispatcher. */
async function receiveRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { check, unfinished }: { check: CheckSignature; unfinished: Unfinished },
  { dispatcher, logger }: HttpOptions,
  replies: REST,
): Promise<void> {
  if (request.url?.split('?')[0] !== PATH) return end(response, 404);
  if (request.method !== 'POST') return end(response, 405, { allow: 'POST' });
  const body = await readBody(request, unfinished);
  if (typeof body === 'number') return end(response, body, { connection: 'close' });
  const { 'x-signature-timestamp': timestamp, 'x-signature-ed25519': signature } = request.headers;
  const signed = check(timestamp, signature, body);
  if (signed === 'stale') logger.warn('A signed request is minutes old or of the future: check the clock');
  if (signed !== 'valid') return end(response, 401);
  const payload = parse(body);
  if (isPing(payload)) return send(response, { type: InteractionResponseType.Pong });
  if (!isInteraction(payload)) {
    logger.warn('An interaction without id, token or type was dropped');
    return end(response, 400);
  }
  await dispatcher.handle(payload, httpTransport(replies, payload, response));
  // Too late to be begun, or it came before.
  if (!response.headersSent) end(response, 503);
}

interface Unfinished {
  bytes: number;
  readonly most: number;
}

/** The whole body, or the status where it is too long, or too much of others' is being received. */
async function readBody(request: IncomingMessage, unfinished: Unfinished): Promise<Buffer | 413 | 503> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY) return 413;
  const chunks: Buffer[] = [];
  let length = 0;
  let counted = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > MAX_BODY) return 413;
      const more = Math.max(0, length - BEGINNING) - counted;
      counted += more;
      unfinished.bytes += more;
      if (unfinished.bytes > unfinished.most) return 503;
    }
    return Buffer.concat(chunks);
  } finally {
    unfinished.bytes -= counted;
  }
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function isPing(payload: unknown): boolean {
  return typeof payload === 'object' && payload !== null && 'type' in payload && payload.type === InteractionType.Ping;
}

function send(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function end(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, headers).end();
}
