import type { Kysely } from 'kysely';

/** The drafted facts that nobody wants to be asked about again. */
export async function drafts({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('drafts_skipped')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('work', 'text', (column) => column.notNull())
    .addColumn('draft', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('drafts_skipped_key', ['guild', 'work', 'draft'])
    .execute();
}
