import { fold } from '../../text/fold.ts';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** A text's words, folded, each with where it stands. */
export function wordsOf(
  text: string,
): readonly { readonly word: string; readonly start: number; readonly end: number }[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word: fold(word),
    start: index,
    end: index + word.length,
  }));
}
