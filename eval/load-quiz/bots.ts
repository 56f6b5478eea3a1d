import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Sandbox } from 'discord-sandbox';
import { packageRoot } from '../../src/root.ts';
import type { StoreOptions } from '../../src/store/open.ts';
import { startPostgres } from '../../tests/support/postgres.ts';

/** The processes of the bot under load, and the store that they share. */
export interface Bots {
  /** Kills one in whatever it does, and starts it again a little later. */
  killOne(): Promise<void>;
  /** Ends them in good order; the store stays. */
  end(): Promise<void>;
  readonly store: StoreOptions;
  /** Removes the store. */
  close(): Promise<void>;
}

/** Milliseconds that a process stays away after it was killed. */
const AWAY_MS = 2_000;
const START_MS = 60_000;

/** One process at the gateway, on SQLite. */
export async function startOne(sandbox: Sandbox): Promise<Bots> {
  const dataDir = mkdtempSync(join(tmpdir(), 'footnote-load-quiz-'));
  const start = async () => {
    const child = spawnBot(sandbox, { DATA_DIR: dataDir });
    // The connection of the one before may still count as open.
    await pause(500);
    await until(() => sandbox.online && sandbox.commands.length > 0);
    return child;
  };
  let child = await start();
  return {
    store: { dataDir },
    async killOne() {
      child.kill('SIGKILL');
      await pause(AWAY_MS);
      child = await start();
    },
    end: () => ended(child),
    close: async () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** Two processes on one PostgreSQL, behind one address that hands interactions to them by turns. */
export async function startTwo(sandbox: Sandbox): Promise<Bots> {
  const postgres = await startPostgres({ safe: true });
  if (typeof postgres === 'string') throw new Error(postgres);
  const databaseUrl = await postgres.database();
  const ports = [await freePort(), await freePort()];
  const start = async (at: number) => {
    const port = ports[at];
    const child = spawnBot(sandbox, {
      DATABASE_URL: databaseUrl,
      DISCORD_PUBLIC_KEY: sandbox.publicKey,
      HTTP_PORT: String(port),
      HTTP_HOST: '127.0.0.1',
    });
    await until(() =>
      fetch(`http://127.0.0.1:${port}/`).then(
        () => true,
        () => false,
      ),
    );
    return child;
  };
  const children = [await start(0), await start(1)];
  const balancer = balance(ports);
  await once(balancer.listen(0, '127.0.0.1'), 'listening');
  await sandbox.useEndpoint(`http://127.0.0.1:${(balancer.address() as AddressInfo).port}/interactions`);
  let next = 0;
  return {
    store: { databaseUrl, dataDir: '' },
    async killOne() {
      const at = next++ % children.length;
      children[at]?.kill('SIGKILL');
      await pause(AWAY_MS);
      children[at] = await start(at);
    },
    async end() {
      await Promise.all(children.map(ended));
      balancer.closeAllConnections();
      balancer.close();
    },
    close: () => postgres.close(),
  };
}

/** Hands each request to one of the ports by turns, and to the next where nobody answers there. */
function balance(ports: readonly number[]) {
  let turn = 0;
  return createServer((request, response) => {
    const chunks: Uint8Array[] = [];
    request.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    request.on('end', async () => {
      const first = turn++;
      for (let i = 0; i < ports.length; i++) {
        const answer = await forward(ports[(first + i) % ports.length] ?? 0, request.headers, Buffer.concat(chunks));
        if (answer === undefined) continue;
        response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body);
        return;
      }
      response.writeHead(502).end();
    });
  });
}

async function forward(port: number, headers: NodeJS.Dict<string | string[]>, body: Buffer<ArrayBuffer>) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/interactions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-signature-ed25519': String(headers['x-signature-ed25519']),
        'x-signature-timestamp': String(headers['x-signature-timestamp']),
      },
      body,
    });
    const type = response.headers.get('content-type') ?? 'application/json';
    return { status: response.status, type, body: Buffer.from(await response.arrayBuffer()) };
  } catch {
    return undefined;
  }
}

function spawnBot({ apiUrl }: Sandbox, more: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [join(packageRoot, 'dist', 'src', 'main.js')], {
    cwd: tmpdir(),
    env: { ...process.env, DISCORD_TOKEN: 'a.b.c', DISCORD_API: apiUrl, LOG_LEVEL: 'error', ...more },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function ended(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + START_MS;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error('The bot did not start.');
    await pause(50);
  }
}

async function freePort(): Promise<number> {
  const socket = createSocket();
  await once(socket.listen(0, '127.0.0.1'), 'listening');
  const { port } = socket.address() as AddressInfo;
  socket.close();
  return port;
}
