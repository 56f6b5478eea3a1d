import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/root.ts';
import { openStore } from '../../src/store/open.ts';
import { startPostgres } from '../support/postgres.ts';
import { storeContract } from './contract.ts';
import { TABLES } from './dump.ts';
import { postgresPlaces, using } from './postgres-client.ts';
import { fillWithSample, readSample } from './sample.ts';

const PARTITIONS = 3;
const script = readFileSync(join(packageRoot, 'deploy', 'partition.sql'), 'utf8');

const postgres = await startPostgres();

if (typeof postgres === 'string') {
  process.stderr.write(`The tests of the store in partitions are skipped: ${postgres}.\n`);
  describe.skip(`the store in partitions (${postgres})`, () => it('keeps the contract', () => expect.unreachable()));
} else {
  afterAll(() => postgres.close());

  const open = (databaseUrl: string) => openStore({ databaseUrl, dataDir: '/nowhere' });
  const divide = (databaseUrl: string) =>
    using(databaseUrl, (client) => client.query(`set footnote.partitions = ${PARTITIONS}; begin; ${script}; commit`));
  const divided = (databaseUrl: string) =>
    using(databaseUrl, async (client) => {
      const { rows } = await client.query(
        `select relname as name, (select count(*)::int from pg_inherits where inhparent = c.oid) as parts
         from pg_class c where relkind = 'p' order by 1`,
      );
      return rows;
    });

  it('divides all tables, keeps all data and the names of all keys, and can be run again', async () => {
    const databaseUrl = await postgres.database();
    const store = await open(databaseUrl);
    await fillWithSample(store);
    const before = await readSample(store);
    await store.close();
    const names = () =>
      using(databaseUrl, async (client) => {
        const { rows } = await client.query(
          `select conname as name, contype as kind from pg_constraint where conrelid = any($1::regclass[])
             and contype in ('p', 'u', 'f') and conparentid = 0
           union all select relname, 'i' from pg_class c join pg_index i on i.indexrelid = c.oid
             where indrelid = any($1::regclass[]) order by 1, 2`,
          [TABLES],
        );
        return rows;
      });
    const keys = await names();
    await divide(databaseUrl);
    await divide(databaseUrl);
    expect(await divided(databaseUrl)).toEqual([...TABLES].sort().map((name) => ({ name, parts: PARTITIONS })));
    expect(await names()).toEqual(keys);
    const again = await open(databaseUrl);
    expect(await readSample(again)).toEqual(before);
    await again.close();
  });

  const databaseUrl = await postgres.database();
  const places = await postgresPlaces(async () => databaseUrl);
  await divide(databaseUrl);
  storeContract('PostgreSQL in hash partitions', () => places(), { many: false });
}
