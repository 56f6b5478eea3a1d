import { chmodSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { SQLITE_FILE } from './open.ts';
import { unfit } from './sqlite.ts';
import { StoreUnusable } from './types.ts';

/** How long it waits for a change that is under way. */
const BUSY_TIMEOUT_MS = 10_000;

/**
 * Copies the SQLite store of a data folder as it is at one moment, while others use it. The copy is whole once it bears
 * its name, and holds no log. Throws a `StoreUnusable` where there is no store or the copy is not sound.
 */
export function backUp(dataDir: string, target: string): { readonly guilds: number; readonly bytes: number } {
  const file = join(dataDir, SQLITE_FILE);
  if (!existsSync(file))
    throw new StoreUnusable(`There is no store in ${dataDir}: set DATA_DIR to the folder of the bot`);
  try {
    return copy(file, target);
  } catch (error) {
    throw unfit(error, file);
  }
}

function copy(file: string, target: string): { readonly guilds: number; readonly bytes: number } {
  const draft = `${target}.part`;
  rmSync(draft, { force: true });
  try {
    using(file, (database) => {
      database.exec(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}`);
      database.prepare('vacuum into ?').run(draft);
    });
    const guilds = using(draft, (database) => check(database, draft));
    // It holds all that the data folder holds, which only its owner may enter.
    chmodSync(draft, 0o600);
    renameSync(draft, target);
    return { guilds, bytes: statSync(target).size };
  } finally {
    rmSync(draft, { force: true });
  }
}

function check(database: Database.Database, file: string): number {
  const [found] = database.pragma('integrity_check(1)') as { integrity_check?: string }[];
  if (found?.integrity_check !== 'ok') throw new StoreUnusable(`${file} is not sound: the store itself is damaged`);
  const { count } = database.prepare('select count(*) as count from guilds').get() as { count: number };
  return count;
}

function using<T>(file: string, work: (database: Database.Database) => T): T {
  const database = new Database(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
}
