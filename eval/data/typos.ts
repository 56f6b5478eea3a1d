import { integer, pick, type Random } from './random.ts';

/**
 * One error in about half of the words of five letters and more, and in at least one of them. A text without such a
 * word stays as it is.
 */
export function mistype(text: string, random: Random): string {
  const words = [...text.matchAll(/\p{L}{5,}/gu)].map((match) => match.index);
  if (words.length === 0) return text;
  const drawn = words.filter(() => random() < 0.5);
  const chosen = new Set(drawn.length > 0 ? drawn : [pick(random, words)]);
  return text.replace(/\p{L}{5,}/gu, (word, offset: number) => (chosen.has(offset) ? misspell(word, random) : word));
}

/** The word with one letter inserted, left out, replaced, or swapped with the next; never the word itself. */
export function misspell(word: string, random: Random): string {
  for (;;) {
    const edited = pick(random, EDITS)(word, random);
    if (edited !== word) return edited;
  }
}

type Edit = (word: string, random: Random) => string;

const letter = (random: Random): string => pick(random, [...'abcdefghijklmnopqrstuvwxyz']);

const EDITS: readonly Edit[] = [
  function insertion(word, random) {
    const at = integer(random, word.length + 1);
    return word.slice(0, at) + letter(random) + word.slice(at);
  },
  function deletion(word, random) {
    const at = integer(random, word.length);
    return word.slice(0, at) + word.slice(at + 1);
  },
  function substitution(word, random) {
    const at = integer(random, word.length);
    return word.slice(0, at) + letter(random) + word.slice(at + 1);
  },
  function transposition(word, random) {
    const at = integer(random, word.length - 1);
    return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  },
];
