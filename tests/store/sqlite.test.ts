import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { packageRoot } from '../../src/root.ts';
import { openStore } from '../../src/store/open.ts';
import { StoreUnavailable, StoreUnusable } from '../../src/store/types.ts';
import { storeContract } from './contract.ts';
import { dumpSqlite, poisonSqlite } from './dump.ts';
import { releasedStores } from './released.ts';
import { addition, work } from './works.ts';

const folders: string[] = [];
afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

function folder(above = tmpdir()): string {
  const path = mkdtempSync(join(above, 'footnote-store-'));
  folders.push(path);
  return path;
}

/** Where there is one, a file system in memory: most of a test on a disk is waiting until that has each change. */
const MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

function using<T>(file: string, work: (database: Database.Database) => T): T {
  const database = new Database(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** A store with its tables and nothing in them, to be copied: to make them takes longer than most tests. */
const empty = join(folder(), 'footnote.sqlite');
await (await openStore({ dataDir: dirname(empty) })).close();

storeContract('SQLite', async (schema) => {
  const dataDir = folder(MEMORY);
  // Once the stores in it are closed; it may be small.
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const file = join(dataDir, 'footnote.sqlite');
  if (schema !== 'missing') copyFileSync(empty, file);
  return {
    open: () => openStore({ dataDir }),
    dump: async () => using(file, dumpSqlite),
    poison: async (text) => using(file, (database) => poisonSqlite(database, text)),
  };
});

it('a boolean where an id should be is an error, and no end of the process', async () => {
  const store = await openStore({ dataDir: folder() });
  await expect(store.head(true as unknown as string)).rejects.toThrow('boolean');
  expect((await store.head('1')).version).toBe(0);
  await store.close();
});

releasedStores('sqlite', async (script) => {
  const dataDir = folder();
  using(join(dataDir, 'footnote.sqlite'), (database) => database.exec(script));
  return openStore({ dataDir });
});

describe('a SQLite store', () => {
  it('is one file once it is closed: its log is written back', async () => {
    const dataDir = folder();
    const store = await openStore({ dataDir });
    await store.addWorks('1', addition([work('A', ['a'])]));
    await store.close();
    const log = join(dataDir, 'footnote.sqlite-wal');
    expect(existsSync(log) ? statSync(log).size : 0).toBe(0);
  });

  it('makes its folder where it is missing', async () => {
    const dataDir = join(folder(), 'a', 'b');
    const store = await openStore({ dataDir });
    onTestFinished(() => store.close());
    expect(await store.guilds()).toEqual([]);
  });

  it('is refused where it is damaged, and is left as it is', async () => {
    const dataDir = folder();
    const file = join(dataDir, 'footnote.sqlite');
    writeFileSync(file, 'no database at all '.repeat(1000));
    await refuses(dataDir, /footnote\.sqlite is damaged .*: put a copy of it in its place/);
    expect(readFileSync(file, 'utf8')).toMatch(/^no database at all/);
  });

  it('is refused where half of it is missing', async () => {
    const dataDir = folder();
    const store = await openStore({ dataDir });
    const texts = Array.from({ length: 2000 }, (_, i) => `Paragraph ${i} of a long work.`);
    await store.addWorks('1', addition([work('Long', texts)]));
    await store.close();
    const file = join(dataDir, 'footnote.sqlite');
    truncateSync(file, Math.floor(statSync(file).size / 2));
    await refuses(dataDir, /footnote\.sqlite is damaged/);
  });

  it('is refused where nothing of it is left, and is not begun anew', async () => {
    const dataDir = folder();
    const store = await openStore({ dataDir });
    await store.addWorks('1', addition([work('A', ['a'])]));
    await store.close();
    const file = join(dataDir, 'footnote.sqlite');
    truncateSync(file, 0);
    await refuses(dataDir, /footnote\.sqlite is damaged \(it is empty\): put a copy of it in its place/);
    expect(statSync(file).size).toBe(0);
  });

  it.each([1, 100, 4096, 8192])('is refused where only its first %i bytes are left', async (bytes) => {
    const dataDir = folder();
    await (await openStore({ dataDir })).close();
    truncateSync(join(dataDir, 'footnote.sqlite'), bytes);
    await refuses(dataDir, /footnote\.sqlite is damaged/);
  });

  it('whose table is gone is unavailable and not ready', async () => {
    const dataDir = folder();
    const store = await openStore({ dataDir });
    onTestFinished(() => store.close());
    using(join(dataDir, 'footnote.sqlite'), (database) => database.exec('alter table works rename to gone'));
    expect(await store.health()).toEqual({ ok: false, reason: expect.stringContaining('no such table: works') });
    await expect(store.works('1')).rejects.toThrow(StoreUnavailable);
  });

  it.each([
    ['removed', () => {}],
    ['replaced', (file: string) => writeFileSync(file, '')],
  ])('that was %s while it was used takes nothing more and is not ready', async (_, replace) => {
    const dataDir = folder();
    const file = join(dataDir, 'footnote.sqlite');
    const store = await openStore({ dataDir });
    onTestFinished(() => store.close().catch(() => {}));
    await store.addWorks('1', addition([work('A', ['a'])]));
    rmSync(file);
    replace(file);
    await expect(store.addWorks('1', addition([work('B', ['b'])]))).rejects.toThrow(StoreUnavailable);
    expect(await store.health()).toEqual({ ok: false, reason: expect.stringContaining('removed or replaced') });
  });

  it('is refused where a newer version of the bot has been there', async () => {
    const dataDir = folder();
    await (await openStore({ dataDir })).close();
    const file = join(dataDir, 'footnote.sqlite');
    using(file, (database) => database.exec(`insert into kysely_migration values ('9999-future', '2099-01-01')`));
    await refuses(dataDir, /footnote\.sqlite was written by a newer version of the bot: update the bot/);
  });

  it('is refused where its folder cannot be made or holds no file', async () => {
    const path = folder();
    writeFileSync(join(path, 'file'), '');
    for (const alone of [false, true]) {
      await refuses(join(path, 'file', 'data'), /cannot be made \(ENOTDIR\): name another data folder/, alone);
    }
    if (process.platform === 'linux') await refuses('/proc/none', /^\/proc\/none cannot be made \(ENOENT\)/, true);
    const blocked = join(path, 'blocked');
    mkdirSync(join(blocked, 'footnote.sqlite'), { recursive: true });
    await refuses(blocked, /footnote\.sqlite cannot be written .*: name another data folder/);
    mkdirSync(join(blocked, 'footnote.lock'));
    await refuses(blocked, /footnote\.lock cannot be written .*: name another data folder/, true);
  });

  it('that one process has claimed is refused to a second one, and given to it once the first has ended', async () => {
    const dataDir = folder();
    const first = spawnHolder(dataDir);
    await first.ready;
    // A claim writes nothing, or a disk that is full would keep the bot from starting.
    expect(readdirSync(dataDir).filter((name) => name.startsWith('footnote.lock'))).toEqual(['footnote.lock']);
    const refused = await hurried(() => openStore({ dataDir, alone: true }).catch((reason: unknown) => reason));
    expect(refused).toBeInstanceOf(StoreUnusable);
    expect(String(refused)).toMatch(/Another process of the bot uses .*: SQLite serves one\. .* DATABASE_URL/);
    first.kill();
    const store = await openStore({ dataDir, alone: true });
    expect(await store.guilds()).toEqual([]);
    await store.close();
    await (await openStore({ dataDir, alone: true })).close();
  });

  it('waits for another process without keeping this one from its other work', async () => {
    const dataDir = folder();
    const store = await openStore({ dataDir });
    onTestFinished(() => store.close());
    const other = new Database(join(dataDir, 'footnote.sqlite'));
    onTestFinished(() => void other.close());
    other.exec('begin immediate');
    let ticks = 0;
    const timer = setInterval(() => ticks++, 10);
    const change = store.addWorks('1', addition([work('A', ['a'])]));
    await expect.poll(() => ticks, { timeout: 10_000 }).toBeGreaterThan(10);
    clearInterval(timer);
    expect(await store.head('1')).toMatchObject({ version: 0 });
    other.exec('commit');
    expect(await change).toMatchObject({ ok: true });
  });
});

async function refuses(dataDir: string, message: RegExp, alone = false): Promise<void> {
  const error = await openStore({ dataDir, alone }).catch((reason: unknown) => reason);
  if (!(error instanceof StoreUnusable)) throw new Error('it was not refused', { cause: error });
  expect(error.message).toMatch(message);
  expect(error.message).not.toContain('\n');
}

/** Work that waits for seconds and gives up, by a clock that is half a second further on each time it is looked at. */
async function hurried<T>(work: () => Promise<T>): Promise<T> {
  const now = performance.now.bind(performance);
  let ahead = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
    ahead += 500;
    return now() + ahead;
  });
  try {
    return await work();
  } finally {
    clock.mockRestore();
  }
}

/** A process that opens the store alone, until it is killed. */
function spawnHolder(dataDir: string): { readonly ready: Promise<unknown>; kill(): void } {
  const code = `import { openStore } from './dist/src/store/open.js';
    await openStore({ dataDir: process.argv[1], alone: true });
    console.log('ready');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code, dataDir], {
    cwd: packageRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { ready: once(child.stdout, 'data'), kill: () => void child.kill('SIGKILL') };
}
