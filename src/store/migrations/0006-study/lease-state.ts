import type { Kysely } from 'kysely';

/** What the next holder of a lease goes on with. */
export async function leaseState({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('leases').addColumn('state', 'text').execute();
}
