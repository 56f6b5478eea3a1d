import type { ExpressionBuilder } from 'kysely';
import { namesNobody, type Repository } from '../repository.ts';
import { NO_GUILD, type Schema } from '../schema.ts';

interface LeaseRow {
  guild: string;
  name: string;
  holder: string;
  expires_at: number;
  state: string | null;
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
  /**
   * Takes a lease that is free, has expired, or is the holder's own already; resolves to what its last holder left for the
   * next one. Undefined where another holds it.
   */
  acquireLease(lease: Lease, times: LeaseTimes): Promise<{ readonly state: string | undefined } | undefined>;
  /** Prolongs a lease, with another state where one is given. False where it has expired: the holder must then stop what it entitles to. */
  renewLease(lease: Lease, times: LeaseTimes, state?: string): Promise<boolean>;
  /** Gives a lease back, and may leave the next holder a state; one of another holder stays. */
  releaseLease(lease: Lease, left?: { readonly now: number; readonly state: string }): Promise<void>;
  /** All that have not expired. */
  leases(now: number): Promise<HeldLease[]>;
}

export interface LeaseTimes {
  readonly now: number;
  readonly until: number;
}

export interface HeldLease extends Lease {
  readonly expiresAt: number;
  readonly state?: string | undefined;
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
          .returning('state')
          .executeTakeFirst();
        return row && { state: row.state ?? undefined };
      }),
    renewLease: (lease, { now, until }, state) =>
      sessions.changeAny(async (change) => {
        const { numUpdatedRows } = await change
          .updateTable('leases')
          .set({ expires_at: until, ...(state === undefined ? {} : { state }) })
          .where(ownLease(lease))
          .where('expires_at', '>', now)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),
    releaseLease: (lease, left) =>
      sessions.changeAny(async (change) => {
        const own = ownLease(lease);
        if (left === undefined) await change.deleteFrom('leases').where(own).execute();
        else await change.updateTable('leases').set({ expires_at: left.now, state: left.state }).where(own).execute();
      }),
    async leases(now) {
      const rows = await sessions.query((db) =>
        db.selectFrom('leases').selectAll().where('expires_at', '>', now).orderBy('name').execute(),
      );
      return rows.map(({ name, holder, expires_at, state }) => ({
        name,
        holder,
        expiresAt: expires_at,
        ...(state === null ? {} : { state }),
      }));
    },
  }),
  forgetPerson: namesNobody,
  async purge(sessions, before) {
    await sessions.changeAny((change) =>
      change.deleteFrom('leases').where('expires_at', '<', before.additions).execute(),
    );
  },
  async deleteGuild(change, guild) {
    await change.deleteFrom('leases').where('guild', '=', guild).execute();
  },
};

const ownLease =
  ({ name, holder }: Lease) =>
  ({ and }: ExpressionBuilder<Schema, 'leases'>) =>
    and({ guild: NO_GUILD, name, holder });
