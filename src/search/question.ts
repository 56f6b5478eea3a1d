import { markOf } from './aliases.ts';
import { analyse, type Token } from './analyse/analyse.ts';
import { isNumberTerm } from './analyse/number.ts';
import { answerTypeOf, typeNounAt } from './answer-type.ts';
import type { Corpus } from './corpus.ts';
import type { FuzzyWords, NearWord } from './fuzzy.ts';
import type { Alternative } from './related.ts';
import type { QueryWord } from './types.ts';
import type { AnswerType } from './words/answer-types.ts';
import { LIGHT_WORDS } from './words/light-words.ts';
import { kinOf } from './words/thesaurus.ts';

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
}

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

/** Longer questions are read up to here; Discord's own limit for a message is 4,000 characters. */
const MOST_CHARACTERS = 8_000;
/** The rarest so many words are searched for. */
const MOST_CONCEPTS = 24;

export const WEIGHTS = {
  /** An alternative by spelling, at full likeness. */
  spelling: 0.95,
  /** How fast less like spellings lose: the power of their likeness relative to the best. */
  spellingFall: 6,
  /** Two words of the question that the material writes as one, or the reverse. */
  joined: 0.95,
  /** Another name of the same thing. */
  alias: 0.85,
  /** A near spelling of a word that is known: it may be a slip of the pen for another real word. */
  slip: 0.2,
  /** Of the idf of a word that only names the kind of answer. */
  typeNoun: 0.35,
  /** A word that is common in English at large, in its share of the question. */
  light: 0.6,
} as const;

interface Draft extends Omit<Concept, 'share'> {
  /** How much of the question the word is, before all are made to add up to 1. */
  readonly telling: number;
  readonly term: string;
}

/** Reads a question against the material: which words count, how much, and what may stand for each. */
export function understand(question: string, lexicon: Lexicon): Question {
  const tokens = analyse(question.slice(0, MOST_CHARACTERS));
  const drafts = splitJoined(distinct(tokens), lexicon).map((place) => draft(place, tokens, lexicon));
  const named = withAliases(drafts, tokens, lexicon);
  const kept = rarest(named);
  const total = kept.reduce((sum, { telling }) => sum + telling, 0);
  return {
    concepts: kept.map((draft) => conceptOf(draft, draft.telling / total)),
    answerType: answerTypeOf(tokens),
  };
}

function conceptOf(draft: Draft, share: number): Concept {
  const { typed, taken, as, likeness, position, alternatives, idf, isName, isNumber, isTypeNoun } = draft;
  return { typed, taken, as, likeness, position, alternatives, idf, share, isName, isNumber, isTypeNoun };
}

/** A word to look up: where it stands in the question. */
interface Place {
  readonly token: Token;
  readonly position: number;
  /** Set where the word is half of what was typed as one. */
  readonly typed?: string;
}

function distinct(tokens: readonly Token[]): Place[] {
  const seen = new Set<string>();
  const places: Place[] = [];
  tokens.forEach((token, position) => {
    if (token.stop || seen.has(token.term)) return;
    seen.add(token.term);
    places.push({ token, position });
  });
  return places;
}

function frequencyOf(term: string, lexicon: Lexicon): number {
  const id = lexicon.corpus.vocabulary.termId(term);
  return id === undefined ? 0 : lexicon.frequency(id);
}

/** "visafree" becomes "visa free" where the material has those two side by side and not the one word. */
function splitJoined(places: readonly Place[], lexicon: Lexicon): Place[] {
  return places.flatMap((place) => {
    const { token } = place;
    if (token.word.length < 6 || isNumberTerm(token.term) || frequencyOf(token.term, lexicon) > 0) return [place];
    return splitWord(token, lexicon).map((half) => ({ ...place, token: half, typed: token.word }));
  });
}

function splitWord(token: Token, lexicon: Lexicon): Token[] {
  const { vocabulary } = lexicon.corpus;
  for (let at = 3; at <= token.word.length - 3; at++) {
    const halves = [token.word.slice(0, at), token.word.slice(at)];
    const ids = halves.map((half) => vocabulary.wordId(half));
    const [left, right] = ids.map((id) => (id === undefined ? undefined : vocabulary.wordTerm.at(id)));
    if (left === undefined || right === undefined || !lexicon.adjacent(left, right)) continue;
    return [left, right].map((term, half) => ({
      ...token,
      word: halves[half] as string,
      term: vocabulary.terms[term] as string,
    }));
  }
  return [token];
}

function draft(place: Place, tokens: readonly Token[], lexicon: Lexicon): Draft {
  const { token, position } = place;
  const { related } = lexicon.corpus;
  const isNumber = isNumberTerm(token.term);
  const isTypeNoun = typeNounAt(tokens, position);
  const reading = readWord(place, tokens, lexicon);
  const alternatives = [
    ...reading.alternatives,
    ...related.of(reading.term, phrasesAt(tokens, position)),
    // A word that was taken for a near spelling may have been meant as it stands: "commerce" for trade, not "commence".
    ...(reading.as === 'respelt' ? related.of(token.term) : []),
  ];
  const main = reading.as === 'unknown' ? undefined : reading.alternatives[0];
  const idf = idfOf(lexicon.passages, main === undefined ? 0 : lexicon.frequency(main.term));
  const telling = (isTypeNoun ? WEIGHTS.typeNoun : 1) * (LIGHT_WORDS.has(reading.term) ? WEIGHTS.light : 1);
  // Written out, not spread, here and below: this runs for every word, and spreading takes many times as long.
  return {
    typed: place.typed ?? token.word,
    taken: reading.taken,
    as: reading.as,
    likeness: reading.likeness,
    term: reading.term,
    alternatives,
    position,
    idf: isTypeNoun ? WEIGHTS.typeNoun * idf : idf,
    telling: telling * idf,
    isName: !isNumber && isNameIn(token, position, main, lexicon),
    isNumber,
    isTypeNoun,
  };
}

