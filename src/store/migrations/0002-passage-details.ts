import type { Kysely } from 'kysely';

/** What a passage is and which terms it marks, printed page labels and times of recordings. */
export async function passageDetails({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('passages').addColumn('details', 'text').execute();
}
