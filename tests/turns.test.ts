import { describe, expect, it } from 'vitest';
import { type TurnLimits, Turns } from '../src/turns.ts';

const LIMITS = { places: 1, waiting: 10, waitingBytes: 1000 };
const SECOND = 1_000;

/** Tasks that are done when the test says so, each of whom its name begins with; `log` has them as they began. */
function open(limits: Partial<TurnLimits> = {}) {
  const clock = { now: 0 };
  const turns = new Turns({ ...LIMITS, ...limits }, () => clock.now);
  const log: string[] = [];
  const running = new Map<string, () => void>();
  const bring = (name: string, bytes = 1) => {
    const task = (stop: AbortSignal) =>
      new Promise<string>((resolve) => {
        log.push(name);
        running.set(name, () => resolve(name));
        stop.addEventListener('abort', () => resolve('stopped'));
      });
    const from = name.slice(0, 1);
    return turns.take(from, bytes, task);
  };
  const finish = async (name: string, ms = 0) => {
    clock.now += ms;
    running.get(name)?.();
    running.delete(name);
    // Several promises away.
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { clock, log, running, bring, finish };
}

it('lets so many run at once and the others wait, first come first served', async () => {
  const { log, running, bring, finish } = open({ places: 2 });
  const done = ['a1', 'a2', 'a3', 'a4'].map((name) => bring(name));
  expect([...running.keys()]).toEqual(['a1', 'a2']);
  await finish('a2');
  expect([...running.keys()]).toEqual(['a1', 'a3']);
  for (const name of ['a1', 'a3', 'a4']) await finish(name);
  expect(log).toEqual(['a1', 'a2', 'a3', 'a4']);
  expect(await Promise.all(done)).toEqual(log);
});

it('goes on after a task that fails', async () => {
  const turns = new Turns(LIMITS);
  const failing = turns.take('a', 1, () => Promise.reject(new Error('failed')));
  const next = turns.take('a', 1, async () => 'next');
  await expect(failing).rejects.toThrow('failed');
  expect(await next).toBe('next');
});

it('gives the next turn to who has had the least time', async () => {
  const { log, bring, finish } = open();
  for (const name of ['a1', 'b1', 'a2', 'a3', 'b2']) void bring(name);
  await finish('b1', 15 * SECOND);
  await finish('a1', 5 * SECOND);
  await finish('b2', 30 * SECOND);
  await finish('a2');
  expect(log).toEqual(['a1', 'b1', 'b2', 'a2', 'a3']);
});

it('keeps a place for who has had little time lately', async () => {
  const { clock, log, bring, finish } = open();
  void bring('a1');
  void bring('a2');
  void bring('b1');
  expect(log).toEqual(['a1', 'b1']);
  await finish('b1', 20 * SECOND);
  void bring('b2');
  expect(log).toEqual(['a1', 'b1']);
  await finish('a1');
  expect(log).toEqual(['a1', 'b1', 'a2']);
  void bring('c1');
  expect(log).toEqual(['a1', 'b1', 'a2', 'c1']);
  await finish('c1');
  await finish('a2');
  await finish('b2');
  void bring('a3');
  void bring('b3');
  expect(log.slice(4)).toEqual(['b2', 'a3']);
  await finish('a3');
  await finish('b3');
  clock.now += 3_600 * SECOND;
  void bring('a4');
  void bring('b4');
  expect(log.slice(-2)).toEqual(['a4', 'b4']);
});

describe('a task that has taken long', () => {
  const patienceMs = 3 * SECOND;

  it('begins anew for somebody who has had little time, once', async () => {
    const { clock, log, bring, finish } = open({ patienceMs });
    const done = Promise.all([bring('a1'), bring('b1')]);
    clock.now += 4 * SECOND;
    const c1 = bring('c1');
    await finish('none');
    expect(log).toEqual(['a1', 'b1', 'c1']);
    await finish('c1');
    await finish('b1', SECOND);
    expect(await c1).toBe('c1');
    expect(log).toEqual(['a1', 'b1', 'c1', 'a1']);
    void bring('d1');
    clock.now += 10 * SECOND;
    void bring('e1');
    await finish('none');
    // d1 gives way: a1 was stopped before.
    expect(log).toEqual(['a1', 'b1', 'c1', 'a1', 'd1', 'e1']);
    await finish('e1');
    await finish('a1');
    expect(await done).toEqual(['a1', 'b1']);
  });

  it('is let finish where only those wait who have had much', async () => {
    const { clock, log, bring, finish } = open({ patienceMs });
    void bring('a1');
    void bring('b1');
    await finish('b1', 20 * SECOND);
    void bring('b2');
    clock.now += 60 * SECOND;
    void bring('a2');
    await finish('none');
    expect(log).toEqual(['a1', 'b1']);
  });

  it('is stopped when its time is over, where somebody waits already', async () => {
    const turns = new Turns({ ...LIMITS, patienceMs: 50 });
    let begun = 0;
    const long = (stop: AbortSignal) =>
      new Promise<string>((resolve) => {
        begun++;
        stop.addEventListener('abort', () => resolve('stopped'));
        if (begun > 2) resolve('done');
      });
    void turns.take('a', 1, long);
    void turns.take('b', 1, () => new Promise(() => {}));
    const order: string[] = [];
    expect(await turns.take('c', 1, async () => order.push('c'))).toBe(1);
  });
});

it('turns away the last of who has most waiting, where too many wait', async () => {
  const { log, bring, finish } = open({ waiting: 3 });
  const done = Promise.all(['a1', 'a2', 'a3', 'a4', 'a5', 'b1', 'b2', 'b3'].map((name) => bring(name)));
  // b1 has the place that is kept free; b2 takes a4's, and b3 would have as many waiting as there are of a's.
  for (const name of ['a1', 'b1', 'b2', 'a2', 'a3']) await finish(name);
  expect(await done).toEqual(['a1', 'a2', 'a3', undefined, undefined, 'b1', 'b2', undefined]);
  expect(log).toHaveLength(5);
});

it('turns away what would make too many bytes wait', async () => {
  const { bring, finish } = open({ waiting: 3 });
  const taken = [bring('a1', 5000), bring('a2', 700), bring('a3', 400), bring('a4', 200)];
  for (const name of ['a1', 'a2', 'a4']) await finish(name);
  expect(await Promise.all(taken)).toEqual(['a1', 'a2', undefined, 'a4']);
});
