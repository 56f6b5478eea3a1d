import type { Analyser } from '../../text/analyser.ts';
import type { AnswerType, Language } from '../../text/language.ts';
import { isNumberTerm, isYearTerm } from '../../text/number.ts';
import type { Token } from '../../text/token.ts';
import type { FactEntry, Side } from '../types.ts';

/** What an entry's values and subject say, as far as questions ask for it. */
export interface EntryValue {
  /** Each value with its unit, and the subject: the terms of their informative words. */
  readonly terms: readonly ReadonlySet<string>[];
  readonly hasDate: boolean;
  readonly hasNumber: boolean;
  readonly hasName: boolean;
  /** The values are dates or numbers and nothing else, which never say why. */
  readonly isFigure: boolean;
}

/** A side's value with its unit. */
export function valueText({ value, unit }: Side): string {
  return unit === undefined ? value : `${value} ${unit}`;
}

export function parseValue({ sides, subject }: FactEntry, { analyse, language }: Analyser): EntryValue {
  const values = sides.map((side) => analyse(valueText(side)));
  const tokens = values.flat();
  const bare = sides.flatMap(({ value }) => analyse(value)).filter(({ stop }) => !stop);
  return {
    terms: [...values, analyse(subject)].map(informativeTerms),
    hasDate: tokens.some((token) => isDate(token, language)),
    hasNumber: tokens.some((token) => isNumber(token, language)),
    hasName: tokens.some(({ capital }) => capital),
    isFigure: bare.every((token) => isDate(token, language) || isNumber(token, language)),
  };
}

/** Whether the value is the kind of thing that a question asks for: a date for "when", a number for "how many". */
export function fitsType({ hasDate, hasNumber, hasName }: EntryValue, type: AnswerType): boolean {
  switch (type) {
    case 'any':
      return true;
    case 'date':
      return hasDate;
    case 'number':
      return hasNumber;
    default:
      return hasName;
  }
}

/**
 * Whether an entry says something, in its value or by its subject, that the question does not say itself. "Chile" is no
 * answer to who Chile's minister is; only a question that is answered by yes or no may hold its answer.
 */
export function saysMore(
  { terms }: EntryValue,
  question: { readonly asksWhether: boolean; readonly terms: ReadonlySet<string> },
): boolean {
  if (question.asksWhether) return true;
  for (const each of terms) for (const term of each) if (!question.terms.has(term)) return true;
  return false;
}

function informativeTerms(tokens: readonly Token[]): ReadonlySet<string> {
  return new Set(tokens.flatMap(({ term, stop }) => (stop ? [] : term)));
}

function isDate({ term, word }: Token, { dateWords }: Language): boolean {
  return isYearTerm(term) || dateWords.has(word);
}

/** A year is a date: "December 2013" is no answer to how much. */
function isNumber({ term, word }: Token, { quantityWords }: Language): boolean {
  return (isNumberTerm(term) && !isYearTerm(term)) || quantityWords.has(word);
}
