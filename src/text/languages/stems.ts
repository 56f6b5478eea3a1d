import { lazily } from '../../lazily.ts';
import { fold } from '../fold.ts';

/**
 * Vowels that inflection changes at the end of short words, where so many letters stay: "Тесла" and "Теслы"; in Greek with
 * the consonant behind them: "ελιά" and "ελιάς".
 */
const LAST_VOWELS = /(?<=^.{3,})(?:[aeiouyаеёиоуыэюяіїєьй]+|[αεηιουω]+[σν]?|(?<=[αεηιουω])[σν])$/u;

/** The first letters of a word, by default all, without vowels at their end: most of what inflection changes is gone. */
export function beginningOf(word: string, letters = Number.POSITIVE_INFINITY): string {
  return [...word].slice(0, letters).join('').replace(LAST_VOWELS, '');
}

/** So much of a word stays, whatever it ends in. */
const MIN_STEM = 3;

/**
 * A stemmer that takes the longest of some endings off, and then keeps so many letters, by default all. `endings`: what inflection puts at
 * the end of words, between spaces.
 */
export function withoutEndings(endings: string, letters?: number): (word: string) => string {
  const known = lazily(() => {
    const all = new Set(endings.split(/\s+/).map(fold));
    return { all, longest: Math.max(...[...all].map(({ length }) => length)) };
  });
  return (word) => {
    const { all, longest } = known();
    let at = Math.max(MIN_STEM, word.length - longest);
    while (at < word.length && !all.has(word.slice(at))) at++;
    return beginningOf(word.slice(0, at), letters);
  };
}
