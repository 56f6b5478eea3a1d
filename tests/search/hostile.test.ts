import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIndex, type SearchDocument, type SearchResult } from '../../src/search/index.ts';
import { analyserOf } from '../../src/text/analyser.ts';
import { english } from '../../src/text/languages/index.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { question } from './generated.ts';

/** FUZZ_RUNS scales the fuzz up for a longer run. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 1_000);
/** Milliseconds that no question may take on a thousand passages. */
const MOST_MS = 50;

const NOUNS = `river bridge tower garden market letter engine captain winter village mountain treaty museum painter
violin harvest factory railway teacher island`.split(/\s+/);

const SYLLABLES = 'ba cor den fil gra hor ins ker lom mar nit ost per qua ren sto tal ver win zed'.split(' ');

/** One of 8,000 words of three syllables, alike enough for slips to have many neighbours. */
function madeUp(number: number): string {
  return [1, 20, 400].map((step) => SYLLABLES[Math.floor(number / step) % 20]).join('');
}

function passages(count: number): SearchDocument[] {
  return Array.from({ length: count }, (_, at) => {
    const pick = (step: number): string => NOUNS[(at * step + (at >> 3)) % NOUNS.length] as string;
    const text = `The ${pick(3)} of the ${pick(7)} stood by a ${pick(11)} until ${1500 + (at % 500)}. Name${at} saw it.`;
    const rare = Array.from({ length: 12 }, (_, n) => madeUp(at * 12 + n));
    return {
      id: `p${at}`,
      group: `g${at % 9}`,
      title: `On ${pick(5)}`,
      text: `${text} They spoke of ${rare.join(' ')}.`,
    };
  });
}

const thousand = passages(1_000);
const index = createIndex(thousand, analyserOf(english));
const lengths = new Map(thousand.map(({ id, text }) => [id, text.length]));

function timed(asked: string, by = index): { ms: number; result: SearchResult } {
  const begun = performance.now();
  const result = by.search(asked, { limit: 10 });
  return { ms: performance.now() - begun, result };
}

/**
 * Milliseconds for a question. Somebody else's burst of work is no slowness of the engine's: what is slow is slow three
 * times, of indexes that remember nothing of it.
 */
function slowness(asked: string): number {
  let best = check(asked);
  for (let again = 0; again < 2 && best >= MOST_MS; again++) {
    best = Math.min(best, timed(asked, createIndex(thousand, analyserOf(english))).ms);
  }
  return best;
}

/** Milliseconds for a question with a well-formed result. */
function check(asked: string): number {
  const { ms, result } = timed(asked);
  const { hits, words } = result;
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
  return ms;
}

const short = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  question,
  fc
    .array(fc.constantFrom(...NOUNS, 'teh', 'brigde', 'when', '1,500', '$3m', '10%'), { maxLength: 30 })
    .map((words) => words.join(' ')),
);
/** A word with a slip, two run together, one repeated without end, or letters of any script. */
const noun = fc.oneof(fc.constantFrom(...NOUNS), fc.nat(7_999).map(madeUp));
const letter = fc.oneof(fc.constantFrom(...'aeinorst'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }));
const oddWord = fc.oneof(
  fc.tuple(noun, fc.nat(9), letter).map(([word, at, by]) => word.slice(0, at) + by + word.slice(at + 1)),
  fc.tuple(noun, noun).map(([left, right]) => left + right),
  fc.tuple(noun, fc.integer({ min: 2, max: 400 })).map(([word, times]) => word.repeat(times)),
  fc.array(letter, { maxLength: 40 }).map((letters) => letters.join('')),
  fc.integer().map(String),
);
const separator = fc.constantFrom(' ', ' ', ' ', ', ', '-', '.', ',', "'", '\n');
/** Texts of up to thousands of words, from a handful of odd ones or all different. */
const long = fc.oneof(
  fc
    .tuple(fc.array(oddWord, { minLength: 1, maxLength: 20 }), separator, fc.integer({ min: 1, max: 200 }))
    .map(([words, between, times]) => Array.from({ length: times }, () => words.join(between)).join(between)),
  fc
    .tuple(oddWord, separator, fc.integer({ min: 1, max: 3_000 }))
    .map(([word, between, count]) =>
      Array.from(
        { length: count },
        (_, at) => word.slice(at % 7, 12) + String.fromCharCode(97 + (at % 26), 97 + ((at / 26) % 26)),
      ).join(between),
    ),
);
const anything = fc.oneof({ arbitrary: short, weight: 4 }, { arbitrary: long, weight: 1 });

describe('questions that nobody foresaw', () => {
  it('get a well-formed result within 50 ms', () => {
    let slowest = { ms: 0, asked: '' };
    fc.assert(
      fc.property(anything, (asked) => {
        const ms = slowness(asked);
        if (ms > slowest.ms) slowest = { ms, asked };
      }),
      { numRuns: RUNS },
    );
    expect(slowest.ms, slowest.asked.slice(0, 200)).toBeLessThan(MOST_MS);
  }, 3_600_000);

  it.each([
    ['6,000 characters of prose', 'When did the captain of the tower write the letter about the harvest? '.repeat(86)],
    ['3,000 different unknown words', Array.from({ length: 3_000 }, (_, at) => `brgde${at.toString(36)}x`).join(' ')],
    ['3,000 times one word', 'river '.repeat(3_000)],
    ['one word of 6,000 letters', 'river'.repeat(1_200)],
    ['6,000 digits', '1'.repeat(6_000)],
    ['another script', 'Когда был построен мост? 橋はいつ建てられましたか。 متى بني الجسر؟'.repeat(60)],
    [
      '8,000 different characters of a script without spaces',
      String.fromCharCode(...Array.from({ length: 8_000 }, (_, at) => 0x4e00 + at)),
    ],
    ['one letter and a full stop 4,000 times', `${'a.'.repeat(4_000)}1`],
    ['a number of 2,000 groups of three digits', `${'111,'.repeat(2_000)}1`],
    [
      '1,000 slips of the pen',
      Array.from(
        { length: 1_000 },
        (_, at) => `${madeUp(at * 7).slice(0, 6)}${String.fromCharCode(97 + (at % 26), 97 + ((at * 7) % 26))}`,
      ).join(' '),
    ],
    ['nothing but emoji', '🏗️🌉👩‍👩‍👧‍👦'.repeat(800)],
    ['names of object properties', 'constructor __proto__ toString hasOwnProperty prototype'],
    ['hyphens and apostrophes alone', "-'-'-''--’’".repeat(500)],
  ])('stay fast with %s', (_, text) => {
    expect(slowness(text)).toBeLessThan(MOST_MS);
  });

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
