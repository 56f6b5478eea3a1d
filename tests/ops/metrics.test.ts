import { InteractionType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { Finished } from '../../src/bot/observer.ts';
import { createMetrics } from '../../src/ops/metrics.ts';

const finished = (fields: Partial<Finished>): Finished => ({
  type: InteractionType.ApplicationCommand,
  command: 'ask',
  outcome: 'answered',
  verdict: undefined,
  ms: 400,
  acknowledgedMs: 200,
  ...fields,
});

/** The lines of one metric. */
async function linesOf(metrics: ReturnType<typeof createMetrics>, name: string): Promise<string[]> {
  return (await metrics.text()).split('\n').filter((line) => line.startsWith(name));
}

describe('the metrics', () => {
  it('count interactions by command and outcome, and verdicts', async () => {
    const metrics = createMetrics({ names: ['ask', 'page'] });
    metrics.observer.finished(finished({ verdict: 'answered' }));
    metrics.observer.finished(finished({ verdict: 'answered' }));
    metrics.observer.finished(finished({ command: 'page', outcome: 'expired', acknowledgedMs: undefined }));
    expect(await linesOf(metrics, 'footnote_interactions_total')).toEqual([
      'footnote_interactions_total{command="ask",outcome="answered"} 2',
      'footnote_interactions_total{command="page",outcome="expired"} 1',
    ]);
    expect(await linesOf(metrics, 'footnote_verdicts_total')).toEqual([
      'footnote_verdicts_total{verdict="answered"} 2',
    ]);
  });

  it('show no command that nobody defined', async () => {
    const metrics = createMetrics({ names: ['ask'] });
    metrics.observer.finished(finished({ command: 'what somebody "wrote"' }));
    metrics.observer.finished(finished({ command: undefined }));
    expect(await linesOf(metrics, 'footnote_interactions_total')).toEqual([
      'footnote_interactions_total{command="other",outcome="answered"} 2',
    ]);
    expect(await metrics.text()).not.toContain('somebody');
  });

  it('measure seconds to the acknowledgement and to the answer', async () => {
    const metrics = createMetrics({ names: ['ask'] });
    metrics.observer.finished(finished({ ms: 4_000, acknowledgedMs: 1_600, outcome: 'deferred' }));
    metrics.observer.finished(finished({ ms: 2_800, acknowledgedMs: undefined, outcome: 'expired' }));
    const acknowledge = await linesOf(metrics, 'footnote_acknowledge_seconds');
    expect(acknowledge).toContain('footnote_acknowledge_seconds_bucket{le="1.5"} 0');
    expect(acknowledge).toContain('footnote_acknowledge_seconds_bucket{le="2"} 1');
    expect(acknowledge).toContain('footnote_acknowledge_seconds_count 1');
    expect(await linesOf(metrics, 'footnote_answer_seconds_sum')).toEqual(['footnote_answer_seconds_sum 4']);
  });

  it('look up the queue and the memory when they are asked for', async () => {
    const metrics = createMetrics({ names: [] });
    let waiting = 1;
    metrics.watch({ waiting: () => waiting, indexMemory: () => 5 });
    waiting = 3;
    expect(await linesOf(metrics, 'footnote_queue')).toEqual(['footnote_queue_length 3']);
    expect(await linesOf(metrics, 'footnote_index')).toEqual(['footnote_index_memory_bytes 5']);
  });

  it('count files that were read, refused or not fetched', async () => {
    const metrics = createMetrics({ names: [] });
    const intake = metrics.countFiles({
      readFile: async ({ name }) => (name === 'good.md' ? { ok: true, works: [] } : { ok: false, problem: 'damaged' }),
      readFacts: async () => ({ ok: true, rows: [] }),
      readDeck: async () => ({ ok: false, problem: 'noDeck' }),
    });
    const files = metrics.countFetches({ most: 10, fetch: async () => 'unreachable' });
    const file = { name: 'good.md', bytes: new Uint8Array() };
    expect(await intake.readFile(file, { from: '1' })).toEqual({ ok: true, works: [] });
    await intake.readFile({ ...file, name: 'bad.md' }, { from: '1' });
    await intake.readFacts(file, { from: '1' });
    expect(await files.fetch({ name: 'a', url: 'https://example.org', size: 1 }, 'a')).toBe('unreachable');
    expect(files.most).toBe(10);
    metrics.countTooMany();
    expect(await linesOf(metrics, 'footnote_files_total')).toEqual([
      'footnote_files_total{result="read"} 2',
      'footnote_files_total{result="damaged"} 1',
      'footnote_files_total{result="unreachable"} 1',
      'footnote_files_total{result="additionsPerHour"} 1',
    ]);
  });

  it('hold those of the process and of the event loop', async () => {
    const text = await createMetrics({ names: [] }).text();
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
  });
});
