/**
 * A passage as a row of 32-bit entries, one a word: the term's id, its kind and three flags. Ranking reads it to see
 * where in the passage the question's words stand, and what stands beside them; 4 bytes a word, without touching the
 * text or the vocabulary.
 */

/** The first word of a sentence. */
export const SENTENCE = 0x80000000;
/** Stands at the same place as the word after it: the two halves of a hyphened word as one, or an alias of several words. */
export const OVERLAY = 0x40000000;
/** Written with a capital although no sentence begins with it. */
export const CAPITAL = 0x20000000;
/** At most 2^24 terms; the five bits above are the term's kind. */
const TERM_BITS = 24;
const TERM = 0xffffff;

/** What a term is, as far as it can be told from the term alone; one bit each. */
export const STOP = 1;
export const NUMBER = 2;
export const YEAR = 4;
export const MONTH = 8;
export const NEGATION = 16;
/** An entry's own kind beside its term's: written as a name. */
export const NAME = CAPITAL >>> TERM_BITS;

export function entryOf(term: number, kind: number, flags: number): number {
  return (term | (kind << TERM_BITS) | flags) >>> 0;
}

export function termOf(entry: number): number {
  return entry & TERM;
}

/** STOP, NUMBER, YEAR, MONTH, NEGATION and NAME. */
export function kindsOf(entry: number): number {
  return (entry >>> TERM_BITS) & (NAME | NEGATION | MONTH | YEAR | NUMBER | STOP);
}

/** A word's place in its text in 32 bits: 24 for where it begins, 8 for how many characters it takes. */
const WIDEST = 0xff;
const FARTHEST = 0xffffff;

export function placeOf(start: number, end: number): number {
  return Math.min(start, FARTHEST) * (WIDEST + 1) + Math.min(end - start, WIDEST);
}

export function beginOf(place: number): number {
  return place >>> 8;
}

export function widthOf(place: number): number {
  return place & WIDEST;
}
