import { Kysely } from 'kysely';
import Database from 'libsql';
import type { Adapter } from './adapter.ts';
import { migrate } from './migrations/index.ts';
import type { Schema } from './schema.ts';
import { Sessions } from './sessions.ts';
import { ImmediateDialect } from './sqlite-dialect.ts';
import { createStore, type Store } from './store.ts';
import { StoreUnavailable } from './types.ts';

/**
 * A store that ends with the process: for tests and trials. It is SQLite without a file, so that a new table needs no
 * second implementation. One connection serves all: reading waits for the change that is under way.
 *
 * @param database stores over the same one share their data; made with `:memory:`
 */
export async function openMemoryStore(database: Database.Database = new Database(':memory:')): Promise<Store> {
  database.exec('pragma foreign_keys = on');
  const sessions = new Sessions(memoryAdapter(database));
  await sessions.ready();
  return createStore(sessions);
}

const connections = new WeakMap<Database.Database, { readonly db: Kysely<Schema>; prepared?: Promise<void> }>();

function memoryAdapter(database: Database.Database): Adapter {
  const shared = connections.get(database) ?? { db: new Kysely<Schema>({ dialect: new ImmediateDialect(database) }) };
  connections.set(database, shared);
  return {
    reading: shared.db,
    writing: shared.db,
    locksRows: false,
    prepare() {
      shared.prepared ??= migrate(shared.db, 'sqlite', 'The store in memory');
      return shared.prepared;
    },
    // One connection: a change has the database to itself.
    lock: async () => {},
    explain: (error) => (error instanceof Database.SqliteError ? new StoreUnavailable(error.message) : error),
    isClash: () => false,
    // Other stores may share the database; it goes with the last of them.
    close: async () => {},
  };
}
