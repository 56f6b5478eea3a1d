import Database from 'libsql';
import { expect, it } from 'vitest';
import { openMemoryStore } from '../../src/store/memory.ts';
import { NO_GUILD } from '../../src/store/schema.ts';
import { repositories } from '../../src/store/store.ts';
import { dumpSqlite } from './dump.ts';
import { fillWithSample, SAMPLE_GUILDS } from './sample.ts';
import { ANN, BEN } from './works.ts';

const database = new Database(':memory:');
const store = await openMemoryStore(database);
await fillWithSample(store);
const tables = (
  database.prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite%'`).all() as {
    name: string;
  }[]
)
  .map(({ name }) => name)
  .filter((name) => !name.startsWith('kysely_'));

it('every table of the schema is in the hands of one repository', () => {
  expect(repositories.flatMap((each) => [...each.tables]).sort()).toEqual(tables.sort());
});

it.each(tables)('the key of %s begins with the guild, so that a database can be divided by guilds', (table) => {
  const columns = database.prepare(`pragma table_info(${table})`).all() as { name: string; pk: number }[];
  expect(columns.find(({ pk }) => pk === 1)?.name).toBe('guild');
});

it.each(tables)('the sample has a row of %s', (table) => {
  expect(rowsOf(table)).not.toEqual([]);
});

it('no table names a person who is to be forgotten', async () => {
  for (const person of [ANN, BEN]) {
    expect(dumpSqlite(database)).toContain(person);
    expect(await store.forgetPerson(person)).toBeGreaterThan(0);
    expect(dumpSqlite(database)).not.toContain(person);
  }
});

it.each(tables)('no row of a guild that is deleted stays in %s', async (table) => {
  for (const guild of SAMPLE_GUILDS) await store.deleteGuild(guild);
  expect(rowsOf(table).filter(({ guild }) => guild !== NO_GUILD)).toEqual([]);
});

function rowsOf(table: string): { readonly guild: string }[] {
  return database.prepare(`select * from ${table}`).all() as { guild: string }[];
}
