import type { AnswerType } from '../../language.ts';
import type { Token } from '../../token.ts';
import { TYPE_NOUNS } from './answer-types.ts';
import { standsFor } from './definitions.ts';

/** What the question's wording asks for: "when" a date, "how many" a number, "what year" a date. */
export function typeOf(tokens: readonly Token[]): AnswerType {
  for (let at = 0; at < tokens.length; at++) {
    const word = tokens[at]?.word;
    const next = tokens[at + 1]?.word ?? '';
    if (word === 'when') return 'date';
    if (word === 'where') return 'place';
    if (word === 'who' || word === 'whom' || word === 'whose') return 'person';
    if (word === 'how' && /^(many|much|old|tall|long|far|large|big|high|deep|fast|often|wide|heavy)$/.test(next)) {
      return 'number';
    }
    if (word === 'what' || word === 'which') return typeAfter(tokens, at);
  }
  return 'any';
}

/** How many words after "what" or "which" the noun may stand: "what other European country". */
const REACH = 3;

function typeAfter(tokens: readonly Token[], at: number): AnswerType {
  for (let next = at + 1; next <= at + REACH; next++) {
    const type = TYPE_NOUNS.get(tokens[next]?.word ?? '');
    if (type !== undefined) return type;
  }
  return 'any';
}

/** Whether the word at `position` only names the kind of answer: "year" in "in what year", "people" in "how many people". */
export function isTypeNoun(tokens: readonly Token[], position: number): boolean {
  const word = tokens[position]?.word ?? '';
  if (standsFor(tokens, position)) return true;
  if (!TYPE_NOUNS.has(word)) return false;
  for (let before = position - 1; before >= Math.max(0, position - REACH); before--) {
    if (/^(what|which|many|much|whats|name)$/.test(tokens[before]?.word ?? '')) return true;
  }
  return false;
}
