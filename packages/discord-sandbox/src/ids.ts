import type { Clock } from './clock.ts';

/** The first instant of 2015, from which Discord counts its ids. */
const EPOCH = 1_420_070_400_000n;
const PER_MILLISECOND = 4096;

export type NewId = () => string;

/**
 * Snowflakes: 42 bits of milliseconds since 2015, then 22 bits of which the last 12 count upwards.
 * Strictly increasing even when the clock stands still or goes back.
 */
export function createIds(clock: Pick<Clock, 'now'>): NewId {
  let instant = 0;
  let count = 0;
  return () => {
    const now = clock.now();
    if (now > instant) {
      instant = now;
      count = 0;
    } else if (++count === PER_MILLISECOND) {
      instant += 1;
      count = 0;
    }
    return (((BigInt(instant) - EPOCH) << 22n) | BigInt(count)).toString();
  };
}

/** When the people and the first server of every sandbox were made: 1 January 2020. */
const WORLD_MADE = 1_577_836_800_000;

/**
 * The same ids at every start, so that what a bot stored of a server is that server's again the next time. Each server is
 * made a millisecond after the one before, since shards are told apart by that.
 */
export function createWorldIds(servers: () => number): NewId {
  return createIds({ now: () => WORLD_MADE + servers() });
}
