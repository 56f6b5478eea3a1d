import { join } from 'node:path';
import type { Logger } from '../logger.ts';
import type { Adapter } from './adapter.ts';
import { openPostgres } from './postgres.ts';
import { Sessions } from './sessions.ts';
import { claimFolder } from './sole-process.ts';
import { openSqlite } from './sqlite.ts';
import { createStore, type Store } from './store.ts';
import { StoreUnavailable } from './types.ts';

/** In the data folder. */
export const SQLITE_FILE = 'footnote.sqlite';

export interface StoreOptions {
  /** `postgres://user:password@host:5432/database`; none: SQLite. */
  readonly databaseUrl?: string | undefined;
  /** A PEM file of the authorities that sign PostgreSQL's certificate. */
  readonly databaseCaFile?: string | undefined;
  /** Connections to PostgreSQL at once. */
  readonly databasePoolSize?: number | undefined;
  /** The folder of SQLite's file, an absolute path; made where it is missing. */
  readonly dataDir: string;
  /** Refuses a SQLite store that another process has opened so. */
  readonly alone?: boolean;
  readonly logger?: Logger;
}

/**
 * Opens the store and brings its schema up to date. Rejects with a `StoreUnusable` where it is damaged, cannot be
 * written, or is newer than the program. A database that is merely away is no reason not to start: its store's methods
 * reject with a `StoreUnavailable` until it is there.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { logger } = options;
  const { alone = false, dataDir, databaseUrl } = options;
  const giveBack = alone && databaseUrl === undefined ? await claimFolder(dataDir) : () => {};
  const adapter = releasing(openAdapter(options), giveBack);
  const sessions = new Sessions(adapter);
  try {
    await sessions.ready();
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) {
      await adapter.close().catch(() => {});
      throw error;
    }
    logger?.warn({ reason: error.message }, 'The store cannot be used now; each use tries it again');
  }
  return createStore(sessions);
}

function openAdapter({ databaseUrl, databaseCaFile, databasePoolSize, dataDir, logger }: StoreOptions): Adapter {
  if (databaseUrl === undefined) return openSqlite(join(dataDir, SQLITE_FILE));
  return openPostgres({ url: databaseUrl, caFile: databaseCaFile, poolSize: databasePoolSize, logger });
}

/** The same adapter, which at its end gives back what was claimed for it. */
function releasing(adapter: Adapter, giveBack: () => void): Adapter {
  return { ...adapter, close: () => adapter.close().finally(giveBack) };
}
