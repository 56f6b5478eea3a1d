import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { ApiError, notFound } from '../api-error.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Logger } from '../logger.ts';
import { Attachments, type StoredFile } from '../world/attachments.ts';
import type { World } from '../world/world.ts';
import { avatar } from './avatar.ts';
import type { Api } from './bot-api.ts';
import type { ClientRoutes } from './client-routes.ts';
import type { FaultPlan } from './faults.ts';
import { type Reply, segments, send } from './router.ts';
import { staticFile } from './static-files.ts';

const HOST = '127.0.0.1';
const LOCAL_NAMES: ReadonlySet<string> = new Set([HOST, 'localhost']);

export interface ServerParts {
  api: Api;
  client: ClientRoutes;
  gateway: Gateway;
  world: World;
  attachments: Attachments;
  faults: FaultPlan;
  pageDir: string;
  logger: Logger;
}

/** The one port of the sandbox, on the loopback interface alone: the bot's API and gateway, the page and its calls. */
export class SandboxServer {
  readonly #server: Server;
  readonly #parts: ServerParts;

  constructor(parts: ServerParts) {
    this.#parts = parts;
    this.#server = createServer((request, response) => this.#request(request, response));
    this.#server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  listen(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, HOST, () => {
        this.#server.off('error', reject);
        resolve();
      });
    });
  }

  get origin(): string {
    return `http://${HOST}:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#parts.gateway.close();
    this.#parts.client.close();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  #request(request: IncomingMessage, response: ServerResponse): void {
    this.#answer(request, response).catch((error: unknown) => {
      if (!(error instanceof ApiError)) this.#parts.logger.error({ err: error }, 'the sandbox itself failed');
      const { status, message } = error instanceof ApiError ? error : { status: 500, message: 'Internal Server Error' };
      if (response.headersSent) response.destroy();
      else send(response, { status, json: { message } });
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = localUrl(request);
    const [first] = segments(url.pathname);
    if (first === 'api') return this.#parts.api.handle(request, response, url);
    if (first === 'client') return this.#parts.client.handle(request, response, url);
    if (request.method !== 'GET' && request.method !== 'HEAD') throw new ApiError(405, 0, 'Method Not Allowed');
    if (Attachments.serves(first)) this.#attachment(url, response);
    else send(response, await this.#file(url.pathname));
  }

  #attachment(url: URL, response: ServerResponse): void {
    const reply = inert(fileReply(this.#parts.attachments.find(url)));
    if (!this.#parts.faults.strikeFile(response, reply)) send(response, reply);
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    try {
      const url = localUrl(request);
      const path = segments(url.pathname).join('/');
      if (path === 'gateway') this.#parts.gateway.upgrade(request, socket, head);
      else if (path === 'client/socket') this.#parts.client.upgrade(request, socket, head, url);
      else throw notFound();
    } catch (error) {
      const status = error instanceof ApiError ? error.status : 500;
      socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\n\r\n`);
    }
  }

  async #file(path: string): Promise<Reply> {
    const [first, id = ''] = segments(path);
    if (first === 'avatars') return this.#avatar(id.replace(/\.svg$/, ''));
    return staticFile(this.#parts.pageDir, path, { 'content-security-policy': pagePolicy(this.origin) });
  }

  #avatar(id: string): Reply {
    const { people, bot } = this.#parts.world;
    const user = people.get(id)?.user ?? (id === bot.id ? bot : undefined);
    if (user === undefined) throw notFound();
    return inert({ status: 200, bytes: Buffer.from(avatar(user)), headers: { 'content-type': 'image/svg+xml' } });
  }
}

/** What Discord's CDN answers for a file, or for an address that has none (any more). */
function fileReply(found: StoredFile | undefined): Reply {
  if (found === undefined) {
    const headers = { 'content-type': 'text/plain; charset=utf-8' };
    return { status: 404, bytes: Buffer.from('This content is no longer available.'), headers };
  }
  const { file, type } = found;
  return {
    status: 200,
    bytes: file.bytes,
    headers: {
      'content-type': type ?? 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.filename)}`,
      'cache-control': 'private, max-age=86400',
    },
  };
}

/** What somebody uploaded may be an HTML page: opened by itself it must be able to do nothing. */
function inert(reply: Reply): Reply {
  return { ...reply, headers: { ...reply.headers, 'content-security-policy': "default-src 'none'; sandbox" } };
}

/** The page loads from this server alone. Component libraries set style attributes, hence the inline styles. */
function pagePolicy(origin: string): string {
  const sockets = origin.replace('http', 'ws');
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${sockets} ${sockets.replace(HOST, 'localhost')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * The request's address. Throws 403 for a Host that is not this machine's own name (a foreign name that was made to
 * point here) and for a foreign Origin (another site's page that calls here).
 */
function localUrl({ url = '/', headers }: IncomingMessage): URL {
  const host = headers.host ?? '';
  const base = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : undefined;
  if (base === undefined || !LOCAL_NAMES.has(base.hostname)) throw new ApiError(403, 0, 'Forbidden host');
  if (headers.origin !== undefined && headers.origin !== base.origin) throw new ApiError(403, 0, 'Forbidden origin');
  if (!url.startsWith('/') || !URL.canParse(base.origin + url)) throw notFound();
  return new URL(base.origin + url);
}
