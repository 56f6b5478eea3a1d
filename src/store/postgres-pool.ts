import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import type { Logger } from '../logger.ts';
import type { Address } from './postgres-address.ts';
import { StoreUnavailable, StoreUnusable } from './types.ts';

/** To connect, and for a connection to be free. */
const CONNECT_TIMEOUT_MS = 2000;
/** Frees the locks of a process that vanished in the middle of a change. */
const IDLE_TIMEOUT_MS = 30_000;
const INT8_OID = 20;

export interface PoolOptions {
  /** Milliseconds for each statement. */
  readonly timeout: number;
  /** Connections at once. */
  readonly size: number;
  readonly logger?: Logger | undefined;
}

export function createPool({ url, ssl }: Address, { timeout, size, logger }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    ssl,
    application_name: 'footnote',
    max: size,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    // Kept by the client: as parameters of the session a pooler would refuse them. See `opening` for the server's.
    query_timeout: timeout,
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

/** Ending a pool waits for the server's goodbye, which one that hangs never says. */
export async function closePool(pool: pg.Pool, milliseconds: number): Promise<void> {
  const { promise, resolve } = withResolvers();
  const timer = setTimeout(resolve, milliseconds);
  await Promise.race([pool.end(), promise]);
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

/**
 * The pool as Kysely uses it, with errors that say whether the database is away.
 *
 * @param first a statement at the beginning of each transaction
 */
export function guarded(pool: pg.Pool, place: string, timeout: number, first?: string): PostgresPool {
  return {
    async connect() {
      try {
        return guardedClient(await pool.connect(), place, opening(timeout, first));
      } catch (error) {
        throw explainConnecting(error, place);
      }
    },
    end: () => pool.end(),
  };
}

/**
 * A connection that is given up for good once a statement was not answered: the next one, a rollback for instance,
 * would wait behind it, and so would the next user of the connection. A pooler whose database is away answers, and
 * closes the connection then: kept, each would be another line in the log.
 */
function guardedClient(client: pg.PoolClient, place: string, begin: string): PostgresPoolClient {
  let lost: unknown;
  const lose = (error: unknown) => {
    lost ??= error;
  };
  // Between two statements nobody else listens, and an 'error' that is not heard ends the process.
  client.on('error', lose);
  const query = async (text: string, parameters: readonly unknown[]) => {
    if (lost !== undefined) throw away(lost, place);
    try {
      return await client.query(BEGINNING.test(text) ? `${text}; ${begin}` : text, [...parameters]);
    } catch (error) {
      if (!isAway(error)) throw error;
      lose(error);
      throw away(error, place);
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

const BEGINNING = /^(begin|start transaction)\b/;

/** A transaction's time limits are its own: a pooler hands each transaction another session. */
function opening(timeout: number, first: string | undefined): string {
  const limits = { statement_timeout: timeout, idle_in_transaction_session_timeout: IDLE_TIMEOUT_MS };
  const settings = Object.entries(limits).map(([name, value]) => `set local ${name} = ${value}`);
  return [...settings, ...(first === undefined ? [] : [first])].join('; ');
}

function explainConnecting(error: unknown, place: string): Error {
  if (isTlsFailure(error)) {
    const advice =
      'set DATABASE_CA_FILE to the authority that signed its certificate, or change sslmode in DATABASE_URL';
    return new StoreUnusable(`${place} cannot be reached by TLS (${messageOf(error)}): ${advice}`);
  }
  if (isAway(error)) return away(error, place);
  return new StoreUnusable(`${place} does not let the bot in: ${messageOf(error)}`);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A certificate that is not trusted or names another host, or one side that speaks no TLS: it does not pass by itself. */
function isTlsFailure(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return (
    /CERT|^ERR_TLS|^ERR_SSL|^UNABLE_TO_|^EPROTO$|SELF_SIGNED/.test(code) ||
    /does not support SSL/.test(messageOf(error))
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
