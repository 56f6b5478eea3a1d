import type { Kysely } from 'kysely';

/** What a full reference says of a work beside its title, authors, publisher, date and address. */
export async function references({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('works').addColumn('reference', 'text').execute();
}
