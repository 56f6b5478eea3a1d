import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  type DatabaseConnection,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  sql,
  type TransactionSettings,
} from 'kysely';
import Database from 'libsql';
import type { Adapter } from './adapter.ts';
import { migrate } from './migrations/index.ts';
import type { Schema } from './schema.ts';
import { StoreUnavailable, StoreUnusable } from './types.ts';
import { eventually } from './wait.ts';

/** How long SQLite itself waits for a lock, blocking the process, in milliseconds; beyond it waiting is ours. */
const BUSY_TIMEOUT = 100;

/**
 * A store in one file. Two connections: one for changes, one after the other, and one for reading, which in WAL mode
 * waits for none of them and sees only what is committed. Throws a `StoreUnusable` where the file cannot be opened.
 */
export function openSqlite(file: string): Adapter {
  makeFolder(file);
  const writer = connect(file);
  const reader = connect(file);
  const writing = new Kysely<Schema>({ dialect: new ImmediateDialect(writer) });
  const reading = new Kysely<Schema>({ dialect: new ImmediateDialect(reader) });
  return {
    reading,
    writing,
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

function makeFolder(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StoreUnusable(`${dirname(file)} cannot be made (${codeOf(error)}): name another data folder`);
  }
}

function connect(file: string): Database.Database {
  try {
    const database = new Database(file, { timeout: BUSY_TIMEOUT });
    database.exec(`pragma busy_timeout = ${BUSY_TIMEOUT}`);
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

async function unlessBusy(work: () => unknown): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (/^SQLITE_(BUSY|LOCKED)/.test(codeOf(error))) return false;
    throw error;
  }
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  // libsql names no extended code; the lowest byte is the plain one (https://sqlite.org/rescode.html).
  const extended = /^UNKNOWN_SQLITE_ERROR_(\d+)$/.exec(code)?.[1];
  return extended === undefined ? code : (PLAIN_CODES[Number(extended) & 0xff] ?? code);
}

const PLAIN_CODES: Readonly<Record<number, string>> = {
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  7: 'SQLITE_NOMEM',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  26: 'SQLITE_NOTADB',
};

/** What went wrong while the file was opened or migrated. */
function unfit(error: unknown, file: string): unknown {
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

function explain(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) {
    return new StoreUnusable(
      `${file} is damaged (${code}): put a copy of it in its place, or move it away to begin anew`,
    );
  }
  if (/^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|NOMEM)/.test(code)) {
    return new StoreUnavailable(`${file} cannot be used now (${code})`, { cause: error });
  }
  return error;
}

function damaged(file: string, sign: string): StoreUnusable {
  return new StoreUnusable(
    `${file} is damaged (${sign}): put a copy of it in its place, or move it away to begin anew`,
  );
}

class ImmediateDialect extends SqliteDialect {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): ImmediateDriver {
    return new ImmediateDriver(this.#database);
  }

  override createAdapter(): TransactionalDdlAdapter {
    return new TransactionalDdlAdapter();
  }
}

/**
 * Begins a change with SQLite's write lock in hand: a transaction that reads first and asks for the lock later fails at
 * once, without waiting, where another process has written in between. All through `exec`, since a prepared `begin`
 * that found the store busy counts as running in libsql until it is collected, and then nothing can be committed.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    super({ database });
    this.#database = database;
  }

  override async beginTransaction(_connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate';
    const begun = await eventually(() => unlessBusy(() => this.#database.exec(begin)));
    if (!begun) throw new StoreUnavailable('Another process has been writing to the store for too long');
  }

  override async commitTransaction(): Promise<void> {
    this.#database.exec('commit');
  }

  /** A full disk makes SQLite roll back by itself; doing so again would be an error that hides the first. */
  override async rollbackTransaction(): Promise<void> {
    if (this.#database.inTransaction) this.#database.exec('rollback');
  }
}

/** SQLite can undo a change of the schema: so all migrations are one transaction, and those of other processes wait. */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
