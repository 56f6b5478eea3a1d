import type { Kysely } from 'kysely';
import type { ColumnTypes } from './columns.ts';

/** What several processes agree by: leases and due jobs. */
export async function coordination({ schema }: Kysely<unknown>, { bigint }: ColumnTypes): Promise<void> {
  await schema
    .createTable('leases')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('expires_at', bigint, (column) => column.notNull())
    .addPrimaryKeyConstraint('leases_key', ['guild', 'name'])
    .execute();

  await schema
    .createTable('jobs')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('person', 'text')
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('due_at', bigint, (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('jobs_key', ['guild', 'id'])
    .execute();
  await schema.createIndex('jobs_by_time').on('jobs').column('due_at').execute();
  await schema.createIndex('jobs_by_person').on('jobs').column('person').execute();
}
