import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  begin,
  closed,
  continued,
  ended,
  failed,
  finished,
  hinted,
  opened,
  type Progress,
  paused,
  revealed,
  skipped,
} from '../../../src/study/rounds/progress.ts';

const NOW = 1_000_000;
const must = (progress: Progress | undefined): Progress => {
  if (progress === undefined) throw new Error('not possible here');
  return progress;
};
const open = must(opened(begin(NOW), { now: NOW, pace: 30_000, message: 'm' }));

describe('the clock of a question', () => {
  it('starts when the question is posted', () => {
    expect(open).toMatchObject({ phase: 'open', at: 0, until: NOW + 30_000, message: 'm' });
    expect(closed(open, NOW + 29_999)).toBeUndefined();
    expect(closed(open, NOW + 30_000)).toMatchObject({ phase: 'closed' });
  });

  it('stands still while it is paused, and goes on with what was left', () => {
    const still = must(paused(open, NOW + 10_000));
    expect(closed(still, NOW + 60_000)).toBeUndefined();
    expect(continued(still, NOW + 100_000)).toMatchObject({ phase: 'open', until: NOW + 120_000 });
    expect(paused(open, NOW + 30_000)).toBeUndefined();
  });

  it('ends the round where it is paused for an hour', () => {
    const still = must(paused(open, NOW));
    const end = must(closed(still, NOW + 3_600_000));
    expect(end).toMatchObject({ phase: 'closed', ends: true });
    expect(revealed(end, { now: NOW, count: 10 })?.phase).toBe('over');
  });
});

describe('a round', () => {
  it('goes from question to question and ends after the last', () => {
    const first = must(revealed(must(closed(open, NOW + 30_000)), { now: NOW, count: 2 }));
    expect(first).toMatchObject({ phase: 'waiting', at: 1 });
    const last = must(skipped(must(opened(first, { now: NOW, pace: 1 })), NOW));
    const over = must(revealed(last, { now: NOW, count: 2 }));
    expect(over.phase).toBe('over');
    expect(finished(over)?.phase).toBe('done');
    expect(finished(must(finished(over)))).toBeUndefined();
  });

  it('shows the answer of a question that is open when the host ends it', () => {
    expect(ended(open, NOW)).toMatchObject({ phase: 'closed', ends: true });
    expect(ended(begin(NOW), NOW)).toMatchObject({ phase: 'over' });
  });

  it('gives no more hints than there are', () => {
    const once = must(hinted(open, 1));
    expect(hinted(once, 1)).toBeUndefined();
    expect(opened({ ...once, phase: 'waiting' }, { now: NOW, pace: 1 })?.hints).toBe(0);
  });

  it('is given up where Discord cannot be reached for a minute', () => {
    let progress = open;
    for (let i = 0; i < 11; i++) progress = must(failed(progress, NOW));
    expect(progress.phase).toBe('open');
    expect(failed(progress, NOW)?.phase).toBe('done');
  });

  it('never goes back, whatever happens to it in whatever order', () => {
    const events: readonly ((progress: Progress, now: number) => Progress | undefined)[] = [
      (progress, now) => opened(progress, { now, pace: 30_000 }),
      closed,
      (progress, now) => revealed(progress, { now, count: 3 }),
      (progress) => hinted(progress, 2),
      paused,
      continued,
      skipped,
      ended,
      (progress) => (progress.phase === 'over' ? finished(progress) : undefined),
    ];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(events.length - 1), fc.nat(40_000))), (happened) => {
        let progress = begin(0);
        let now = 0;
        const wasClosed: number[] = [];
        for (const [which, ms] of happened) {
          now += ms;
          const next = events[which]?.(progress, now);
          if (next === undefined) continue;
          expect(next.at).toBeGreaterThanOrEqual(progress.at);
          expect(progress.phase).not.toBe('done');
          if (next.phase === 'closed' && progress.phase !== 'closed') wasClosed.push(next.at);
          progress = next;
        }
        expect(new Set(wasClosed).size).toBe(wasClosed.length);
      }),
    );
  });
});
