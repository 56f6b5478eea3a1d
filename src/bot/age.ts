/** Milliseconds since 1970 at which Discord's ids begin to count. */
const DISCORD_EPOCH = 1_420_070_400_000;
const TIMESTAMP_SHIFT = 22n;

/** Milliseconds by which a clock may be wrong; an id that is farther off is not of now. */
const MAX_DIFFERENCE_MS = 3_600_000;

/** When Discord made an id, in milliseconds since 1970 by its clock. */
export function timestampOf(snowflake: string): number {
  return Number(BigInt(snowflake) >> TIMESTAMP_SHIFT) + DISCORD_EPOCH;
}

export interface AgeClocks {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds that only grow, from any beginning. */
  steady(): number;
}

const CLOCKS: AgeClocks = { now: Date.now, steady: () => performance.now() };

/** Milliseconds. A clock drifts by less than a tenth of a second in so long. */
const WINDOW_MS = 600_000;

/**
 * Tells how old interactions are, in milliseconds by Discord's clock. The smallest difference seen of late between Discord's
 * clock and one of this machine counts as none: so a clock that is wrong does not matter, and an interaction that waited
 * in a busy process is as old as it is. That clock is one that is never set, or all would be too old once the time was set
 * forward; and since it may drift, what was seen long ago is forgotten. An id that is far from now tells nothing, and its
 * age is 0.
 */
export function createAgeClock({ now, steady }: AgeClocks = CLOCKS): (snowflake: string) => number {
  let least = Number.POSITIVE_INFINITY;
  let leastBefore = Number.POSITIVE_INFINITY;
  let since = Number.NEGATIVE_INFINITY;
  return (snowflake) => {
    const made = timestampOf(snowflake);
    if (Math.abs(now() - made) > MAX_DIFFERENCE_MS) return 0;
    const at = steady();
    if (at - since > WINDOW_MS) {
      leastBefore = at - since > 2 * WINDOW_MS ? Number.POSITIVE_INFINITY : least;
      least = Number.POSITIVE_INFINITY;
      since = at;
    }
    const difference = at - made;
    least = Math.min(least, difference);
    return difference - Math.min(least, leastBefore);
  };
}
