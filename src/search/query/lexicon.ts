import type { Corpus } from '../index/corpus.ts';
import type { FuzzyWords } from '../index/fuzzy.ts';

/** What understanding a question needs to know of the index. */
export interface Lexicon {
  readonly corpus: Corpus;
  readonly fuzzy: FuzzyWords;
  readonly passages: number;
  /** In how many passages a term stands. */
  frequency(term: number): number;
  /** Whether two terms stand side by side in some passage. */
  adjacent(left: number, right: number): boolean;
}

/** The same for a term that the material may not know. */
export function frequencyOf(term: string, lexicon: Lexicon): number {
  const id = lexicon.corpus.vocabulary.termId(term);
  return id === undefined ? 0 : lexicon.frequency(id);
}
