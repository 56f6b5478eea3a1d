import type { Kysely } from 'kysely';
import type { ColumnTypes } from './columns.ts';

/** Servers, their works with passages, facts, additions and index snapshots. */
export async function libraries({ schema }: Kysely<unknown>, { bigint, blob }: ColumnTypes): Promise<void> {
  await schema
    .createTable('servers')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', bigint, (column) => column.notNull())
    .addColumn('answers', 'text')
    .addColumn('shipped', 'integer')
    .addColumn('editor_role', 'text')
    .addColumn('absent_since', bigint)
    .execute();

  await schema
    .createTable('works')
    .addColumn('server', 'text', (column) => column.notNull().references('servers.id').onDelete('cascade'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('authors', 'text', (column) => column.notNull())
    .addColumn('publisher', 'text', (column) => column.notNull())
    .addColumn('issued', 'text')
    .addColumn('url', 'text')
    .addColumn('format', 'text', (column) => column.notNull())
    .addColumn('file_name', 'text', (column) => column.notNull())
    .addColumn('passages', 'integer', (column) => column.notNull())
    .addColumn('bytes', bigint, (column) => column.notNull())
    .addColumn('words', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('added_at', bigint, (column) => column.notNull())
    .addColumn('added_by', 'text')
    .addColumn('removed_at', bigint)
    .addPrimaryKeyConstraint('works_key', ['server', 'id'])
    .execute();
  await schema.createIndex('works_by_person').on('works').column('added_by').execute();
  await schema.createIndex('works_by_removal').on('works').column('removed_at').execute();

  await schema
    .createTable('passages')
    .addColumn('server', 'text', (column) => column.notNull())
    .addColumn('work', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('paragraph', 'integer', (column) => column.notNull())
    .addColumn('part', 'integer')
    .addColumn('page', 'integer')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('role', 'text')
    .addColumn('heading', 'text')
    .addColumn('text', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('passages_key', ['server', 'work', 'position'])
    .addForeignKeyConstraint('passages_of_work', ['server', 'work'], 'works', ['server', 'id'], (constraint) =>
      constraint.onDelete('cascade'),
    )
    .execute();

  await schema
    .createTable('facts')
    .addColumn('server', 'text', (column) => column.notNull().references('servers.id').onDelete('cascade'))
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('attribute', 'text', (column) => column.notNull())
    .addColumn('other_names', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('unit', 'text')
    .addColumn('as_of', 'text')
    .addColumn('questions', 'text', (column) => column.notNull())
    .addColumn('passages', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('facts_key', ['server', 'place'])
    .execute();

  await schema
    .createTable('additions')
    .addColumn('server', 'text', (column) => column.notNull().references('servers.id').onDelete('cascade'))
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('at', bigint, (column) => column.notNull())
    .execute();
  await schema.createIndex('additions_by_server').on('additions').columns(['server', 'person', 'at']).execute();
  await schema.createIndex('additions_by_person').on('additions').column('person').execute();

  await schema
    .createTable('snapshots')
    .addColumn('server', 'text', (column) => column.primaryKey().references('servers.id').onDelete('cascade'))
    .addColumn('version', bigint, (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('snapshot_parts')
    .addColumn('server', 'text', (column) => column.notNull().references('snapshots.server').onDelete('cascade'))
    .addColumn('part', 'integer', (column) => column.notNull())
    .addColumn('bytes', blob, (column) => column.notNull())
    .addPrimaryKeyConstraint('snapshot_parts_key', ['server', 'part'])
    .execute();

  await schema
    .createTable('version_floor')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('version', bigint, (column) => column.notNull())
    .execute();
}
