import { namesNobody, nothingDue, type Repository } from '../repository.ts';
import { NO_GUILD } from '../schema.ts';

interface LeaseRow {
  guild: string;
  name: string;
  holder: string;
  expires_at: number;
}

declare module '../schema.ts' {
  interface Schema {
    leases: LeaseRow;
  }
}

/** A right that one process holds for a while, such as a shard. */
export interface Lease {
  readonly name: string;
  /** Of the process: a different one at each start. */
  readonly holder: string;
}

/**
 * Times are of the calling process, in milliseconds since 1970: the clocks of all of them must agree to a fraction of the
 * time for which a lease is held.
 */
interface LeaseMethods {
  /** Takes a lease that is free, has expired, or is the holder's own already. False where another holds it. */
  acquireLease(lease: Lease, times: { readonly now: number; readonly until: number }): Promise<boolean>;
  /** Prolongs a lease. False where it has expired: the holder must then stop what it entitles to. */
  renewLease(lease: Lease, times: { readonly now: number; readonly until: number }): Promise<boolean>;
  /** Gives a lease back; one of another holder stays. */
  releaseLease(lease: Lease): Promise<void>;
  /** All that have not expired. */
  leases(now: number): Promise<(Lease & { readonly expiresAt: number })[]>;
}

export const leases: Repository<LeaseMethods> = {
  tables: ['leases'],
  methods: (sessions) => ({
    acquireLease: ({ name, holder }, { now, until }) =>
      sessions.changeAny(async (change) => {
        const held = { holder, expires_at: until };
        const row = await change
          .insertInto('leases')
          .values({ guild: NO_GUILD, name, ...held })
          .onConflict((conflict) =>
            conflict
              .columns(['guild', 'name'])
              .doUpdateSet(held)
              .where((on) => on.or([on('leases.expires_at', '<=', now), on('leases.holder', '=', holder)])),
          )
          .returning('holder')
          .executeTakeFirst();
        return row !== undefined;
      }),
    renewLease: ({ name, holder }, { now, until }) =>
      sessions.changeAny(async (change) => {
        const { numUpdatedRows } = await change
          .updateTable('leases')
          .set({ expires_at: until })
          .where('guild', '=', NO_GUILD)
          .where('name', '=', name)
          .where('holder', '=', holder)
          .where('expires_at', '>', now)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),
    releaseLease: ({ name, holder }) =>
      sessions.changeAny(async (change) => {
        await change
          .deleteFrom('leases')
          .where('guild', '=', NO_GUILD)
          .where('name', '=', name)
          .where('holder', '=', holder)
          .execute();
      }),
    async leases(now) {
      const rows = await sessions.query((db) =>
        db.selectFrom('leases').selectAll().where('expires_at', '>', now).orderBy('name').execute(),
      );
      return rows.map(({ name, holder, expires_at }) => ({ name, holder, expiresAt: expires_at }));
    },
  }),
  forgetPerson: namesNobody,
  // One row a name: the next holder takes its place.
  purge: nothingDue,
  async deleteGuild(change, guild) {
    await change.deleteFrom('leases').where('guild', '=', guild).execute();
  },
};
