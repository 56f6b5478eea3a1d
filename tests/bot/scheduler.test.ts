import { describe, expect, it } from 'vitest';
import { createAgeClock, timestampOf } from '../../src/bot/age.ts';
import { createScheduler, type Job } from '../../src/bot/scheduler.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function job(options: Partial<Job> & { age?: number } = {}): Job & { started: boolean } {
  const { age = 0, ...given } = options;
  const made = {
    guild: 'a',
    received: performance.now() - age,
    started: false,
    async start() {
      made.started = true;
    },
    defer: async () => true,
    ...given,
  };
  return made;
}

describe('the scheduler', () => {
  it('does a job and says so', async () => {
    const scheduler = createScheduler({ deferAfter: 1500 });
    const one = job();
    expect(await scheduler.run(one)).toBe('done');
    expect(one.started).toBe(true);
  });

  it('does not begin what cannot be acknowledged any more', async () => {
    const scheduler = createScheduler({ deferAfter: 1500 });
    const late = job({ age: 2_900 });
    expect(await scheduler.run(late)).toBe('expired');
    expect(late.started).toBe(false);
  });

  it('defers what has waited too long, and answers it all the same', async () => {
    const scheduler = createScheduler({ deferAfter: 1500 });
    let deferred = 0;
    const late = job({ age: 1_600, defer: async () => ++deferred > 0 });
    expect(await scheduler.run(late)).toBe('done');
    expect([deferred, late.started]).toEqual([1, true]);
  });

  it('gives up what Discord did not let it defer', async () => {
    const scheduler = createScheduler({ deferAfter: 1500 });
    expect(await scheduler.run(job({ age: 1_600, defer: async () => false }))).toBe('expired');
  });

  it('does what cannot be deferred as long as it can be acknowledged', async () => {
    const scheduler = createScheduler({ deferAfter: 1500 });
    const late = job({ age: 1_600, defer: undefined });
    expect(await scheduler.run(late)).toBe('done');
    expect(late.started).toBe(true);
    expect(await scheduler.run(job({ age: 2_900, defer: undefined }))).toBe('expired');
  });

  it('gives up what cannot be deferred once it is too old, though nothing else comes or goes', async () => {
    const scheduler = createScheduler({ deferAfter: 1500 });
    let finish = () => {};
    const blocked = new Promise<void>((resolve) => {
      finish = resolve;
    });
    for (let at = 0; at < 128; at++) void scheduler.run(job({ start: () => blocked }));
    while (scheduler.waiting > 0) await pause(1);
    const late = job({ age: 2_600, defer: undefined });
    expect(await scheduler.run(late)).toBe('expired');
    expect(late.started).toBe(false);
    expect(scheduler.waiting).toBe(0);
    finish();
  });

  it('lets other work run between two jobs', async () => {
    const scheduler = createScheduler({ deferAfter: 1500 });
    let turns = 0;
    const count = setInterval(() => turns++, 0);
    const busy = () => {
      for (const until = performance.now() + 5; performance.now() < until; );
      return Promise.resolve();
    };
    await Promise.all(Array.from({ length: 20 }, () => scheduler.run(job({ start: busy }))));
    clearInterval(count);
    expect(turns).toBeGreaterThan(10);
  });

  it('fails a job that fails, and goes on', async () => {
    const scheduler = createScheduler({ deferAfter: 1500 });
    await expect(scheduler.run(job({ start: () => Promise.reject(new Error('broken')) }))).rejects.toThrow('broken');
    expect(await scheduler.run(job())).toBe('done');
  });

  it('is idle when all is done', async () => {
    const scheduler = createScheduler({ deferAfter: 1500 });
    const slow = job({ start: () => pause(30).then(() => {}) });
    void scheduler.run(slow);
    await scheduler.idle();
    expect(await Promise.race([scheduler.idle().then(() => 'idle'), pause(50)])).toBe('idle');
  });
});

describe('the age of an interaction', () => {
  const snowflake = (ms: number) => String(BigInt(ms - 1_420_070_400_000) << 22n);

  it('is read from its id', () => {
    expect(timestampOf(snowflake(1_700_000_000_123))).toBe(1_700_000_000_123);
  });

  it("is the same whether this machine's clock is right or not", () => {
    for (const skew of [-600_000, 0, 5_000]) {
      let now = 1_700_000_000_000;
      const ageOf = createAgeClock({ now: () => now + skew, steady: () => now - 1_600_000_000_000 });
      expect(ageOf(snowflake(now))).toBe(0);
      now += 2_000;
      expect(ageOf(snowflake(now - 700))).toBe(700);
    }
  });

  it('is the same after days on a clock that drifts, asked all the time or after a long silence', () => {
    for (const gap of [60_000, 40_000_000]) {
      const begun = 1_700_000_000_000;
      let now = begun;
      const ageOf = createAgeClock({ now: () => now, steady: () => (now - begun) * 1.0001 });
      while (now < begun + 7 * 86_400_000) {
        expect(ageOf(snowflake(now))).toBeLessThan(200);
        now += gap;
      }
      ageOf(snowflake(now));
      now += 2_000;
      expect(Math.round(ageOf(snowflake(now - 700)))).toBeGreaterThanOrEqual(700);
    }
  });

  it("is the same after this machine's clock was set", () => {
    for (const step of [-600_000, 5_000]) {
      let [now, set] = [1_700_000_000_000, 0];
      const ageOf = createAgeClock({ now: () => now + set, steady: () => now - 1_600_000_000_000 });
      ageOf(snowflake(now));
      set = step;
      expect(ageOf(snowflake(now))).toBe(0);
      set = 0;
      now += 2_000;
      expect(ageOf(snowflake(now - 700))).toBe(700);
    }
  });
});
