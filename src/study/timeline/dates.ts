import { isCalendarDate } from '../../material/dates.ts';
import type { PartialDate } from '../../material/types.ts';
import { atOnce, type Steps } from '../../slices.ts';
import type { Span } from '../../text/token.ts';

/** A date that a text names, and where. */
export interface FoundDate {
  readonly date: PartialDate;
  readonly span: Span;
}

/** Years from 1000 to 2099. */
const YEAR = '(?:1\\d|20)\\d\\d';
/** Nothing that makes a number longer, or a price of it. */
const BEFORE = '(?<![\\p{L}\\p{N}$€£¥#§])(?<!\\p{N}[.,:/–-])';
const AFTER = '(?![\\p{L}\\p{N}%°]|[.,:]\\d|-\\p{Ll})';
/** A plural behind a number counts things: "1500 men" is no year, "1500 ships" neither. */
const COUNTED =
  /^\s(?:people|men|women|children|years|pages|words|(?!was\b|is\b|has\b|as\b|its\b|his\b|this\b|elections?\b)[a-z]+s|km|kg|m|miles?)\b/;

/** Finds the dates of texts in a language: days, months with their year, years by themselves. */
export type DateFinder = (text: string) => FoundDate[];

const finders = new Map<string, DateFinder>();

/** `code`: of the texts' language; month names are Unicode's. English ones are known in every language. */
export function dateFinder(code: string): DateFinder {
  return atOnce(makingDateFinder(code));
}

/** The same step by step: the first time, names of months are looked up and expressions compiled. */
export function* makingDateFinder(code: string): Steps<DateFinder> {
  const known = finders.get(code);
  if (known !== undefined) return known;
  const made = yield* makingFinder(code);
  finders.set(code, made);
  return made;
}

function* makingFinder(code: string): Steps<DateFinder> {
  const months = yield* readingMonths(code === 'und' ? ['en'] : [code, 'en']);
  const month = `(${[...months.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escapePattern)
    .join('|')})\\.?`;
  // Between day, month and year stand "de" in Spanish and Portuguese, "." in German, "of" in English.
  const joint = '(?:\\.?,?\\s+(?:de |del |of )?)';
  const forms: readonly { form: RegExp; order: readonly ('year' | 'month' | 'day')[] }[] = [
    { form: new RegExp(`${BEFORE}(${YEAR})-(\\d\\d)-(\\d\\d)${AFTER}`, 'gu'), order: ['year', 'month', 'day'] },
    {
      form: new RegExp(`${BEFORE}(\\d{1,2})(?:st|nd|rd|th|er|º)?${joint}${month}${joint}(${YEAR})${AFTER}`, 'giu'),
      order: ['day', 'month', 'year'],
    },
    {
      form: new RegExp(`${BEFORE}${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(${YEAR})${AFTER}`, 'giu'),
      order: ['month', 'day', 'year'],
    },
    { form: new RegExp(`${BEFORE}${month}${joint}(${YEAR})${AFTER}`, 'giu'), order: ['month', 'year'] },
    { form: new RegExp(`${BEFORE}(${YEAR})${AFTER}`, 'gu'), order: ['year'] },
  ];
  for (const { form } of forms) {
    // An expression is compiled when it is first used.
    for (const text of SOME_TEXTS) text.search(form);
    yield;
  }
  return (text) => {
    const found: FoundDate[] = [];
    // Longer forms come first: a year within one is no date of its own, and none within "31 April 2013" is meant.
    const read: Span[] = [];
    for (const { form, order } of forms) {
      for (const match of text.matchAll(form)) {
        const span: Span = [match.index, match.index + match[0].length];
        if (overlaps(span, read) || isAmount(text, span, order)) continue;
        read.push(span);
        const date = dateOf(match, order, months);
        if (date !== undefined) found.push({ date, span });
      }
    }
    return found.sort((a, b) => a.span[0] - b.span[0]);
  };
}

/** Texts of one and of two bytes a character, for each of which an expression is compiled. */
const SOME_TEXTS = ['On 1 May 1900', '“On 1 May 1900”'];

function overlaps([start, end]: Span, spans: readonly Span[]): boolean {
  return spans.some(([from, to]) => start < to && end > from);
}

/** A number by itself may count something. */
function isAmount(text: string, [, end]: Span, order: readonly string[]): boolean {
  return order.length === 1 && COUNTED.test(text.slice(end, end + 20));
}

function dateOf(
  match: RegExpExecArray,
  order: readonly ('year' | 'month' | 'day')[],
  months: ReadonlyMap<string, number>,
): PartialDate | undefined {
  const at = (part: 'year' | 'month' | 'day') => match[order.indexOf(part) + 1] ?? '';
  const month = order.includes('month') ? (months.get(at('month').toLowerCase()) ?? Number(at('month'))) : undefined;
  const date = {
    year: Number(at('year')),
    ...(month === undefined ? {} : { month }),
    ...(order.includes('day') ? { day: Number(at('day')) } : {}),
  };
  return isCalendarDate(date) ? date : undefined;
}

/** Names of months in small letters, as they stand alone, within a date and shortened, with their numbers from 1. */
function* readingMonths(codes: readonly string[]): Steps<Map<string, number>> {
  const names = new Map<string, number>([['sept', 9]]);
  for (const code of codes) {
    const alone = new Intl.DateTimeFormat(code, { month: 'long', timeZone: 'UTC' });
    yield;
    const short = new Intl.DateTimeFormat(code, { month: 'short', timeZone: 'UTC' });
    yield;
    const within = new Intl.DateTimeFormat(code, { day: 'numeric', month: 'long', timeZone: 'UTC' });
    for (let month = 1; month <= 12; month++) {
      const date = Date.UTC(2024, month - 1, 1);
      const part = within.formatToParts(date).find(({ type }) => type === 'month')?.value ?? '';
      for (const name of [alone.format(date), part, short.format(date).replace(/\.$/, '')]) {
        if (/^\p{L}{3}/u.test(name)) names.set(name.toLowerCase(), month);
      }
      yield;
    }
  }
  return names;
}

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
