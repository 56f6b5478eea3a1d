/**
 * A passage as a row of 32-bit entries, one a word: the term's id and three flags. Ranking reads it to see where in
 * the passage the question's words stand; 4 bytes a word, without touching the text.
 */

/** The first word of a sentence. */
export const SENTENCE = 0x80000000;
/** Stands at the same place as the word after it: the two halves of a hyphened word as one, or an alias of several words. */
export const OVERLAY = 0x40000000;
/** Written with a capital although no sentence begins with it. */
export const CAPITAL = 0x20000000;
/** At most 2^29 terms. */
const TERM = 0x1fffffff;

export function termOf(entry: number): number {
  return entry & TERM;
}
