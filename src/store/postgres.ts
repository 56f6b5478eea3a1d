import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient, sql } from 'kysely';
import pg from 'pg';
import type { Logger } from '../logger.ts';
import type { Adapter } from './adapter.ts';
import { migrate } from './migrations/index.ts';
import type { Schema } from './schema.ts';
import { StoreUnavailable, StoreUnusable } from './types.ts';
import { eventually } from './wait.ts';

/** Milliseconds to connect, and for each statement: no statement of the store takes longer on a database that is well. */
const TIMEOUT_MS = 2000;
/** For each statement of a migration, which may rewrite tables or wait for another process's. */
const MIGRATION_TIMEOUT_MS = 120_000;
const MAX_CONNECTIONS = 10;
const INT8_OID = 20;
/** Sets our advisory locks apart from those of other programs in the same database. */
const LOCK_SEED = 4_600_001;

/** A store in a PostgreSQL database, which may come and go. Throws a `StoreUnusable` where the address is none. */
export function openPostgres(url: string, logger?: Logger): Adapter {
  const place = describe(url);
  const pool = createPool(url, TIMEOUT_MS, logger);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: guarded(pool, place) }) });
  return {
    reading: db,
    writing: db,
    prepare: () => migrateApart(url, place, logger),
    async lock(change, guild) {
      // Asked again and again rather than waited for, so that no statement outlasts the time limit.
      const held = await eventually(async () => {
        const key = sql`hashtextextended(${guild}, ${LOCK_SEED})`;
        const { rows } = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(${key}) as held`.execute(change);
        return rows[0]?.held === true;
      });
      if (!held) throw new StoreUnavailable('Another process has been changing this library for too long');
    },
    explain: (error) => error,
    isClash: (error) => error instanceof pg.DatabaseError && (error.code === '40P01' || error.code === '40001'),
    close: () => within(pool.end(), TIMEOUT_MS),
  };
}

/** Host and database alone: an address holds a password. */
function describe(url: string): string {
  try {
    const { protocol, hostname, port, pathname } = new URL(url);
    if (protocol !== 'postgres:' && protocol !== 'postgresql:') throw new TypeError(protocol);
    return `The PostgreSQL database ${hostname}${port === '' ? '' : `:${port}`}${pathname}`;
  } catch {
    throw new StoreUnusable(
      'The database address is none of PostgreSQL: write postgres://user:password@host:5432/database',
    );
  }
}

function createPool(url: string, timeout: number, logger?: Logger): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'footnote',
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: timeout,
    statement_timeout: timeout,
    // Frees the locks of a process that vanished without a word.
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
    // A pool that is not used must not keep the process from ending.
    allowExitOnIdle: true,
    types: {
      // pg gives 8-byte integers as text; all of ours are far below 2^53.
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === INT8_OID ? Number : pg.types.getTypeParser(oid, format ?? 'text'),
    } as pg.CustomTypesConfig,
  });
  // Without a listener, a server that goes away while a connection is idle would end the process. The error itself is
  // not logged: it carries the client and its settings.
  pool.on('error', ({ message }) => logger?.warn({ reason: message }, 'The database closed a connection'));
  return pool;
}

async function migrateApart(url: string, place: string, logger?: Logger): Promise<void> {
  const pool = createPool(url, MIGRATION_TIMEOUT_MS, logger);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: guarded(pool, place) }) });
  try {
    await migrate(db, 'postgres', place);
    await within(pool.end(), TIMEOUT_MS);
  } catch (error) {
    // Nobody waits for the goodbye of a server that does not answer.
    pool.end().catch(() => {});
    if (!(error instanceof pg.DatabaseError)) throw error;
    throw new StoreUnusable(`${place} cannot be set up: ${error.message}`);
  }
}

/** Ending a pool waits for the server's goodbye, which one that hangs never says. */
async function within(work: Promise<void>, milliseconds: number): Promise<void> {
  const { promise, resolve } = withResolvers();
  const timer = setTimeout(resolve, milliseconds);
  await Promise.race([work, promise]);
  clearTimeout(timer);
}

/** (`Promise.withResolvers` is not there before Node 22.) */
function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** The pool as Kysely uses it, with errors that say whether the database is away. */
function guarded(pool: pg.Pool, place: string): PostgresPool {
  return {
    async connect() {
      try {
        return guardedClient(await pool.connect(), place);
      } catch (error) {
        throw explainConnecting(error, place);
      }
    },
    end: () => pool.end(),
  };
}

/**
 * A connection that is given up for good once a statement was not answered: the next one, a rollback for instance,
 * would wait behind it, and so would whoever is handed the connection later.
 */
function guardedClient(client: pg.PoolClient, place: string): PostgresPoolClient {
  let lost: unknown;
  const lose = (error: unknown) => {
    lost ??= error;
  };
  // Between two statements nobody else listens, and an 'error' that is not heard ends the process.
  client.on('error', lose);
  const query = async (text: string, parameters: readonly unknown[]) => {
    if (lost !== undefined) throw away(lost, place);
    try {
      return await client.query(text, [...parameters]);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) lose(error);
      throw isAway(error) ? away(error, place) : error;
    }
  };
  return {
    // Kysely passes a cursor only where its dialect was given a class of them.
    query: query as unknown as PostgresPoolClient['query'],
    release() {
      client.off('error', lose);
      client.release(lost !== undefined);
    },
  };
}

function explainConnecting(error: unknown, place: string): Error {
  if (isAway(error)) return away(error, place);
  return new StoreUnusable(
    `${place} does not let the bot in: ${error instanceof Error ? error.message : String(error)}`,
  );
}

/**
 * Whatever is no answer of the database means that it was not reached. Of its answers: connection trouble (class 08),
 * no resources left (53), operator intervention (57: shutting down, starting up, a statement over its time), I/O (58).
 */
function isAway(error: unknown): boolean {
  return !(error instanceof pg.DatabaseError) || /^(08|53|57|58)/.test(error.code ?? '');
}

function away(error: unknown, place: string): StoreUnavailable {
  const reason = error instanceof Error ? error.message || ('code' in error ? String(error.code) : error.name) : '';
  return new StoreUnavailable(`${place} does not answer (${reason})`, { cause: error });
}
