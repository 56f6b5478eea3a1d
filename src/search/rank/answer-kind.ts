import type { AnswerType, Language } from '../../text/language.ts';
import { isYearTerm } from '../../text/number.ts';
import type { Corpus } from '../index/corpus.ts';
import { kindsOf, MONTH, NUMBER, STOP, termOf, YEAR } from '../index/stream.ts';
import type { ParsedQuestion } from '../query/parsed-question.ts';
import type { PassageMatch } from './passage-match.ts';

/**
 * Whether a passage holds, beside the question's own words, what it must to answer one for a date, a number or a measure.
 * Other kinds can be said in any words: who did something is often told by what they were. `document`: the passage that
 * was read last.
 */
export function saysKind(
  match: PassageMatch,
  { answerType, units }: Pick<ParsedQuestion, 'answerType' | 'units'>,
  document: number,
  { entries, offsets, vocabulary: { terms }, headings }: Corpus,
  language: Language,
): boolean {
  const says = units.size > 0 ? measuredIn(units, language) : SAYS[answerType]?.(language);
  if (says === undefined) return true;
  // "3.0.0 (11 January 2023)" above what that version brought.
  if (answerType === 'date' && headings[document]?.some((term) => isYearTerm(terms[term] as string))) return true;
  const begin = offsets.at(document);
  const row = entries.row(begin, offsets.at(document + 1));
  const wordAt = (at: number) => (at in row ? (terms[termOf(row[at] as number)] as string) : '');
  for (let at = 0, next = 0; at < row.length; at++) {
    const kinds = kindsOf(row[at] as number);
    while (next < match.count && (match.entry[next] as number) < begin + at) next++;
    const isAsked = next < match.count && match.entry[next] === begin + at;
    // "May" is a month, "may" is not.
    if (isAsked || (kinds & STOP) !== 0) continue;
    if (says({ kinds, term: wordAt(at), before: wordAt(at - 1), after: wordAt(at + 1) })) return true;
  }
  return false;
}

interface WordInPassage {
  readonly kinds: number;
  readonly term: string;
  readonly before: string;
  readonly after: string;
}

type Says = (word: WordInPassage) => boolean;

const SAYS: Readonly<Partial<Record<AnswerType, (language: Language) => Says>>> = {
  date:
    ({ timeTerms, beforeYears }) =>
    ({ kinds, term, before }) =>
      (kinds & (YEAR | MONTH)) !== 0 || timeTerms.has(term) || (EARLY_YEAR.test(term) && beforeYears.has(before)),
  number: (language) => {
    const { quantityTerms } = language;
    return (word) => ((word.kinds & NUMBER) !== 0 && !isPartOfDate(word, language)) || quantityTerms.has(word.term);
  },
};

/** A number stands before the unit, "20 minutes" or "20 to 30 minutes", or behind it, "$20". */
function measuredIn(units: ReadonlySet<string>, language: Language): Says {
  return (word) =>
    (word.kinds & NUMBER) !== 0 && !isPartOfDate(word, language) && (units.has(word.after) || units.has(word.before));
}

/** "In 843", but not "in 843.5" nor "in 7". */
const EARLY_YEAR = /^\d{2,3}$/;

/** "In 2005", "May 2005" and "6 May" say when, and not how many. */
function isPartOfDate({ kinds, term, before, after }: WordInPassage, { months, beforeYears }: Language): boolean {
  if ((kinds & YEAR) !== 0) return months.has(before) || beforeYears.has(before);
  return /^\d{1,2}$/.test(term) && (months.has(before) || months.has(after));
}
