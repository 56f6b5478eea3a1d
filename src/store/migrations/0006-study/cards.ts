import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../columns.ts';

/** People's own cards, how they rated them, and when they want to be reminded. */
export async function cards({ schema }: Kysely<unknown>, { bigint }: ColumnTypes): Promise<void> {
  await schema
    .createTable('cards')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('front', 'text', (column) => column.notNull())
    .addColumn('back', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('paragraph', 'text', (column) => column.notNull())
    .addColumn('page', 'text', (column) => column.notNull())
    .addColumn('quotation', 'text', (column) => column.notNull())
    .addColumn('origin', 'text')
    .addColumn('added_at', bigint, (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('due_at', bigint, (column) => column.notNull())
    .addColumn('state', 'integer', (column) => column.notNull())
    .addColumn('stability', 'double precision', (column) => column.notNull())
    .addColumn('difficulty', 'double precision', (column) => column.notNull())
    .addColumn('scheduled_days', 'integer', (column) => column.notNull())
    .addColumn('learning_steps', 'integer', (column) => column.notNull())
    .addColumn('reps', 'integer', (column) => column.notNull())
    .addColumn('lapses', 'integer', (column) => column.notNull())
    .addColumn('reviewed_at', bigint)
    .addPrimaryKeyConstraint('cards_key', ['guild', 'person', 'id'])
    .execute();
  await schema.createIndex('cards_by_time').on('cards').columns(['guild', 'person', 'due_at']).execute();
  await schema.createIndex('cards_by_person').on('cards').column('person').execute();

  await schema
    .createTable('card_reviews')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('card', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('at', bigint, (column) => column.notNull())
    .addColumn('state', 'integer', (column) => column.notNull())
    .addColumn('rating', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('card_reviews_key', ['guild', 'person', 'card', 'version'])
    .execute();
  await schema.createIndex('card_reviews_by_time').on('card_reviews').columns(['guild', 'person', 'at']).execute();
  await schema.createIndex('card_reviews_by_age').on('card_reviews').column('at').execute();
  await schema.createIndex('card_reviews_by_person').on('card_reviews').column('person').execute();

  await schema
    .createTable('card_reminders')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('minutes', 'integer', (column) => column.notNull())
    .addColumn('time_zone', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('channel', 'text')
    .addColumn('next_at', bigint, (column) => column.notNull())
    .addColumn('refused', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('card_reminders_key', ['guild', 'person'])
    .execute();
  await schema.createIndex('card_reminders_by_person').on('card_reminders').column('person').execute();
}
