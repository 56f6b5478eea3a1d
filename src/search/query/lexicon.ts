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
