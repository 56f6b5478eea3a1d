import { isNumberTerm } from '../../text/number.ts';
import type { Scored } from './related.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A gram to search for: each term of the material that has it stands for it. */
export interface AskedGram extends Scored {
  /** How many places its terms' lists have together. */
  readonly places: number;
}

/** So many letters are a gram; a word's beginning counts as a letter. */
const LETTERS = 4;
const BEGINNING = '_';
/** Terms of several words, and scripts of which one sign or two make a word: a part of these is another thing. */
const WHOLE = /^[=\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Khmr}\p{sc=Laoo}\p{sc=Mymr}]/u;

/** The runs of letters in a term, each once: "_gol", "golu" and "olun" of "golun". A number has itself alone. */
export function gramsOf(term: string): readonly string[] {
  const letters = BEGINNING + term;
  if (letters.length <= LETTERS || WHOLE.test(term) || isNumberTerm(term)) return [letters];
  const grams = new Set<string>();
  for (let at = 0; at + LETTERS <= letters.length; at++) grams.add(letters.slice(at, at + LETTERS));
  return [...grams];
}

/** The terms of a vocabulary by their grams. What `update` was not called for is done when a question first needs it. */
export class TermGrams {
  readonly #vocabulary: Vocabulary;
  readonly #terms = new Map<string, number[]>();
  #indexed = 0;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** The terms that have a gram, rising. */
  termsWith(gram: string): readonly number[] {
    this.update();
    return this.#terms.get(gram) ?? [];
  }

  /** Adds the terms that the vocabulary gained, `most` at a time; false when none is left. */
  update(most = Number.POSITIVE_INFINITY): boolean {
    const { terms } = this.#vocabulary;
    const end = Math.min(terms.length, this.#indexed + most);
    for (; this.#indexed < end; this.#indexed++) {
      for (const gram of gramsOf(terms[this.#indexed] as string)) {
        const list = this.#terms.get(gram);
        if (list === undefined) this.#terms.set(gram, [this.#indexed]);
        else list.push(this.#indexed);
      }
    }
    return end < terms.length;
  }
}
