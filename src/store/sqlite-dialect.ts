import {
  type DatabaseConnection,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type TransactionSettings,
} from 'kysely';
import type Database from 'libsql';
import { unlessBusy } from './sqlite-codes.ts';
import { StoreUnavailable } from './types.ts';
import { eventually } from './wait.ts';

/**
 * SQLite through libsql, with transactions that take the write lock at their beginning. `check` comes before each use, and
 * throws where the database must not be used.
 */
export class ImmediateDialect extends SqliteDialect {
  readonly #database: Database.Database;
  readonly #check: () => void;

  constructor(database: Database.Database, check: () => void = () => {}) {
    super({ database });
    this.#database = database;
    this.#check = check;
  }

  override createDriver(): ImmediateDriver {
    return new ImmediateDriver(this.#database, this.#check);
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
  readonly #check: () => void;

  constructor(database: Database.Database, check: () => void) {
    super({ database: withoutBooleans(database) });
    this.#database = database;
    this.#check = check;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#check();
    return super.acquireConnection();
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

/** libsql ends the whole process over a boolean, and what comes from outside may be one, whatever its type says. */
function withoutBooleans(database: Database.Database): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = database.prepare(sql);
      return {
        reader: statement.reader,
        all: (parameters) => statement.all(bindable(parameters)),
        run: (parameters) => statement.run(bindable(parameters)),
        iterate: (parameters) => statement.iterate(bindable(parameters)),
      };
    },
  };
}

function bindable(parameters: readonly unknown[]): readonly unknown[] {
  if (parameters.some((each) => typeof each === 'boolean')) throw new TypeError('SQLite can bind no boolean');
  return parameters;
}
