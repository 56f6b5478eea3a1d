import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../columns.ts';

/** What answers showed of the material, and which questions they did not answer, where a guild wants them kept. */
export async function coverage({ schema }: Kysely<unknown>, { bigint }: ColumnTypes): Promise<void> {
  await schema
    .createTable('passages_shown')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('passage', 'text', (column) => column.notNull())
    .addColumn('times', 'integer', (column) => column.notNull())
    .addColumn('last_at', bigint, (column) => column.notNull())
    .addPrimaryKeyConstraint('passages_shown_key', ['guild', 'passage'])
    .execute();
  await schema.createIndex('passages_shown_by_time').on('passages_shown').column('last_at').execute();

  await schema
    .createTable('questions_missed')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('times', 'integer', (column) => column.notNull())
    .addColumn('last_at', bigint, (column) => column.notNull())
    .addPrimaryKeyConstraint('questions_missed_key', ['guild', 'question'])
    .execute();
  await schema.createIndex('questions_missed_by_time').on('questions_missed').column('last_at').execute();

  await schema.alterTable('guilds').addColumn('keeps_missed', 'integer').execute();
}
