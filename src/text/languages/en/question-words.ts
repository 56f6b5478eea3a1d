import type { AnswerType } from '../../language.ts';
import type { Token } from '../../token.ts';
import { TYPE_NOUNS } from './answer-types.ts';

/** Words that ask by themselves; what "what" and "which" ask for, the noun behind them tells. */
const ASKED_BY: ReadonlyMap<string, AnswerType> = new Map([
  ['when', 'date'],
  ['where', 'place'],
  ['who', 'person'],
  ['whom', 'person'],
  ['whose', 'person'],
  ['why', 'any'],
]);
const NUMBER_BEHIND_HOW = /^(?:many|much|old|tall|long|far|large|big|high|deep|fast|often|wide|heavy)$/;

/** What the question's wording asks for: "when" a date, "how many" a number, "what year" a date. */
export function typeOf(tokens: readonly Token[]): AnswerType {
  for (const [at, { word }] of tokens.entries()) {
    const asked = ASKED_BY.get(word);
    if (asked !== undefined) return asked;
    if (word === 'how') return NUMBER_BEHIND_HOW.test(tokens[at + 1]?.word ?? '') ? 'number' : 'any';
    if (word === 'what' || word === 'which') return typeAfter(tokens, at);
  }
  return 'any';
}

/** How many words after "what" or "which" the noun may stand: "what other European country". */
const REACH = 3;

function typeAfter(tokens: readonly Token[], at: number): AnswerType {
  for (let next = at + 1; next <= at + REACH; next++) {
    const type = TYPE_NOUNS.get(tokens[next]?.word ?? '');
    if (type === undefined) continue;
    return (type === 'number' || type === 'date') && isOfTerm(tokens, at, next) ? 'any' : type;
  }
  return 'any';
}

const COPULA = /^(?:is|are|was|were)$/;

/**
 * "What is a price floor?", "what is marginal cost?" and "what is time?" ask what something is, and for no figure or date, as
 * "what is the price of bread?" does. `asking`: where the word stands that asks.
 */
function isOfTerm(tokens: readonly Token[], asking: number, noun: number): boolean {
  if (!COPULA.test(tokens[asking + 1]?.word ?? '')) return false;
  const between = tokens.slice(asking + 2, noun).map(({ word }) => word);
  const next = tokens[noun + 1];
  return between.some((word) => /^an?$/.test(word)) || (next === undefined ? !between.includes('the') : !next.stop);
}

/**
 * Whether the word at `position` only names the kind of answer: "year" in "in what year", "people" in "how many people",
 * "tall" in "how tall".
 */
export function isTypeNoun(tokens: readonly Token[], position: number): boolean {
  const word = tokens[position]?.word ?? '';
  if (tokens[position - 1]?.word === 'how' && NUMBER_BEHIND_HOW.test(word)) return true;
  if (!TYPE_NOUNS.has(word)) return false;
  for (let before = position - 1; before >= Math.max(0, position - REACH); before--) {
    if (/^(what|which|many|much|whats|name)$/.test(tokens[before]?.word ?? '')) return true;
  }
  return false;
}
