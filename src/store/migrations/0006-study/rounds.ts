import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../columns.ts';

/** Rounds of a quiz with their answers; scores by day, and how people want to stand among them. */
export async function rounds({ schema }: Kysely<unknown>, { bigint }: ColumnTypes): Promise<void> {
  await schema
    .createTable('rounds')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('host', 'text')
    .addColumn('plan', 'text', (column) => column.notNull())
    .addColumn('progress', 'text', (column) => column.notNull())
    .addColumn('open_question', 'integer')
    .addColumn('started_at', bigint, (column) => column.notNull())
    .addColumn('ended_at', bigint)
    .addPrimaryKeyConstraint('rounds_key', ['guild', 'id'])
    .execute();
  await schema.createIndex('rounds_by_channel').on('rounds').columns(['guild', 'channel', 'ended_at']).execute();
  await schema.createIndex('rounds_by_host').on('rounds').column('host').execute();
  await schema.createIndex('rounds_by_time').on('rounds').column('started_at').execute();

  await schema
    .createTable('round_answers')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('round', 'text', (column) => column.notNull())
    .addColumn('question', 'integer', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('is_right', 'integer', (column) => column.notNull())
    .addColumn('at', bigint, (column) => column.notNull())
    .addPrimaryKeyConstraint('round_answers_key', ['guild', 'round', 'question', 'person'])
    .execute();
  await schema.createIndex('round_answers_by_person').on('round_answers').column('person').execute();

  await schema
    .createTable('scores')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('right_answers', 'integer', (column) => column.notNull())
    .addColumn('answers', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('scores_key', ['guild', 'person', 'day'])
    .execute();
  await schema.createIndex('scores_by_person').on('scores').column('person').execute();

  await schema
    .createTable('players')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('time_zone', 'text')
    .addColumn('hidden', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('players_key', ['guild', 'person'])
    .execute();
  await schema.createIndex('players_by_person').on('players').column('person').execute();

  await schema
    .createTable('leaderboards_off')
    .addColumn('guild', 'text', (column) => column.primaryKey())
    .execute();
}
