import { createServer, type Server } from 'node:net';
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createLogger } from '../../src/logger.ts';
import { openStore } from '../../src/store/open.ts';
import { StoreUnavailable, StoreUnusable } from '../../src/store/types.ts';
import { startPostgres } from '../support/postgres.ts';
import { storeContract } from './contract.ts';
import { postgresPlaces, using } from './postgres-client.ts';
import { releasedStores } from './released.ts';
import { addition, work } from './works.ts';

/** Within this many milliseconds it must be said that the store is away. */
const SOON = 3900;
const ONE = '100000000000000001';
const DANUBE = work('The Danube', ['It rises in the Black Forest.']);

const postgres = await startPostgres();

if (typeof postgres === 'string') {
  process.stderr.write(`The tests of the store in PostgreSQL are skipped: ${postgres}.\n`);
  describe.skip(`the store in PostgreSQL (${postgres})`, () => it('keeps the contract', () => expect.unreachable()));
} else {
  afterAll(() => postgres.close());

  storeContract('PostgreSQL', await postgresPlaces(postgres.database));

  releasedStores('postgres', async (script) => {
    const databaseUrl = await postgres.database();
    await using(databaseUrl, (client) => client.query(script));
    return open(databaseUrl);
  });

  describe('a PostgreSQL that goes away', () => {
    it('is said to be away until it is back, and loses nothing that was acknowledged', async () => {
      const store = await open(await postgres.database());
      onTestFinished(() => store.close());
      await store.addWorks(ONE, addition([DANUBE]));
      const before = await store.library(ONE);
      for (const end of [postgres.stop, postgres.kill]) {
        await end();
        // What serves a connection outlives a server that was killed by a moment, and may answer once more.
        await vi.waitFor(() => soon(() => expect(store.head(ONE)).rejects.toThrow(StoreUnavailable)));
        await soon(() => expect(store.removeWork(ONE, 'the-danube-1999', 0)).rejects.toThrow(StoreUnavailable));
        await postgres.start();
        expect(await eventually(() => store.library(ONE))).toEqual(before);
      }
      expect(await store.removeWork(ONE, 'the-danube-1999', 0)).toBe(true);
    });

    it('in the middle of a change leaves nothing of it', async () => {
      const store = await open(await postgres.database());
      onTestFinished(() => store.close());
      await store.addWorks(ONE, addition([DANUBE]));
      const before = await store.library(ONE);
      const texts = Array.from({ length: 20_000 }, (_, i) => `paragraph ${i}`);
      const change = expect(store.addWorks(ONE, addition([work('Long', texts)]))).rejects.toThrow(StoreUnavailable);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await postgres.kill();
      await change;
      await postgres.start();
      expect(await eventually(() => store.library(ONE))).toEqual(before);
    });

    it('may be away when the store is opened', async () => {
      const databaseUrl = await postgres.database();
      await postgres.stop();
      const store = await open(databaseUrl);
      onTestFinished(() => store.close());
      await soon(() => expect(store.guilds()).rejects.toThrow(StoreUnavailable));
      await postgres.start();
      expect(await eventually(() => store.guilds())).toEqual([]);
    });

    it('is away as well where it takes connections and never answers', async () => {
      const { url } = await silentServer();
      const store = await soon(() => open(url));
      await soon(() => expect(store.head(ONE)).rejects.toThrow(StoreUnavailable));
      await soon(() => store.close());
    });

    it('is away as well where it stops answering in the middle, and that connection is not used again', async () => {
      const databaseUrl = await postgres.database();
      const store = await open(databaseUrl);
      onTestFinished(() => store.close());
      await store.addWorks(ONE, addition([DANUBE]));
      // A lock that another holds stands for a server that hangs.
      await using(databaseUrl, async (client) => {
        await client.query('begin');
        await client.query('lock table guilds in access exclusive mode');
        await soon(() => expect(store.head(ONE)).rejects.toThrow(StoreUnavailable));
        await client.query('rollback');
      });
      expect((await store.library(ONE)).articles).toHaveLength(1);
    });
  });

  describe('a PostgreSQL that cannot be used', () => {
    it('is refused in one line that does not hold the password', async () => {
      const url = new URL(await postgres.database());
      url.pathname = '/nothing';
      await refuses(url.href, /127\.0\.0\.1:\d+\/nothing does not let the bot in: database "nothing" does not exist/);
      url.password = 'wrong-secret';
      await refuses(url.href, /does not let the bot in: password authentication failed/);
      await refuses('mysql://me:wrong-secret@localhost/x', /write postgres:/);
      await refuses('wrong-secret', /write postgres:/);
    });

    it('is refused where a newer version of the bot has been there', async () => {
      const databaseUrl = await postgres.database();
      await (await open(databaseUrl)).close();
      await using(databaseUrl, (client) =>
        client.query(`insert into kysely_migration values ('9999-future', '2099-01-01T00:00:00.000Z')`),
      );
      await refuses(
        databaseUrl,
        /^The PostgreSQL database 127\.0\.0\.1:\d+\/store_\d+ was written by a newer .* update the bot/,
      );
    });

    it('shows the password in no log line', async () => {
      const lines: string[] = [];
      const destination = { write: (line: string) => void lines.push(line) };
      const logger = createLogger({ level: 'trace', secrets: [], readable: false, destination });
      const databaseUrl = await postgres.database();
      const store = await openStore({ databaseUrl, dataDir: '/nowhere', logger });
      onTestFinished(() => store.close());
      await store.guilds();
      await postgres.stop();
      await expect(store.guilds()).rejects.toThrow(StoreUnavailable);
      await (await openStore({ databaseUrl, dataDir: '/nowhere', logger })).close();
      await postgres.start();
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.join('')).not.toContain(new URL(databaseUrl).password);
    });
  });
}

/** No data folder: nothing of it may be needed. */
const open = (databaseUrl: string) => openStore({ databaseUrl, dataDir: '/nowhere' });

async function refuses(databaseUrl: string, message: RegExp): Promise<void> {
  const error = await open(databaseUrl).catch((reason: unknown) => reason);
  if (!(error instanceof StoreUnusable)) throw new Error('it was not refused', { cause: error });
  expect(error.message).toMatch(message);
  expect(error.message).not.toMatch(/\n|wrong-secret/);
}

async function soon<T>(work: () => Promise<T>): Promise<T> {
  const before = performance.now();
  const result = await work();
  expect(performance.now() - before).toBeLessThan(SOON);
  return result;
}

/** A server that was started again takes a moment until it answers. */
async function eventually<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries === 20 || !(error instanceof StoreUnavailable)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

async function silentServer(): Promise<{ url: string }> {
  const server: Server = createServer(() => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `postgres://me:secret@127.0.0.1:${address.port}/x` };
}
