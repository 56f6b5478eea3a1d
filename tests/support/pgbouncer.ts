import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort, type TestPostgres } from './postgres.ts';

/** Where Debian's package puts it. */
const BINARY = '/usr/sbin/pgbouncer';
const START_TIMEOUT_MS = 10_000;

export interface TestPgBouncer {
  /** The same database, by way of the pooler. */
  through(databaseUrl: string): string;
  close(): Promise<void>;
}

/** A PgBouncer in transaction mode with two connections before a server; undefined where none is installed. */
export async function startPgBouncer(postgres: TestPostgres): Promise<TestPgBouncer | undefined> {
  if (!existsSync(BINARY)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'footnote-pgbouncer-'));
  const port = await freePort();
  const { username, password } = new URL(await postgres.database());
  const users = join(folder, 'users.txt');
  const settings = join(folder, 'pgbouncer.ini');
  writeFileSync(users, `"${username}" "${password}"\n`);
  writeFileSync(
    settings,
    `[databases]
* = host=127.0.0.1 port=${postgres.port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
pool_mode = transaction
default_pool_size = 2
`,
  );
  const { uid, gid } = postgres.user;
  if (uid !== undefined && gid !== undefined) for (const path of [folder, users, settings]) chownSync(path, uid, gid);
  const child = spawn(BINARY, [settings], { ...postgres.user, stdio: 'ignore' });
  const end = () => void child.kill('SIGKILL');
  process.once('exit', end);
  await listening(port, child);
  return {
    through: (databaseUrl) => Object.assign(new URL(databaseUrl), { port: String(port) }).href,
    async close() {
      process.off('exit', end);
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function listening(port: number, child: ChildProcess): Promise<void> {
  const giveUp = Date.now() + START_TIMEOUT_MS;
  while (!(await accepts(port))) {
    if (child.exitCode !== null || Date.now() > giveUp) throw new Error('PgBouncer does not start');
    await setTimeout(50);
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
