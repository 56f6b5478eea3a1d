import type { QueryWord } from '../../search/types.ts';
import type { AnswerType, QuestionKind } from '../../text/language.ts';
import type { Token } from '../../text/token.ts';
import { orderOf, type Role } from '../candidates/word-order.ts';
import { type Mention, type ParsedText, type TextParser, wordingOf } from './text-parser.ts';

/** A question as it is compared with entries. */
export interface ParsedQuestion {
  readonly text: string;
  readonly type: AnswerType;
  readonly kind: QuestionKind;
  /** The word that asks with the informative one behind it: "how many … state"; undefined where none asks. */
  readonly pair: string | undefined;
  readonly asksWhy: boolean;
  /** It is answered by yes or no, and so may hold its answer. */
  readonly asksWhether: boolean;
  /** Asks for a person by a post or a deed. */
  readonly asksForPerson: boolean;
  /** Names one thing and says nothing else: "Who is Lavrov?" */
  readonly isDefinition: boolean;
  /** Words thrown in ("peru helicopters") rather than a sentence that asks. */
  readonly isKeywords: boolean;
  /** The terms of its superlatives: "largest". */
  readonly superlatives: readonly string[];
  readonly mentions: readonly Mention[];
  /** Who does what to whom, as far as the order of its names tells. */
  readonly order: readonly Role[];
  /** The terms of all its words, as typed, and in order as they were corrected, names behind them. */
  readonly terms: ReadonlySet<string>;
  readonly likelihoodKeys: readonly string[];
  /** How much of the question was corrected, 0..1. */
  readonly correctedShare: number;
  /** How many words inform. */
  readonly length: number;
  /** The informative words that are neither names nor numbers, each with its share of the question. */
  readonly words: readonly { readonly key: string; readonly weight: number }[];
  readonly keys: ReadonlySet<string>;
  /** Every word in order, so that "when was it founded" and "what was it founded for" differ. */
  readonly wording: string;
}

/** The weight of a word that the engine gave none, such as half of a joined one. */
const SLIGHT = 0.08;

/** `typed`: the question as its words stand; `queryWords`: how the search took them. */
export function parseQuestion(
  text: string,
  typed: ParsedText,
  queryWords: readonly QueryWord[],
  parser: TextParser,
): ParsedQuestion {
  const { questions, superlatives } = parser.analyser.language;
  const corrected = queryWords.filter(({ as }) => as === 'corrected');
  const { mentions, likelihoodKeys } =
    corrected.length === 0 ? typed : parser.parseTokens(correctTokens(typed.tokens, corrected));
  const weights = new Map(queryWords.map(({ term, weight }) => [term, weight]));
  return {
    text,
    type: questions.typeOf(typed.tokens),
    kind: questions.kindOf(text, typed.tokens),
    pair: questions.pairOf(typed.tokens),
    asksWhy: questions.asksWhy(text),
    asksWhether: questions.asksWhether(text),
    asksForPerson: questions.asksForPerson(text) && !mentions[0]?.isPerson,
    isDefinition: mentions.length === 1 && mentions[0]?.kind === 'name',
    isKeywords: questions.isKeywords(text),
    superlatives: typed.tokens.flatMap(({ word, term }) => (superlatives.has(word) ? term : [])),
    mentions,
    order: orderOf(mentions),
    terms: new Set(typed.tokens.map(({ term }) => term)),
    likelihoodKeys,
    correctedShare: corrected.reduce((sum, { weight }) => sum + weight, 0),
    length: queryWords.length,
    words: mentions
      .filter(({ kind }) => kind === 'word')
      .map(({ key }) => ({ key, weight: weights.get(key) ?? SLIGHT })),
    keys: new Set([...mentions.map(({ key }) => key), ...typed.keys]),
    wording: wordingOf(typed),
  };
}

function correctTokens(tokens: readonly Token[], corrected: readonly QueryWord[]): Token[] {
  const taken = new Map(corrected.map((word) => [word.typed, word]));
  return tokens.map((token) => {
    const word = taken.get(token.word);
    return word === undefined ? token : { ...token, word: word.taken, term: word.term };
  });
}
