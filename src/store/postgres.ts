import { Kysely, PostgresAdapter, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Logger } from '../logger.ts';
import type { Adapter } from './adapter.ts';
import { migrate } from './migrations/index.ts';
import { type Address, parseAddress } from './postgres-address.ts';
import { closePool, createPool, guarded, type PoolOptions } from './postgres-pool.ts';
import type { Schema } from './schema.ts';
import { StoreUnavailable, StoreUnusable } from './types.ts';
import { eventually } from './wait.ts';

/** For each statement: none of the store takes longer on a database that is well. */
const TIMEOUT_MS = 2000;
/** For each statement of a migration, which may rewrite tables or wait for another process's. */
const MIGRATION_TIMEOUT_MS = 120_000;
const MAX_CONNECTIONS = 10;
const MAX_TRIES = 5;
/** A table, a type or a row that was made meanwhile; a deadlock. */
const MET_ANOTHER: ReadonlySet<string> = new Set(['42P07', '42710', '23505', '40P01']);
/** Sets our advisory locks apart from those of other programs in the same database. */
const LOCK_SEED = 4_600_001;

/** With which a migration's transaction begins. */
const MIGRATION_LOCK = `select pg_advisory_xact_lock(${LOCK_SEED})`;

export interface PostgresOptions {
  /** `postgres://user:password@host:5432/database`, with libpq's `sslmode` and `sslrootcert` where they are wanted. */
  readonly url: string;
  /** A PEM file of the authorities that may have signed the database's certificate; none: the system's. */
  readonly caFile?: string | undefined;
  /** Connections at once. */
  readonly poolSize?: number | undefined;
  readonly logger?: Logger | undefined;
}

/**
 * A store in a PostgreSQL database, which may come and go. Nothing of it lives in a session: locks and time limits end
 * with their transaction and no statement is named, so that PgBouncer may stand between in transaction mode. Throws a
 * `StoreUnusable` where the address is none or its certificate file cannot be read.
 */
export function openPostgres({ url, caFile, poolSize = MAX_CONNECTIONS, logger }: PostgresOptions): Adapter {
  const address = parseAddress(url, caFile);
  const { place } = address;
  const pool = createPool(address, { timeout: TIMEOUT_MS, size: poolSize, logger });
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: guarded(pool, place, TIMEOUT_MS) }) });
  return {
    reading: db,
    writing: db,
    locksRows: true,
    prepare: () => migrateApart(address, { timeout: MIGRATION_TIMEOUT_MS, size: 1, logger }),
    async lock(change, guild) {
      // Asked again and again rather than waited for, so that no statement outlasts the time limit.
      const held = await eventually(async () => {
        const key = sql`hashtextextended(${guild}, ${LOCK_SEED})`;
        const { rows } = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(${key}) as held`.execute(change);
        return rows[0]?.held === true;
      });
      if (!held) throw new StoreUnavailable('Another process has been changing this library for too long');
    },
    explain: (error) => explain(error, place),
    isClash: (error) => error instanceof pg.DatabaseError && (error.code === '40P01' || error.code === '40001'),
    close: () => closePool(pool, TIMEOUT_MS),
  };
}

async function migrateApart(address: Address, options: PoolOptions): Promise<void> {
  const pool = createPool(address, options);
  const { place } = address;
  const db = new Kysely<Schema>({
    dialect: new UnlockedDialect({ pool: guarded(pool, place, options.timeout, MIGRATION_LOCK) }),
  });
  try {
    await migrateInTurn(db, place);
    await closePool(pool, TIMEOUT_MS);
  } catch (error) {
    // A server that does not answer is not waited for.
    pool.end().catch(() => {});
    if (!(error instanceof pg.DatabaseError)) throw error;
    throw new StoreUnusable(`${place} cannot be set up: ${error.message}`);
  }
}

/** A migration is one transaction: one that met another process's on its way is undone, and finds that one's work next. */
async function migrateInTurn(db: Kysely<Schema>, place: string): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      return await migrate(db, 'postgres', place);
    } catch (error) {
      const met = error instanceof pg.DatabaseError && MET_ANOTHER.has(error.code ?? '');
      if (!met || tried === MAX_TRIES) throw error;
    }
  }
}

/** Errors of values (classes 22 and 23) may quote them in their message, and a message may be logged. */
function explain(error: unknown, place: string): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  const { code = '', message } = error;
  return new StoreUnavailable(`${place} cannot be used now (${/^2[23]/.test(code) ? code : `${code} ${message}`})`);
}

/** Kysely's own lock of migrations is one of the session, which a pooler hands to others. Ours is the transaction's. */
class UnlockedDialect extends PostgresDialect {
  override createAdapter(): PostgresAdapter {
    return new UnlockedAdapter();
  }
}

class UnlockedAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}
