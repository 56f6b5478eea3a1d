import type { Language } from '../../text/language.ts';
import { isInThesaurus } from '../../text/thesaurus.ts';
import type { Token } from '../../text/token.ts';
import type { NearWord } from '../index/fuzzy.ts';
import type { Alternative } from '../index/related.ts';
import type { Lexicon } from './lexicon.ts';
import type { QueryWord } from './parsed-question.ts';
import type { QuestionWord } from './question-words.ts';

/** An alternative by spelling, at full likeness. */
const SPELLING = 0.95;
/** How fast less like spellings lose: the power of their likeness relative to the best. */
const SPELLING_FALL = 6;
/** Two words of the question that the material writes as one, or the reverse. */
const JOINED = 0.95;
/** A near spelling of a word that is known: it may be a slip of the pen for another real word. */
const SLIP = 0.2;

export interface QueryTerm {
  /** What the word is taken for. */
  readonly term: string;
  readonly taken: string;
  readonly as: QueryWord['as'];
  /** How like it is to what was typed, 0..1. */
  readonly likeness: number;
  /** The likeliest first. */
  readonly alternatives: readonly Alternative[];
}

/** What of the material a word is taken for: itself, the word that it makes with its neighbour, or a near spelling. `language`: the question's. */
export function queryTermOf(
  { token, position, ids, guess }: QuestionWord,
  tokens: readonly Token[],
  language: Language,
  lexicon: Lexicon,
): QueryTerm {
  const { vocabulary } = lexicon.corpus;
  const joined = joinedWithNeighbour(tokens, position, lexicon).map((term) => ({ term, weight: JOINED }));
  if (ids.length > 0 || joined.length > 0) {
    const alternatives = [...ids.map((term) => ({ term, weight: 1 })), ...joined];
    return { term: token.term, taken: token.word, as: 'known', likeness: 1, alternatives };
  }
  const near = guess ? nearWords(token.word, language, lexicon) : [];
  const [best] = near;
  if (best !== undefined && isWord(token.word, language)) return slipOf(token, near);
  if (best === undefined) return { term: token.term, taken: token.word, as: 'unknown', likeness: 0, alternatives: [] };
  const alternatives = near.map(({ term, likeness }) => ({
    term,
    weight: SPELLING * (likeness / best.likeness) ** SPELLING_FALL,
  }));
  return {
    term: vocabulary.terms[best.term] as string,
    taken: best.word,
    as: 'corrected',
    likeness: best.likeness,
    alternatives,
  };
}

const isWord = (word: string, language: Language): boolean =>
  language.superlatives.has(word) || isInThesaurus(word, language);

/** Hardly any other word is two edits away from so long a one, or from one that begins alike: a form of the same word. */
const LONG_WORD = 8;
const SAME_BEGINNING = 4;

/**
 * Where no thesaurus tells a proper word from a slip, two edits make "guerra" of "puerta" as easily as of a slip. Where forms of
 * words are not known either, one edit does so too: only an ending may be another.
 */
function nearWords(word: string, language: Language, { fuzzy, frequency }: Lexicon): NearWord[] {
  const { hasThesaurus, hasUnknownForms, stem } = language;
  const beginning = (text: string) => (hasUnknownForms ? stem(text) : text).slice(0, SAME_BEGINNING);
  const isLikely = (near: NearWord) =>
    (!hasUnknownForms && (near.edits < 2 || hasThesaurus || word.length >= LONG_WORD)) ||
    beginning(near.word) === beginning(word);
  return fuzzy.near(word).filter((near) => isLikely(near) && frequency(near.term) > 0);
}

/**
 * A proper word that the material lacks: "die" is seldom meant for "did". It stays what was typed, and unknown;
 * the near spellings count only as a slip of the pen would.
 */
function slipOf(token: Token, near: readonly NearWord[]): QueryTerm {
  const alternatives = near.map(({ term }) => ({ term, weight: SLIP }));
  return { term: token.term, taken: token.word, as: 'unknown', likeness: 0, alternatives };
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
