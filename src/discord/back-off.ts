import { setTimeout as sleep } from 'node:timers/promises';

/** A connection that stayed for so many milliseconds was a good one. */
const STABLE_MS = 5_000;
const FIRST_MS = 1_000;
const MAX_MS = 60_000;

export interface BackOff {
  opened(): void;
  closed(): void;
  /** Waits for as long as is due before the next try. */
  wait(): Promise<void>;
}

export interface BackOffClock {
  /** Milliseconds that only grow. */
  now(): number;
  /** Resolves after so many milliseconds. */
  sleep(ms: number): Promise<unknown>;
}

const CLOCK: BackOffClock = {
  now: () => performance.now(),
  // Not without a reference: where no other timer ran in the process, such a one did not end, and the shard stayed away.
  sleep: (ms) => sleep(ms),
};

/**
 * How long to wait before connecting again: not at all the first time, then one second, doubled with each connection that
 * did not last, to a minute at most. Between half and all of that, by chance, so that many do not come back at once.
 */
export function createBackOff({ now, sleep }: BackOffClock = CLOCK): BackOff {
  let failures = 0;
  let openedAt: number | undefined;
  return {
    opened() {
      openedAt = now();
    },
    closed() {
      if (openedAt !== undefined && now() - openedAt >= STABLE_MS) failures = 0;
      openedAt = undefined;
      failures++;
    },
    async wait() {
      if (failures <= 1) return;
      const most = Math.min(MAX_MS, FIRST_MS * 2 ** (failures - 2));
      await sleep(most * (0.5 + Math.random() / 2));
    },
  };
}
