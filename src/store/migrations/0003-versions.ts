import type { Kysely } from 'kysely';

/** The work whose other version a row holds: former ones are kept for as long as removed works are. */
export async function versions({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('works').addColumn('version_of', 'text').execute();
}