/** The two and the three words from here on, as phrases are written in the thesaurus. */
function phrasesAt(tokens: readonly Token[], position: number): string[] {
  const terms = tokens.slice(position, position + 3).map(({ term }) => term);
  return terms.slice(1).map((_, last) => terms.slice(0, last + 2).join('_'));
}

type Reading = Pick<Draft, 'term' | 'taken' | 'as' | 'likeness' | 'alternatives'>;

/** What of the material a word is taken for: itself, the word that it makes with its neighbour, or a near spelling. */
function readWord({ token, position, typed }: Place, tokens: readonly Token[], lexicon: Lexicon): Reading {
  const { vocabulary } = lexicon.corpus;
  const id = vocabulary.termId(token.term);
  const joined = joinedWithNeighbour(tokens, position, lexicon).map((term) => ({ term, weight: WEIGHTS.joined }));
  const known = id !== undefined && lexicon.frequency(id) > 0;
  if (known || joined.length > 0) {
    const alternatives = known ? [{ term: id, weight: 1 }, ...joined] : joined;
    const as = typed === undefined ? 'known' : 'respelt';
    return { term: token.term, taken: token.word, as, likeness: 1, alternatives };
  }
  const near = isNumberTerm(token.term)
    ? []
    : lexicon.fuzzy.near(token.word).filter(({ term }) => lexicon.frequency(term) > 0);
  const [best] = near;
  if (best !== undefined && kinOf(token.term).length > 0) return slipOf(token, near);
  if (best === undefined) return { term: token.term, taken: token.word, as: 'unknown', likeness: 0, alternatives: [] };
  const alternatives = near.map(({ term, likeness }) => ({
    term,
    weight: WEIGHTS.spelling * (likeness / best.likeness) ** WEIGHTS.spellingFall,
  }));
  return {
    term: vocabulary.terms[best.term] as string,
    taken: best.word,
    as: 'respelt',
    likeness: best.likeness,
    alternatives,
  };
}

/**
 * A proper English word that the material lacks: "die" is seldom meant for "did". It stays what was typed, and unknown;
 * the near spellings count only as a slip of the pen would.
 */
function slipOf(token: Token, near: readonly NearWord[]): Reading {
  const alternatives = near.map(({ term }) => ({ term, weight: WEIGHTS.slip }));
  return { term: token.term, taken: token.word, as: 'unknown', likeness: 0, alternatives };
}

function isNameIn(token: Token, position: number, main: Alternative | undefined, lexicon: Lexicon): boolean {
  if (main !== undefined) return lexicon.corpus.vocabulary.isName(main.term);
  return token.capital && position > 0;
}

/** Terms of the material that are this word written together with the one before or after it. */
function joinedWithNeighbour(tokens: readonly Token[], position: number, lexicon: Lexicon): number[] {
  const { vocabulary } = lexicon.corpus;
  const token = tokens[position] as Token;
  const terms: number[] = [];
  for (const [left, right] of [
    [tokens[position - 1], token],
    [token, tokens[position + 1]],
  ]) {
    if (left === undefined || right === undefined || left.stop) continue;
    const id = vocabulary.wordId(left.word + right.word);
    if (id !== undefined) terms.push(vocabulary.wordTerm.at(id));
  }
  return terms.filter((term) => lexicon.frequency(term) > 0);
}

/** Adds the other names of whatever the question names; for a name of several words, to each of its words. */
function withAliases(drafts: readonly Draft[], tokens: readonly Token[], lexicon: Lexicon): Draft[] {
  const { aliases, vocabulary } = lexicon.corpus;
  const found = aliases.find(tokens);
  return drafts.map((draft) => {
    const groups = new Set(aliases.groupsOf(draft.term));
    for (const { from, to, group } of found) if (draft.position >= from && draft.position < to) groups.add(group);
    const extra = [...groups]
      .flatMap((group) => [markOf(group), ...aliases.singlesOf(group)])
      .map((term) => vocabulary.termId(term))
      .filter((term): term is number => term !== undefined && !draft.alternatives.some((known) => known.term === term))
      .map((term) => ({ term, weight: WEIGHTS.alias }));
    if (extra.length === 0) return draft;
    const as = draft.as === 'unknown' ? 'known' : draft.as;
    return { ...draft, as, alternatives: [...draft.alternatives, ...extra] };
  });
}

function rarest(drafts: readonly Draft[]): readonly Draft[] {
  if (drafts.length <= MOST_CONCEPTS) return drafts;
  const kept = new Set([...drafts].sort((a, b) => b.idf - a.idf).slice(0, MOST_CONCEPTS));
  return drafts.filter((draft) => kept.has(draft));
}

export function idfOf(passages: number, frequency: number): number {
  return Math.log(1 + (Math.max(passages, frequency) - frequency + 0.5) / (frequency + 0.5));
}
