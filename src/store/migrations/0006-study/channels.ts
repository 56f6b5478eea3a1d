import type { Kysely } from 'kysely';

/** The works that are searched first in a channel. */
export async function channels({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('channel_works')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('work', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('channel_works_key', ['guild', 'channel', 'work'])
    .execute();
}
