import type { AnswerType } from '../../text/language.ts';
import type { AskedGram } from '../index/grams.ts';
import type { Alternative } from '../index/related.ts';

/** How a word of the question was understood. */
export interface QueryWord {
  /** As typed, lower-cased. */
  readonly typed: string;
  /** The material's word that it was taken for; equal to `typed` where it is known as it stands. */
  readonly taken: string;
  /** What `taken` is indexed under. */
  readonly term: string;
  /** `known`: in the material; `corrected`: taken for a near spelling; `unknown`: nowhere in the material. */
  readonly as: 'known' | 'corrected' | 'unknown';
  /** Its share of what the question asks, 0..1: rare words weigh most. All words' weights add up to 1. */
  readonly weight: number;
  /** How well the best of what stands for it in the material does so, 0..1: 1 where the word itself is there. */
  readonly presence: number;
  /** Common in the language at large: it tells little of what the question is about. */
  readonly isLight: boolean;
  readonly isName: boolean;
  readonly isNumber: boolean;
}

/** One informative word of the question, with all the terms that may stand for it in a passage. */
export interface Concept {
  readonly typed: string;
  readonly taken: string;
  /** What `taken` is indexed under. */
  readonly term: string;
  readonly as: QueryWord['as'];
  /** How like `typed` and `taken` are, 0..1: 1 where the word is known, 0 where nothing is like it. */
  readonly likeness: number;
  /** Its place among all the question's words, stop words counted. */
  readonly position: number;
  readonly alternatives: readonly Alternative[];
  /** ln(1 + (N - df + 0.5) / (df + 0.5)), df being that of the best alternative: Robertson's idf, kept positive. */
  readonly idf: number;
  /** Its part of the question's total weight; all parts add up to 1. */
  readonly share: number;
  readonly isName: boolean;
  readonly isNumber: boolean;
  readonly isLight: boolean;
  /** Names the kind of answer ("year" in "what year"): seldom repeated by the passage that answers. */
  readonly isTypeNoun: boolean;
}

/** What a question is about: neither common in the language nor a noun that names the kind of answer. */
export const isTelling = ({ isLight, isTypeNoun }: Concept): boolean => !isLight && !isTypeNoun;

/** A question as an index reads it. It holds as long as the index is not changed. */
export interface ParsedQuestion {
  readonly concepts: readonly Concept[];
  /** Names of code with their signs between words, such as "max_size", in lower case. */
  readonly identifiers: readonly string[];
  /** Runs of letters in its words, where forms of words are not known in its language; see index/grams.ts. */
  readonly grams: readonly AskedGram[];
  /** It is in the index's own language. */
  readonly isInOwnLanguage: boolean;
  /** The same for those who ask how their words were taken. */
  readonly words: readonly QueryWord[];
  readonly answerType: AnswerType;
  /** See `QuestionGrammar.unitsOf`. */
  readonly units: ReadonlySet<string>;
  /** It asks for what is not so: "which states did not sign". */
  readonly denies: boolean;
  /** It asks what its concepts, taken together, are. */
  readonly asksForDefinition: boolean;
}
