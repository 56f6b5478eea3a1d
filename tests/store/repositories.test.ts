import Database from 'libsql';
import { expect, it } from 'vitest';
import { openMemoryStore } from '../../src/store/memory.ts';
import { repositories } from '../../src/store/store.ts';

const database = new Database(':memory:');
await openMemoryStore(database);
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
