import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createLogger } from '../../src/logger.ts';
import { openStore, type StoreOptions } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { StoreUnavailable, StoreUnusable } from '../../src/store/types.ts';
import { startPgBouncer } from '../support/pgbouncer.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { storeContract } from './contract.ts';
import { TABLES } from './dump.ts';
import { postgresPlaces, using } from './postgres-client.ts';
import { addition, ONE, work } from './works.ts';

const folder = mkdtempSync(join(tmpdir(), 'footnote-tls-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Of the address 127.0.0.1 alone, signed by itself. */
const certificate = makeCertificate();
const postgres = certificate === undefined ? 'openssl is not installed' : await startPostgres({ tls: certificate });

if (typeof postgres === 'string' || certificate === undefined) {
  process.stderr.write(`The tests of connecting to PostgreSQL are skipped: ${postgres}.\n`);
  describe.skip(`connecting to PostgreSQL (${postgres})`, () => it('is encrypted', () => expect.unreachable()));
} else {
  afterAll(() => postgres.close());
  tls(postgres, certificate.certificate);
  poolSize(postgres);
  runtimeErrors(postgres);
  await pooler(postgres);
}

function tls(server: TestPostgres, databaseCaFile: string): void {
  describe('TLS', () => {
    it.each([
      ['verify-full', '127.0.0.1'],
      ['verify-ca', 'localhost'],
      ['require', 'localhost'],
    ])('by sslmode=%s to %s is used where the authority is named', async (mode, host) => {
      expect(await encrypted({ databaseUrl: await address(server, mode, host), databaseCaFile })).toBe(true);
    });

    it('is used with every check where an authority is named and no mode', async () => {
      expect(await encrypted({ databaseUrl: await server.database(), databaseCaFile })).toBe(true);
    });

    it('by sslmode=require needs no authority, as in libpq', async () => {
      expect(await encrypted({ databaseUrl: await address(server, 'require') })).toBe(true);
    });

    it('is not used without a word of it', async () => {
      expect(await encrypted({ databaseUrl: await server.database() })).toBe(false);
    });

    it.each([
      ['an authority that is not known', 'verify-full', '127.0.0.1', undefined, /by TLS .*set DATABASE_CA_FILE/],
      ['a certificate of another host', 'verify-full', 'localhost', databaseCaFile, /by TLS .*set DATABASE_CA_FILE/],
      [
        'a mode that there is not',
        'sometimes',
        '127.0.0.1',
        undefined,
        /sslmode in DATABASE_URL must be one of disable/,
      ],
      ['a file that is not there', 'verify-full', '127.0.0.1', '/none.pem', /none\.pem cannot be read \(ENOENT\)/],
    ])('with %s is refused at the start in one line', async (_what, mode, host, databaseCaFile, message) => {
      const options = { databaseUrl: await address(server, mode, host), databaseCaFile, dataDir: '/nowhere' };
      const error = await openStore(options).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(StoreUnusable);
      expect(String(error)).toMatch(message);
    });
  });
}

function poolSize(server: TestPostgres): void {
  it('opens no more connections than the setting allows', async () => {
    const databaseUrl = await server.database();
    for (const size of [1, 3]) {
      const store = await openStore({ databaseUrl, databasePoolSize: size, dataDir: '/nowhere' });
      await Promise.all(Array.from({ length: 20 }, (_, i) => store.saveSettings(String(i), { answers: 'private' })));
      await Promise.all(Array.from({ length: 20 }, () => store.guilds()));
      const { rows } = await ask(
        databaseUrl,
        "select 1 from pg_stat_activity where application_name = 'footnote' and datname = current_database()",
      );
      expect(rows).toHaveLength(size);
      await store.close();
    }
  });
}

function runtimeErrors(server: TestPostgres): void {
  describe('an error that does not pass by itself', () => {
    let client: pg.Client;
    let store: Store;
    beforeAll(async () => {
      const databaseUrl = await server.database();
      client = new pg.Client(databaseUrl);
      await client.connect();
      store = await openStore({ databaseUrl, dataDir: '/nowhere' });
    });
    afterAll(async () => {
      await client.end();
      await store.close();
    });

    it.each(TABLES)(
      'a table that is gone (%s) makes the store unavailable, not ready, and well again',
      async (table) => {
        await store.addWorks(ONE, addition([work('A', ['a'])]));
        expect(await store.health()).toEqual({ ok: true });
        await client.query(`alter table ${table} rename to gone`);
        expect(await store.health()).toEqual({ ok: false, reason: expect.stringContaining(table) });
        const outcome = await store.deleteGuild(ONE).catch((error: unknown) => error);
        expect(outcome).toBeInstanceOf(StoreUnavailable);
        await client.query(`alter table gone rename to ${table}`);
        expect(await store.health()).toEqual({ ok: true });
        await store.deleteGuild(ONE);
      },
    );

    it('a password that was changed makes the store unavailable and not ready', async () => {
      const databaseUrl = new URL(await server.database());
      await ask(databaseUrl.href, "create role reader superuser login password 'first'");
      databaseUrl.username = 'reader';
      databaseUrl.password = 'first';
      const store = await openStore({ databaseUrl: databaseUrl.href, dataDir: '/nowhere' });
      onTestFinished(() => store.close());
      const admin = await server.database();
      await ask(admin, "alter role reader password 'second'");
      await ask(admin, "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'reader'");
      await expect.poll(() => store.health()).toMatchObject({ ok: false, reason: /password authentication failed/ });
      await expect(store.head(ONE)).rejects.toThrow(StoreUnavailable);
      await ask(admin, "alter role reader password 'first'");
      expect(await store.health()).toEqual({ ok: true });
    });
  });
}

async function pooler(server: TestPostgres): Promise<void> {
  const pgbouncer = await startPgBouncer(server);
  if (pgbouncer === undefined) {
    process.stderr.write('The tests of the store behind PgBouncer are skipped: it is not installed.\n');
    describe.skip('the store behind PgBouncer (not installed)', () => it('is a store', () => expect.unreachable()));
    return;
  }
  afterAll(() => pgbouncer.close());
  const places = await postgresPlaces(server.database, pgbouncer.through);
  storeContract('PostgreSQL behind PgBouncer in transaction mode', places, { many: false });

  describe('a database that is away behind PgBouncer', () => {
    it('has no line in the log for each use that finds it so', async () => {
      const lines: string[] = [];
      const destination = { write: (line: string) => void lines.push(line) };
      const logger = createLogger({ level: 'warn', secrets: [], readable: false, destination });
      const databaseUrl = pgbouncer.through(await server.database());
      const store = await openStore({ databaseUrl, dataDir: '/nowhere', logger });
      onTestFinished(() => store.close());
      await server.stop();
      onTestFinished(() => server.start());
      for (let use = 0; use < 5; use++) {
        await expect(store.guilds()).rejects.toThrow(StoreUnavailable);
        await setTimeout(100);
      }
      expect(lines.filter((line) => line.includes('closed a connection')).length).toBeLessThanOrEqual(1);
    });
  });
}

/** Whether the connection of a store with these options is encrypted. */
async function encrypted(options: Omit<StoreOptions, 'dataDir'>): Promise<boolean> {
  const store = await openStore({ ...options, dataDir: '/nowhere' });
  try {
    expect(await store.addWorks(ONE, addition([work('A', ['a'])]))).toMatchObject({ ok: true });
    const url = new URL(options.databaseUrl ?? '');
    for (const name of ['sslmode', 'sslrootcert']) url.searchParams.delete(name);
    const { rows } = await ask(
      url.href,
      "select ssl from pg_stat_ssl join pg_stat_activity using (pid) where application_name = 'footnote' and datname = current_database()",
    );
    return rows.length > 0 && rows.every(({ ssl }) => ssl);
  } finally {
    await store.close();
  }
}

async function address(server: TestPostgres, mode: string, host = '127.0.0.1'): Promise<string> {
  const url = new URL(await server.database());
  url.hostname = host;
  url.searchParams.set('sslmode', mode);
  return url.href;
}

function ask(databaseUrl: string, statement: string): Promise<pg.QueryResult> {
  return using(databaseUrl, (client) => client.query(statement));
}

function makeCertificate(): { key: string; certificate: string } | undefined {
  const files = { key: join(folder, 'key.pem'), certificate: join(folder, 'certificate.pem') };
  const subject = ['-subj', '/CN=footnote test', '-addext', 'subjectAltName=IP:127.0.0.1'];
  try {
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
        ...['-keyout', files.key, '-out', files.certificate, ...subject],
      ],
      { stdio: 'ignore' },
    );
    return files;
  } catch {
    return undefined;
  }
}
