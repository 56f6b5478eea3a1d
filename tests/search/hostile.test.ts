import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, type MockInstance, vi } from 'vitest';
import { FuzzyWords } from '../../src/search/index/fuzzy.ts';
import { createIndex, type SearchResult } from '../../src/search/index.ts';
import { PassageMatch } from '../../src/search/rank/passage-match.ts';
import { analyserOf } from '../../src/text/analyser.ts';
import { english } from '../../src/text/languages/index.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { anything, HARD, passages } from './odd-questions.ts';

/** FUZZ_RUNS scales the fuzz up for a longer run. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 300);

/**
 * What one question may cost, whatever it is: words searched for, words respelt, passages read closely,
 * once more for what their words mean, or shown.
 */
const MAX_WORDS = 24;
const MAX_GUESSES = 32;
const MAX_READ = 2 * 100 + 10;

const thousand = passages(1_000);
const index = createIndex(thousand, analyserOf(english));
const lengths = new Map(thousand.map(({ id, text }) => [id, text.length]));

function checkForm({ hits, words }: SearchResult): void {
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  expect(words.length === 0 ? 1 : total).toBeCloseTo(1, 6);
  let last = Number.POSITIVE_INFINITY;
  for (const { id, score, confidence, coverage, marks, window } of hits) {
    expect(score).toBeLessThanOrEqual(last);
    last = score;
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
    expect(coverage).toBeGreaterThanOrEqual(0);
    expect(coverage).toBeLessThanOrEqual(1 + 1e-9);
    let end = 0;
    for (const [from, to] of [...marks, [lengths.get(id) ?? 0, lengths.get(id) ?? 0] as const]) {
      expect(from).toBeGreaterThanOrEqual(end);
      expect(to).toBeGreaterThanOrEqual(from);
      end = to;
    }
    expect(window[1]).toBeLessThanOrEqual(lengths.get(id) ?? 0);
    expect(window[0]).toBeLessThan(window[1]);
  }
}

describe('questions that nobody foresaw', () => {
  let guess: MockInstance;
  let read: MockInstance;
  beforeAll(() => {
    guess = vi.spyOn(FuzzyWords.prototype, 'near');
    read = vi.spyOn(PassageMatch.prototype, 'read');
  });
  afterAll(() => vi.restoreAllMocks());

  /** Asks, and counts what takes time. Milliseconds would be another program's as well. */
  function check(asked: string): void {
    guess.mockClear();
    read.mockClear();
    const result = index.search(asked, { limit: 10 });
    checkForm(result);
    expect(result.words.length).toBeLessThanOrEqual(MAX_WORDS);
    expect(guess.mock.calls.length).toBeLessThanOrEqual(MAX_GUESSES);
    expect(read.mock.calls.length).toBeLessThanOrEqual(MAX_READ);
  }

  it('get a well-formed result for a bounded amount of work', () => {
    fc.assert(fc.property(anything, check), { numRuns: RUNS });
  }, 3_600_000);

  it.each(HARD)('cost no more with %s', (_, text) => check(text));

  it('find nothing in an empty index', () => {
    expect(createIndex([], analyserOf(english)).search('Where is the bridge?').hits).toEqual([]);
  });

  it('may stand beside documents without a word', () => {
    const empty = createIndex(
      ['', '   ', '…', '🎉'].map((text, at) => ({ id: `${at}`, group: 'g', title: '', text })),
      analyserOf(english),
    );
    expect(empty.search('bridge').hits).toEqual([]);
  });

  it('split into sentences that lose no character but white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aB1.!? \n"”)。é') }), (text) => {
        const kept = splitSentences(text, english).map(([from, to]) => text.slice(from, to));
        expect(kept.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});
