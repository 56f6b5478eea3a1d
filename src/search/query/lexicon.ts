import type { Token } from '../../text/token.ts';
import type { Corpus } from '../index/corpus.ts';
import type { FuzzyWords } from '../index/fuzzy.ts';
import type { TermGrams } from '../index/grams.ts';

/** What understanding a question needs to know of the index. */
export interface Lexicon {
  readonly corpus: Corpus;
  readonly fuzzy: FuzzyWords;
  readonly grams: TermGrams;
  readonly passages: number;
  /** In how many passages a term stands. */
  frequency(term: number): number;
  /** Whether two terms stand side by side in some passage. */
  adjacent(left: number, right: number): boolean;
}

/**
 * A name is written alike in most languages, and each one's stem has most of it; where more goes, so does what the word is:
 * French stems make one of "substitutes" and "substance".
 */
const MAX_CUT = 4;
const MIN_LENGTH = 4;

/**
 * The word's terms that the material has, the commonest first: what it is indexed under as it stands there, in the index's
 * language and, where there are texts in others, in theirs.
 */
export function termsOf(token: Token, { corpus, frequency }: Lexicon): number[] {
  const { vocabulary, analyser, otherLanguages } = corpus;
  const word = vocabulary.wordId(token.word);
  const terms = [...(otherLanguages.size > 0 ? [analyser.language, ...otherLanguages] : [])]
    .map(({ stem }) => stem(token.word))
    .filter((term) => term.length >= MIN_LENGTH && token.word.length - term.length <= MAX_CUT)
    .map((term) => vocabulary.termId(term));
  const ids = [vocabulary.termId(token.term), ...(word === undefined ? [] : [vocabulary.wordTerm.at(word)]), ...terms];
  return [...new Set(ids)]
    .filter((id): id is number => id !== undefined && frequency(id) > 0)
    .sort((a, b) => frequency(b) - frequency(a));
}
