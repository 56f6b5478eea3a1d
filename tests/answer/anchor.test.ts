import { describe, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { doubtOf, speaksOf, standsFirmly } from '../../src/answer/verdict/anchor.ts';
import type { Hit, QueryWord } from '../../src/search/types.ts';
import { openLibrary } from '../support/bot.ts';

const shipped = openLibrary();

const word = (typed: string, change: Partial<QueryWord> = {}): QueryWord => ({
  typed,
  taken: typed,
  term: typed,
  as: 'known',
  weight: 0.5,
  presence: 1,
  isLight: false,
  isName: false,
  isNumber: false,
  ...change,
});
const corrected = (typed: string, taken: string) => word(typed, { taken, as: 'corrected', presence: 0.95 });
const unknown = (typed: string) => word(typed, { as: 'unknown', presence: 0 });
const hit = (coverage: number, confidence: number) => ({ coverage, confidence }) as Hit;

describe('what is searched speaks of a question', () => {
  it('of which it holds several words', () => {
    const words = [word('river'), word('bridge'), unknown('toll')];
    expect(speaksOf({ words, hit: hit(0.6, 0.2), terms: 600, answer: undefined })).toBe(true);
  });

  it('that asks about a year alone', () => {
    const happened = word('happened', { as: 'unknown', presence: 0, isLight: true });
    const year = word('1442', { isNumber: true });
    const signs = { hit: hit(0.6, 0.02), terms: 6_000, answer: undefined };
    expect(speaksOf({ ...signs, words: [happened, year] })).toBe(true);
    expect(speaksOf({ ...signs, words: [happened, year, unknown('comet')] })).toBe(false);
    expect(speaksOf({ ...signs, words: [happened, word('12', { isNumber: true })] })).toBe(false);
  });

  it('not where it holds one by chance', () => {
    const words = [word('cold'), unknown('refrigerator'), unknown('stay')];
    expect(speaksOf({ words, hit: hit(0.28, 0.02), terms: 600, answer: undefined })).toBe(false);
  });

  it('less readily the more words it has', () => {
    const signs = { words: [word('bone'), unknown('hand')], hit: hit(0.4, 0.3), answer: undefined };
    expect(speaksOf({ ...signs, terms: 300 })).toBe(true);
    expect(speaksOf({ ...signs, terms: 14_000 })).toBe(false);
  });

  it('not by common words alone, where something else is asked about', () => {
    const works = word('works', { isLight: true });
    const signs = { hit: hit(0.5, 0.3), terms: 200, answer: undefined };
    expect(speaksOf({ ...signs, words: [works, unknown('refrigerator')] })).toBe(false);
    expect(speaksOf({ ...signs, words: [works, word('main', { isLight: true })] })).toBe(true);
  });

  it('of which a heading holds all that it is about', () => {
    const signs = { words: [word('retries'), word('work', { isLight: true })], terms: 14_000, answer: undefined };
    expect(speaksOf({ ...signs, hit: hit(0.4, 0.05) })).toBe(false);
    expect(speaksOf({ ...signs, hit: { ...hit(0.4, 0.05), isSection: true } })).toBe(true);
  });

  it('of a name that stands there, unless facts tell what it is about', () => {
    const words = [word('titicaca', { isName: true }), unknown('deep')];
    const signs = { words, hit: hit(0.2, 0.05), terms: 1_600 };
    expect(speaksOf({ ...signs, answer: undefined })).toBe(true);
    expect(speaksOf({ ...signs, answer: 0.01 })).toBe(false);
  });

  it('not by words that were only taken for others', () => {
    const words = [corrected('abejas', 'ademas'), unknown('miel')];
    expect(speaksOf({ words, hit: hit(0.9, 0.4), terms: 600, answer: undefined })).toBe(false);
  });
});

it('a passage answers by a word that was typed, or by two that were misspelt', () => {
  expect(standsFirmly([corrected('queso', 'quedo')])).toBe(false);
  expect(standsFirmly([corrected('queso', 'quedo'), unknown('mancha')])).toBe(false);
  expect(standsFirmly([corrected('soveit', 'soviet'), corrected('mexcio', 'mexico')])).toBe(true);
  expect(standsFirmly([word('river'), unknown('mancha')])).toBe(true);
});

it('a passage answers by one long word that was misspelt where nothing else is asked about', () => {
  const when = word('began', { isLight: true });
  expect(standsFirmly([corrected('calldera', 'caldera')])).toBe(true);
  expect(standsFirmly([corrected('calldera', 'caldera'), when])).toBe(true);
  expect(standsFirmly([corrected('calldera', 'caldera'), unknown('mancha')])).toBe(false);
  expect(standsFirmly([corrected('kaldira', 'caldera')])).toBe(false);
});

it('a word is doubtful that more than one slip makes of another', () => {
  expect(doubtOf([corrected('mexcio', 'mexico'), corrected('contries', 'countries')])).toBe(0);
  expect(doubtOf([corrected('plancha', 'plantea'), word('river')])).toBe(0.5);
});

it.each([
  'How does a refrigerator stay cold?',
  'How many bones are in the human hand?',
  'What is the chemical symbol for gold?',
  'How do I merge two branches in git?',
  'What is the speed of light?',
])('is absent: %s', (question) => {
  expect(ask(shipped, question).verdict).toBe('absent');
});
