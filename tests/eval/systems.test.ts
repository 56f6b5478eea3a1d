import { describe, expect, it } from 'vitest';
import { measure } from '../../eval/bench/measure.ts';
import { loadSystem, SYSTEM_NAMES } from '../../eval/bench/systems/index.ts';
import { DEPTH, type Ready } from '../../eval/bench/systems/types.ts';
import { loadBeir } from '../../eval/data/beir.ts';
import { folderWith, SMALL_SET } from './folder.ts';

async function ready(name: (typeof SYSTEM_NAMES)[number]): Promise<Ready> {
  const { passages } = loadBeir(folderWith(SMALL_SET));
  const many = Array.from({ length: 30 }, (_, n) => ({
    id: `x${n}`,
    title: 'Eggs',
    article: 'Eggs',
    text: 'An egg, eggs.',
  }));
  return (await loadSystem(name))([...passages, ...many], []);
}

describe.each(SYSTEM_NAMES)('the system %s', (name) => {
  it('puts the passage first that holds the words', async () => {
    const found = await (await ready(name)).search('suspension bridges');
    expect(found[0]?.id).toBe('p3');
  });

  it('gives known passages, best first, no more than asked for', async () => {
    const found = await (await ready(name)).search('eggs');
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThanOrEqual(DEPTH);
    const scores = found.map(({ score }) => score);
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    expect(found.every(({ id }) => /^[px]\d+$/.test(id))).toBe(true);
    // Footnote ranks by one figure and is sure by another.
    if (name !== 'footnote') expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('survives what people type', async () => {
    const { search } = await ready(name);
    const typed = ['', ' ', 'the of', '"', `bees' AND (moon* OR -x:^2~1) NEAR/3 "`, '🐝', 'яйца', 'egg '.repeat(500)];
    for (const question of typed) expect(Array.isArray(await search(question)), question.slice(0, 40)).toBe(true);
  });
});

describe('a measurement', () => {
  const trial = () => {
    const { passages, questions, unanswerable } = loadBeir(folderWith(SMALL_SET));
    return { passages, questions: [...questions.slice(0, 3), ...unanswerable] };
  };
  const quiet = () => {};

  it('sums up what a system found', async () => {
    // q1 right first, q2 right second, q3 not found; the unanswerable one scores below the first two.
    const answers = new Map([
      ['Why do honey bees dance?', [{ id: 'p1', score: 0.9 }]],
      [
        'How many eggs does a queen lay?',
        [
          { id: 'p1', score: 0.8 },
          { id: 'p2', score: 0.7 },
        ],
      ],
      ['Who kept the first bees in Ireland?', [{ id: 'p1', score: 0.5 }]],
    ]);
    const system: Ready = { search: (question) => answers.get(question) ?? [], threshold: 0.8 };
    const result = await measure(() => system, trial(), { seconds: 5, seed: 1 }, quiet);
    expect(result).toMatchObject({ passages: 6, queries: 4, hit1: 0.3333, hit5: 0.6667, mrr10: 0.5 });
    // (1 + 1 / log2(3) + 0) / 3; 2 of the 3 answerable ones score above the other.
    expect(result.ndcg10).toBeCloseTo(0.5436, 4);
    expect(result.auroc).toBe(0.6667);
    expect(result).toMatchObject({ answeredPresent: 0.6667, answeredAbsent: 0 });
  });

  it('gives no share of answered questions where the system has no threshold, or no question is without an answer', async () => {
    const empty: Ready = { search: () => [] };
    const without = await measure(() => empty, trial(), { seconds: 5, seed: 1 }, quiet);
    expect(without).toMatchObject({ answeredPresent: null, answeredAbsent: null });
    const { passages, questions } = trial();
    const answerable = { passages, questions: questions.slice(0, 3) };
    const clean = await measure(() => ({ ...empty, threshold: 0.8 }), answerable, { seconds: 5, seed: 1 }, quiet);
    expect(clean).toMatchObject({ auroc: null, answeredPresent: null, answeredAbsent: null });
  });

  it('tells how long indexing held the process up, where times are compared', async () => {
    const { passages, questions } = trial();
    const index = (): Ready => {
      const end = performance.now() + 25;
      while (performance.now() < end);
      return { search: () => [] };
    };
    const grown = await measure(index, { passages, questions, respelt: questions }, { seconds: 5, seed: 1 }, quiet);
    expect(grown.pauseMs).toBeGreaterThanOrEqual(25);
    expect((await measure(index, { passages, questions }, { seconds: 5, seed: 1 }, quiet)).pauseMs).toBeNull();
  });

  it('stops asking when the time is up, but answers one question', async () => {
    const system: Ready = { search: () => new Promise((resolve) => setTimeout(() => resolve([]), 30)) };
    const result = await measure(() => system, trial(), { seconds: 0.02, seed: 1 }, quiet);
    expect(result.queries).toBe(1);
    expect(result.p50ms).toBeGreaterThanOrEqual(29);
  });
});
