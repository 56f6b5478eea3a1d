import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import Database from 'libsql';
import { packageRoot } from '../src/root.ts';
import { migrate, migrationNames } from '../src/store/migrations/index.ts';
import { openStore } from '../src/store/open.ts';
import { fillWithSample, readSample } from '../tests/store/sample.ts';

/**
 * Keeps a store as the newest migration leaves it, for the tests that later versions still open it: as SQL for both
 * databases, and what can be read of it. To be run once a migration is added, never again once it was released.
 * Usage: npm run fixture:store
 */
const name = migrationNames.at(-1);
const folder = join(packageRoot, 'tests', 'fixtures', 'store');
const dataDir = mkdtempSync(join(tmpdir(), 'footnote-fixture-'));
const store = await openStore({ dataDir });
await fillWithSample(store);
const read = await readSample(store);
await store.close();

const database = new Database(join(dataDir, 'footnote.sqlite'));
const objects = select('select name, type, sql from sqlite_master where sql is not null order by rowid');
const tables = objects.filter(({ type }) => type === 'table').map((object) => String(object.name));
const rows = tables.flatMap((table) => select(`select * from ${table}`).map((row) => ({ table, row })));
database.close();
rmSync(dataDir, { recursive: true });

mkdirSync(folder, { recursive: true });
write('json', `${JSON.stringify(read, undefined, 2)}\n`);
const sqliteSchema = objects.map(({ sql }) => String(sql));
write('sqlite.sql', script([...sqliteSchema, ...inserts((hex) => `x'${hex}'`)]));
write('postgres.sql', script([...(await postgresSchema()), ...inserts((hex) => `'\\x${hex}'`)]));

function select(query: string): Record<string, unknown>[] {
  return database.prepare(query).all() as Record<string, unknown>[];
}

function inserts(blob: (hex: string) => string): string[] {
  const literal = (value: unknown) => {
    if (value === null || typeof value === 'number') return String(value);
    if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
    return blob(Buffer.from(value as ArrayBuffer).toString('hex'));
  };
  return rows.map(({ table, row }) => {
    const columns = Object.keys(row).map((column) => `"${column}"`);
    return `insert into ${table} (${columns.join(', ')}) values (${Object.values(row).map(literal).join(', ')})`;
  });
}

/** What a migration would have PostgreSQL do, written down by a Kysely that is connected to nothing. */
async function postgresSchema(): Promise<string[]> {
  const statements: string[] = [];
  const db = new Kysely<unknown>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log({ query }) {
      statements.push(query.sql);
    },
  });
  await migrate(db, 'postgres', 'nothing');
  return statements.filter((statement) => /^(?:create|alter|drop) /.test(statement));
}

function script(statements: readonly string[]): string {
  return statements.map((statement) => `${statement};\n`).join('');
}

function write(ending: string, text: string): void {
  const file = `${name}.${ending}`;
  writeFileSync(join(folder, file), text);
  console.log(`tests/fixtures/store/${file}: ${Buffer.byteLength(text)} bytes`);
}
