import type { Clock } from '../src/index.ts';

/** A clock that stands still until it is told to go on, and then fires what is due. */
export function fakeClock(start = Date.UTC(2026, 0, 1)): Clock & { advance(ms: number): void } {
  let time = start;
  const timers = new Set<{ due: number; run: () => void }>();
  return {
    now: () => time,
    after(ms, run) {
      const timer = { due: time + ms, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(ms) {
      time += ms;
      for (const timer of [...timers]) {
        if (timer.due > time) continue;
        timers.delete(timer);
        timer.run();
      }
    },
  };
}
