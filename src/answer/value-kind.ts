import { type AnswerType, analyse, isNumberTerm, isYearTerm, type Token } from '../search/index.ts';
import { asksWhether } from './asking-kind.ts';
import type { Mention } from './reading.ts';
import type { FactEntry } from './types.ts';

const DATE_WORDS = new Set(
  `january february march april may june july august september october november december monday tuesday wednesday
  thursday friday saturday sunday week day month year decade century spring summer autumn winter`.split(/\s+/),
);
const NUMBER_WORDS = new Set(
  'percent half most all none dozen once twice million billion trillion double triple'.split(' '),
);

/** Whether an entry's value is the kind of thing that a question asks for: a date for "when", a number for "how many". */
export function fitsType(entry: FactEntry, type: AnswerType): boolean {
  if (type === 'any') return true;
  return entry.sides.some(({ value, unit = '' }) => analyse(`${value} ${unit}`).some((token) => isOfType(token, type)));
}

function isOfType(token: Token, type: AnswerType): boolean {
  switch (type) {
    case 'date':
      return isYearTerm(token.term) || DATE_WORDS.has(token.word);
    case 'number':
      // A year is a date: "December 2013" is no answer to how much.
      return (isNumberTerm(token.term) && !isYearTerm(token.term)) || NUMBER_WORDS.has(token.word);
    default:
      return token.capital;
  }
}

/** Whether an entry's values are dates or numbers and nothing else, which never say why. */
export function isFigure({ sides }: FactEntry): boolean {
  const tokens = sides.flatMap(({ value }) => analyse(value)).filter(({ stop }) => !stop);
  return tokens.every((token) => isOfType(token, 'date') || isOfType(token, 'number'));
}

/** "Who is the president of Peru?", which only somebody's name answers; "who leads the bloc" a country answers as well. */
const ASKS_PERSON = /\bwho(?:['’]s| is| was| became)\b(?! it\b)/i;
/** "What is the name of the minister?" */
const ASKS_NAME =
  /\bnames? of\b.*\b(?:minister|president|leader|chief|secretary|ambassador|diplomat|official|representative|director|author|reporter|journalist|photographer|expert|lecturer|professor|man|woman|person)\b/i;

/** Whether a question asks for a person by a post or a deed, rather than who somebody named in it is. */
export function asksForPerson(question: string, mentions: readonly Mention[]): boolean {
  return (ASKS_PERSON.test(question) || ASKS_NAME.test(question)) && !mentions[0]?.isPerson;
}

/**
 * Whether an entry says something, in its value or by its subject, that the question does not say itself. "Chile" is no
 * answer to who Chile's minister is; only a question that is answered by yes or no may hold its answer.
 */
export function saysMore(
  entry: FactEntry,
  { text: question, terms }: { readonly text: string; readonly terms: ReadonlySet<string> },
): boolean {
  if (asksWhether(question)) return true;
  const texts = [...entry.sides.map(({ value, unit = '' }) => `${value} ${unit}`), entry.subject];
  return texts.some((text) => analyse(text).some(({ term, stop }) => !stop && !terms.has(term)));
}
