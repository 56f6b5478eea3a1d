import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createBackOff } from '../../src/discord/back-off.ts';

let at = 0;
const waits: number[] = [];
const clock = { now: () => at, sleep: async (ms: number) => void waits.push(ms) };

beforeEach(() => {
  at = 0;
  waits.length = 0;
});
afterEach(() => vi.restoreAllMocks());

it('a connection that breaks comes back at once, then ever later, to a minute at most', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(1);
  const backOff = createBackOff(clock);
  await backOff.wait();
  for (let i = 0; i < 9; i++) {
    backOff.closed();
    await backOff.wait();
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60].map((seconds) => seconds * 1_000));
});

it('a connection that lasted begins the count anew, a short one does not', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const backOff = createBackOff(clock);
  const open = (ms: number) => {
    backOff.opened();
    at += ms;
    backOff.closed();
  };
  for (const ms of [10, 10, 10, 5_000]) {
    open(ms);
    await backOff.wait();
  }
  expect(waits).toEqual([500, 1_000]);
});
