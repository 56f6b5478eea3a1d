import { type AnswerType, analyse, answerTypeOf, normaliseWord, type QueryWord } from '../search/index.ts';
import { type AskingKind, askingKindOf, isKeywords } from './asking-kind.ts';
import { type Mention, type Reader, wordingOf } from './reading.ts';
import { asksForPerson } from './value-kind.ts';

/** A question as it is compared with entries. */
export interface QuestionReading {
  readonly text: string;
  readonly type: AnswerType;
  readonly kind: AskingKind;
  /** Asks for a person by a post or a deed. */
  readonly asksForPerson: boolean;
  /** Names one thing and says nothing else: "Who is Lavrov?" */
  readonly isDefinition: boolean;
  /** Words thrown in ("peru helicopters") rather than a sentence that asks. */
  readonly isKeywords: boolean;
  readonly mentions: readonly Mention[];
  /** The stems of all its words. */
  readonly terms: ReadonlySet<string>;
  /** Words that are taken for near spellings, what they are taken for, and how much of the question they are. */
  readonly respelt: ReadonlyMap<string, string>;
  readonly respeltShare: number;
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

export function readQuestion(text: string, queryWords: readonly QueryWord[], read: Reader): QuestionReading {
  const doubtful = queryWords.filter(({ as }) => as === 'respelt');
  const respelt = new Map(doubtful.map(({ typed, taken }) => [typed, taken]));
  const weights = new Map(queryWords.map(({ taken, weight }) => [normaliseWord(taken).term, weight]));
  const mentions = read(text, respelt);
  const tokens = analyse(text);
  return {
    text,
    type: answerTypeOf(tokens),
    kind: askingKindOf(text),
    asksForPerson: asksForPerson(text, mentions),
    isDefinition: mentions.length === 1 && mentions[0]?.kind === 'name',
    isKeywords: isKeywords(text),
    mentions,
    respelt,
    respeltShare: doubtful.reduce((sum, { weight }) => sum + weight, 0),
    length: queryWords.length,
    terms: new Set(tokens.map(({ term }) => term)),
    words: mentions
      .filter(({ kind }) => kind === 'word')
      .map(({ key }) => ({ key, weight: weights.get(key) ?? SLIGHT })),
    keys: new Set([...mentions.map(({ key }) => key), ...read.keys(text)]),
    wording: wordingOf(text),
  };
}
