import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '../logger.ts';
import type { Metrics } from './metrics.ts';

/** Each part that must be up, by name. A check that throws, rejects or takes too long counts as down. */
export type Checks = Readonly<Record<string, () => boolean | Promise<boolean>>>;

export interface OpsOptions {
  /** 0: any free one. */
  readonly port: number;
  readonly host: string;
  readonly checks: Checks;
  readonly metrics: Pick<Metrics, 'text' | 'contentType'>;
  readonly logger: Logger;
}

export interface OpsServer {
  readonly port: number;
  close(): void;
}

/** Milliseconds that a check may take. */
const CHECK_TIMEOUT_MS = 2_000;

/** Serves /livez, /readyz and /metrics until closed. Rejects where the port is taken. */
export async function serveOps(options: OpsOptions): Promise<OpsServer> {
  const { port, host, logger } = options;
  const server = createServer((request, response) => {
    answer(request, response, options).catch((error: unknown) => {
      logger.warn({ err: error }, 'A request of the operator could not be answered');
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${error.code})`;
      reject(new Error(`OPS_PORT ${port} on ${host} ${reason}: put another port, or another OPS_HOST.`));
    });
    server.listen(port, host, resolve);
  });
  const listening = (server.address() as AddressInfo).port;
  logger.info({ port: listening, host }, 'Serving /livez, /readyz and /metrics');
  return {
    port: listening,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, options: OpsOptions): Promise<void> {
  const { checks, metrics } = options;
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, 'text/plain', '');
  switch (request.url?.split('?')[0]) {
    case '/livez':
      return send(response, 200, 'text/plain', 'ok\n');
    case '/readyz': {
      const results = await run(checks);
      const isReady = Object.values(results).every(Boolean);
      return send(response, isReady ? 200 : 503, 'application/json', `${JSON.stringify(results)}\n`);
    }
    case '/metrics':
      return send(response, 200, metrics.contentType, await metrics.text());
    default:
      return send(response, 404, 'text/plain', '');
  }
}

async function run(checks: Checks): Promise<Record<string, boolean>> {
  const entries = Object.entries(checks).map(async ([name, check]) => [name, await passes(check)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

async function passes(check: Checks[string]): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, CHECK_TIMEOUT_MS, false);
  });
  try {
    return await Promise.race([check(), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}
