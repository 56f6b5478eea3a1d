import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, sql } from 'kysely';
import Database from 'libsql';
import type { Adapter } from './adapter.ts';
import { migrate } from './migrations/index.ts';
import type { Schema } from './schema.ts';
import { codeOf, unlessBusy } from './sqlite-codes.ts';
import { ImmediateDialect } from './sqlite-dialect.ts';
import { StoreUnavailable, StoreUnusable } from './types.ts';
import { eventually } from './wait.ts';

/** SQLite's smallest page: it takes less for no database at all. */
const MIN_FILE_BYTES = 512;
/** How long SQLite itself waits for a lock, blocking the process, in milliseconds; beyond it waiting is ours. */
const BUSY_TIMEOUT_MS = 100;

/**
 * A store in one file. Two connections: one for changes, one after the other, and one for reading, which in WAL mode
 * waits for none of them and sees only what is committed. Throws a `StoreUnusable` where the file cannot be opened.
 */
export function openSqlite(file: string): Adapter {
  makeFolder(file);
  beginFile(file);
  const writer = connect(file);
  const reader = connect(file);
  const stays = stillThere(file);
  const writing = new Kysely<Schema>({ dialect: new ImmediateDialect(writer, stays) });
  const reading = new Kysely<Schema>({ dialect: new ImmediateDialect(reader, stays) });
  return {
    reading,
    writing,
    locksRows: false,
    async prepare() {
      try {
        await setUp(writer, writing, file);
        reader.exec('pragma query_only = on');
      } catch (error) {
        throw unfit(error, file);
      }
    },
    // A change begins by taking the whole database's write lock.
    lock: async () => {},
    explain: (error) => explain(error, file),
    isClash: () => false,
    async close() {
      reader.close();
      try {
        // libsql leaves the log as long as it has become; the next start would have to read it.
        await sql`pragma wal_checkpoint(truncate)`.execute(writing);
      } finally {
        writer.close();
      }
    },
  };
}

/** The folder of a file. Throws a `StoreUnusable` where it cannot be made. */
export function makeFolder(file: string): void {
  try {
    makeFolders(dirname(file));
  } catch (error) {
    throw new StoreUnusable(`${dirname(file)} cannot be made (${codeOf(error)}): name another data folder`);
  }
}

/** One after the other: Node's own way tries without end where a file system, such as /proc, takes no folders. */
function makeFolders(folder: string): void {
  if (isFolder(folder)) return;
  if (!existsSync(dirname(folder))) makeFolders(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process may have been quicker.
    if (!isFolder(folder)) throw error;
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/**
 * A file is never empty, since it is put in its place with its first page written. SQLite would take one that was cut
 * off for a new database, and drop its log.
 */
function beginFile(file: string): void {
  if (existsSync(file)) {
    if (statSync(file).size < MIN_FILE_BYTES) throw damaged(file, 'it is empty');
    return;
  }
  const draft = `${file}.${process.pid}-${randomUUID()}`;
  try {
    const database = new Database(draft);
    database.exec('pragma user_version = 1');
    database.close();
    place(draft, file);
  } catch (error) {
    throw unfit(error, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Another process may have been quicker: then its file stays. Where the disk knows no links, a rename must do. */
function place(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch {
    if (!existsSync(file)) renameSync(draft, file);
  }
}

/**
 * Throws where another file has taken the place of the one that is open, or none is there: SQLite would go on without a
 * word in a file that nobody finds again.
 */
function stillThere(file: string): () => void {
  const { ino } = statSync(file, { bigint: true });
  return () => {
    if (statSync(file, { bigint: true, throwIfNoEntry: false })?.ino === ino) return;
    throw new StoreUnavailable(`${file} was removed or replaced while the bot was running: start the bot anew`);
  };
}

function connect(file: string): Database.Database {
  try {
    const database = new Database(file, { timeout: BUSY_TIMEOUT_MS });
    database.exec(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}`);
    database.exec('pragma synchronous = full');
    database.exec('pragma foreign_keys = on');
    return database;
  } catch (error) {
    throw unfit(error, file);
  }
}

/** Several processes may do so at once. SQLite does not let them wait for each other in all of it. */
async function setUp(database: Database.Database, db: Kysely<Schema>, file: string): Promise<void> {
  const attempt = async () => {
    database.exec('pragma journal_mode = wal');
    // Less than a millisecond a megabyte, for a clear word at the start rather than an error in the middle of an answer.
    const [found] = database.pragma('quick_check(1)') as { quick_check?: string }[];
    if (found?.quick_check !== 'ok') throw damaged(file, 'quick_check');
    await migrate(db, 'sqlite', file);
  };
  if (!(await eventually(() => unlessBusy(attempt))))
    throw new StoreUnavailable(`${file} is locked by another process`);
  // From here on only the beginning of a change finds the store busy, and that does its own waiting.
  database.exec('pragma busy_timeout = 0');
}

/** What went wrong while the file was opened or migrated. */
export function unfit(error: unknown, file: string): unknown {
  const explained = explain(error, file);
  if (explained instanceof StoreUnusable) return explained;
  const code = codeOf(error);
  // libsql gives SQLite's number alone where it cannot open a file.
  const message = error instanceof Error ? error.message : '';
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH|IOERR)/.test(code) || message.startsWith('ConnectionFailed')) {
    return new StoreUnusable(`${file} cannot be written (${code || 'it cannot be opened'}): name another data folder`);
  }
  return explained;
}

/** Any error of the database, passing or not. */
function explain(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) {
    return new StoreUnusable(
      `${file} is damaged (${code}): put a copy of it in its place, or move it away to begin anew`,
    );
  }
  if (error instanceof Database.SqliteError) {
    return new StoreUnavailable(`${file} cannot be used now (${code}: ${error.message})`, { cause: error });
  }
  return error;
}

function damaged(file: string, sign: string): StoreUnusable {
  return new StoreUnusable(
    `${file} is damaged (${sign}): put a copy of it in its place, or move it away to begin anew`,
  );
}
