import type { Kysely } from 'kysely';
import type { ColumnTypes } from './columns.ts';

/** Which private replies were shared with all, so that each is shared once. */
export async function shares({ schema }: Kysely<unknown>, { bigint }: ColumnTypes): Promise<void> {
  await schema
    .createTable('shares')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('interaction', 'text', (column) => column.notNull())
    .addColumn('expires_at', bigint, (column) => column.notNull())
    .addPrimaryKeyConstraint('shares_key', ['guild', 'message'])
    .execute();
  await schema.createIndex('shares_by_time').on('shares').column('expires_at').execute();
}
