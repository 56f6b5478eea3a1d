import type { Logger } from '../logger.ts';
import type { Store } from '../store/types.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** How long what is gone is kept: a removed work can be brought back, a server that asks the bot back finds its works. */
export const KEPT = { removed: DAY, left: 30 * DAY, additions: 2 * HOUR } as const;

const EVERY = 6 * HOUR;

export interface HousekeepingOptions {
  readonly store: Store;
  /** The servers that the bot is in now. */
  readonly listServers: () => Promise<ReadonlySet<string>>;
  readonly logger: Logger;
}

/**
 * Deletes what is due, now and every six hours until stopped. That the bot left a server is seen by asking, not by
 * being told: so it is noticed too when it happened while the bot was down, and takes no intent.
 */
export function startHousekeeping(options: HousekeepingOptions): { stop(): void } {
  const tidy = () =>
    tidyUp(options, Date.now()).catch((error: unknown) => {
      options.logger.warn({ err: error }, 'What is due could not be deleted; it will be tried again');
    });
  const timer = setInterval(tidy, EVERY).unref();
  void tidy();
  return { stop: () => clearInterval(timer) };
}

/** One round, as of `now` (milliseconds since 1970). Rejects where the store or the list of servers cannot be had. */
export async function tidyUp({ store, listServers, logger }: HousekeepingOptions, now: number): Promise<void> {
  let left = 0;
  try {
    const [stored, present] = await Promise.all([store.servers(), listServers()]);
    for (const server of stored) await store.noteAbsence(server, present.has(server) ? null : now);
    left = now - KEPT.left;
    logger.debug({ stored: stored.length, present: present.size }, 'Looked for servers that were left');
  } finally {
    // What else is due does not wait for Discord. Where that said nothing, no server counts as left.
    await store.purge({ removed: now - KEPT.removed, left, additions: now - KEPT.additions });
  }
}
