import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from './columns.ts';

const KEYED_BY_SERVER = ['works', 'passages', 'facts', 'snapshots', 'snapshot_parts'] as const;

/** Servers are called guilds, and every table has a key that begins with the guild. */
export async function guilds(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await db.schema.alterTable('servers').renameTo('guilds').execute();
  await db.schema.alterTable('guilds').renameColumn('id', 'guild').execute();
  for (const table of KEYED_BY_SERVER) await db.schema.alterTable(table).renameColumn('server', 'guild').execute();
  await keyAdditions(db, types);
  await keyVersionFloor(db, types);
}

async function keyAdditions(db: Kysely<unknown>, { bigint, randomId }: ColumnTypes): Promise<void> {
  await db.schema.alterTable('additions').renameTo('additions_before').execute();
  await db.schema
    .createTable('additions')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('at', bigint, (column) => column.notNull())
    .addPrimaryKeyConstraint('additions_key', ['guild', 'id'])
    .execute();
  await sql`insert into additions select server, ${sql.raw(randomId)}, person, at from additions_before`.execute(db);
  await db.schema.dropTable('additions_before').execute();
  await db.schema.createIndex('additions_by_guild').on('additions').columns(['guild', 'person', 'at']).execute();
  await db.schema.createIndex('additions_by_person').on('additions').column('person').execute();
}

async function keyVersionFloor(db: Kysely<unknown>, { bigint }: ColumnTypes): Promise<void> {
  await db.schema.alterTable('version_floor').renameTo('version_floor_before').execute();
  await db.schema
    .createTable('version_floor')
    .addColumn('guild', 'text', (column) => column.primaryKey())
    .addColumn('version', bigint, (column) => column.notNull())
    .execute();
  await sql`insert into version_floor select '', version from version_floor_before`.execute(db);
  await db.schema.dropTable('version_floor_before').execute();
}
