import { randomUUID } from 'node:crypto';
import type { Logger } from '../logger.ts';
import type { Expiry } from '../store/repository.ts';
import type { Store } from '../store/store.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/**
 * How long what is gone is kept: a removed work can be brought back, a guild that invites the bot again finds its works, a
 * round's questions can be repeated.
 */
export const RETENTION_MS = {
  removed: DAY_MS,
  left: 30 * DAY_MS,
  additions: 2 * HOUR_MS,
  reviews: 90 * DAY_MS,
  rounds: 30 * DAY_MS,
  coverage: 90 * DAY_MS,
} as const satisfies Expiry;

const INTERVAL_MS = 6 * HOUR_MS;
/** Between two looks at whether it is due and no other process does it; after a failure it is tried again by then. */
const LOOK_MS = HOUR_MS;

export interface HousekeepingOptions {
  readonly store: Store;
  /** The guilds that the bot is in now. */
  readonly listServers: () => Promise<ReadonlySet<string>>;
  readonly logger: Logger;
}

/**
 * Deletes what is due, now and every six hours until stopped, in one of the processes that share the store. That the bot
 * left a guild is found by asking: so it is noticed too when it happened while the bot was down, and needs no intent.
 */
export function startHousekeeping(options: HousekeepingOptions): { stop(): Promise<void> } {
  const { store, logger } = options;
  const turn = { name: 'housekeeping', holder: randomUUID() };

  async function tidy(): Promise<void> {
    try {
      const now = Date.now();
      const held = await store.leases(now);
      if (held.some(({ name }) => name === turn.name)) return;
      if ((await store.acquireLease(turn, { now, until: now + INTERVAL_MS })) === undefined) return;
      await tidyUp(options, now).catch(async (error: unknown) => {
        await store.releaseLease(turn);
        throw error;
      });
    } catch (error) {
      logger.warn({ err: error }, 'What is due could not be deleted; it will be tried again');
    }
  }

  const timer = setInterval(tidy, LOOK_MS).unref();
  void tidy();
  return {
    async stop() {
      clearInterval(timer);
      // So that the next start begins with it.
      await store.releaseLease(turn).catch(() => {});
    },
  };
}

/** One round, as of `now` (milliseconds since 1970). Rejects where the store or the list of guilds cannot be had. */
export async function tidyUp({ store, listServers, logger }: HousekeepingOptions, now: number): Promise<void> {
  let left = 0;
  try {
    const [stored, present] = await Promise.all([store.guilds(), listServers()]);
    for (const guild of stored) await store.noteAbsence(guild, present.has(guild) ? null : now);
    left = now - RETENTION_MS.left;
    logger.debug({ stored: stored.length, present: present.size }, 'Looked for guilds that were left');
  } finally {
    // What else is due does not wait for Discord. Where that said nothing, no guild counts as left.
    const due = Object.fromEntries(Object.entries(RETENTION_MS).map(([what, ms]) => [what, now - ms]));
    await store.purge({ ...due, left });
  }
}
