import { type AliasMatch, markOf } from './aliases.ts';
import { analyse, type Token } from './analyse/analyse.ts';
import { isNumberTerm } from './analyse/number.ts';
import { answerTypeOf, typeNounAt } from './answer-type.ts';
import type { Lexicon } from './lexicon.ts';
import { type Place, placesOf } from './places.ts';
import { type Reading, readWord } from './reading.ts';
import type { Alternative } from './related.ts';
import type { QueryWord } from './types.ts';
import type { AnswerType } from './words/answer-types.ts';
import { LIGHT_WORDS } from './words/light-words.ts';
import { NEGATIONS } from './words/negations.ts';

/** One informative word of the question, with all the terms that may stand for it in a passage. */
export interface Concept {
  readonly typed: string;
  readonly taken: string;
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
  /** Names the kind of answer ("year" in "what year"): seldom repeated by the passage that answers. */
  readonly isTypeNoun: boolean;
}

export interface Question {
  readonly concepts: readonly Concept[];
  readonly answerType: AnswerType;
  /** It asks for what is not so: "which states did not sign". */
  readonly denies: boolean;
}

/** Longer questions are read up to here; Discord's own limit for a message is 4,000 characters. */
const MOST_CHARACTERS = 8_000;
/** The rarest so many words are searched for. */
const MOST_CONCEPTS = 24;

/** Another name of the same thing, beside the word itself at 1. */
const ALIAS = 0.85;
/** Of the idf of a word that only names the kind of answer. */
const TYPE_NOUN = 0.35;
/** A word that is common in English at large, in its share of the question. */
const LIGHT = 0.6;

/** Reads a question against the material: which words count, how much, and what may stand for each. */
export function understand(question: string, lexicon: Lexicon): Question {
  const tokens = analyse(question.slice(0, MOST_CHARACTERS));
  const drafts = rarest(placesOf(tokens, lexicon).map((place) => draftOf(place, tokens, lexicon)));
  const total = drafts.reduce((sum, { telling }) => sum + telling, 0);
  const names = lexicon.corpus.aliases.find(tokens);
  return {
    concepts: drafts.map((draft) => conceptOf(draft, total, tokens, names, lexicon)),
    answerType: answerTypeOf(tokens),
    denies: tokens.some(({ term }) => NEGATIONS.has(term)),
  };
}

/** A word as it was read, before what else may stand for it is looked up. */
interface Draft {
  readonly place: Place;
  readonly reading: Reading;
  readonly idf: number;
  /** How much of the question the word is, before all are made to add up to 1. */
  readonly telling: number;
  readonly isTypeNoun: boolean;
}

function draftOf(place: Place, tokens: readonly Token[], lexicon: Lexicon): Draft {
  const reading = readWord(place, tokens, lexicon);
  const main = mainOf(reading);
  const isTypeNoun = typeNounAt(tokens, place.position);
  const idf = idfOf(lexicon.passages, main === undefined ? 0 : lexicon.frequency(main.term));
  const telling = (isTypeNoun ? TYPE_NOUN : 1) * (LIGHT_WORDS.has(reading.term) ? LIGHT : 1);
  return { place, reading, idf: isTypeNoun ? TYPE_NOUN * idf : idf, telling: telling * idf, isTypeNoun };
}

function mainOf({ as, alternatives }: Reading): Alternative | undefined {
  return as === 'unknown' ? undefined : alternatives[0];
}

function rarest(drafts: readonly Draft[]): readonly Draft[] {
  if (drafts.length <= MOST_CONCEPTS) return drafts;
  const kept = new Set([...drafts].sort((a, b) => b.idf - a.idf).slice(0, MOST_CONCEPTS));
  return drafts.filter((draft) => kept.has(draft));
}

function conceptOf(
  draft: Draft,
  total: number,
  tokens: readonly Token[],
  names: readonly AliasMatch[],
  lexicon: Lexicon,
): Concept {
  const { place, reading, idf, telling, isTypeNoun } = draft;
  const { token, position } = place;
  const isNumber = isNumberTerm(token.term);
  const meant = withRelated(reading, token, phrasesAt(tokens, position), lexicon);
  const named = otherNames(reading.term, position, names, meant, lexicon);
  return {
    typed: place.typed ?? token.word,
    taken: reading.taken,
    as: named.length > 0 && reading.as === 'unknown' ? 'known' : reading.as,
    likeness: reading.likeness,
    position,
    alternatives: [...meant, ...named],
    idf,
    share: telling / total,
    isName: !isNumber && isNameIn(token, position, mainOf(reading), lexicon),
    isNumber,
    isTypeNoun,
  };
}

function withRelated(
  reading: Reading,
  token: Token,
  phrases: readonly string[],
  { corpus: { related } }: Lexicon,
): Alternative[] {
  return [
    ...reading.alternatives,
    ...related.of(reading.term, phrases),
    // A word that was taken for a near spelling may have been meant as it stands: "commerce" for trade, not "commence".
    ...(reading.as === 'respelt' ? related.of(token.term) : []),
  ];
}

/** The two and the three words from here on, as phrases are written in the thesaurus. */
function phrasesAt(tokens: readonly Token[], position: number): string[] {
  const terms = tokens.slice(position, position + 3).map(({ term }) => term);
  return terms.slice(1).map((_, last) => terms.slice(0, last + 2).join('_'));
}

/** The other names of whatever the word names, or helps to name, that are not among its alternatives. */
function otherNames(
  word: string,
  position: number,
  names: readonly AliasMatch[],
  meant: readonly Alternative[],
  { corpus: { aliases, vocabulary } }: Lexicon,
): Alternative[] {
  const groups = new Set(aliases.groupsOf(word));
  for (const { from, to, group } of names) if (position >= from && position < to) groups.add(group);
  return [...groups]
    .flatMap((group) => [markOf(group), ...aliases.singlesOf(group)])
    .map((term) => vocabulary.termId(term))
    .filter((term): term is number => term !== undefined && !meant.some((known) => known.term === term))
    .map((term) => ({ term, weight: ALIAS }));
}

function isNameIn(token: Token, position: number, main: Alternative | undefined, lexicon: Lexicon): boolean {
  if (main !== undefined) return lexicon.corpus.vocabulary.isName(main.term);
  return token.capital && position > 0;
}

export function idfOf(passages: number, frequency: number): number {
  return Math.log(1 + (Math.max(passages, frequency) - frequency + 0.5) / (frequency + 0.5));
}
