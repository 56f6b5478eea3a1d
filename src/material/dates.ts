import type { PartialDate } from './types.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "29 May 2013", "May 2013" or "2013": as precise as the date is. */
export function formatDate({ year, month, day }: PartialDate): string {
  const name = month === undefined ? undefined : MONTHS[month - 1];
  return [name === undefined ? undefined : day, name, year].filter((part) => part !== undefined).join(' ');
}

/** An ISO date ("2014-04-30", "2014-04", "2014") in words; any other text is given back as it is. */
export function formatIsoDate(text: string, format: (date: PartialDate) => string): string {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text);
  if (!parts) return text;
  const [, year, month, day] = parts;
  return format({
    year: Number(year),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
  });
}

/** The same in Spanish, Portuguese, French, German, Italian and Russian, by themselves and within a date. */
const MONTHS_ELSEWHERE = [
  'enero|janeiro|janvier|januar|jänner|gennaio|январ[ья]',
  'febrero|fevereiro|février|februar|febbraio|феврал[ья]',
  'marzo|março|mars|märz|марта?',
  'abril|avril|aprile|апрел[ья]',
  'mayo|maio|mai|maggio|ма[йя]',
  'junio|junho|juin|juni|giugno|июн[ья]',
  'julio|julho|juillet|juli|luglio|июл[ья]',
  'agosto|août|августа?',
  'sept|septiembre|setiembre|setembro|septembre|settembre|сентябр[ья]',
  'octubre|outubro|octobre|oktober|ottobre|октябр[ья]',
  'noviembre|novembro|novembre|ноябр[ья]',
  'diciembre|dezembro|décembre|dezember|dicembre|декабр[ья]',
];
const MONTH_FORMS = MONTHS.map((month, i) => `${month.slice(0, 3)}(?:${month.slice(3)})?|${MONTHS_ELSEWHERE[i]}`);
const MONTH_NAMES = MONTH_FORMS.map((forms) => new RegExp(`^(?:${forms})$`, 'i'));
const MONTH = `(${MONTH_FORMS.join('|')})\\.?`;
/** "29 May", "29. Mai", "1er mai", "29 de mayo". */
const DAY_OF_MONTH = `(\\d{1,2})(?:st|nd|rd|th|er|º)?\\.? (?:of |de )?${MONTH}`;
/** Between a month and its year, and behind that in Russian. */
const OF = ',? (?:de |del )?';
const YEAR_SIGN = '(?: г\\.| года)?';
const WEEKDAY = '(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,? )?';
const TIME = '(?:(?:,? at|,|T| ) ?\\d{1,2}[:.]\\d{2}.*)?';
/** What dates are written like, with the groups that hold year, month and day. */
const FORMS: readonly { form: RegExp; order: readonly ('year' | 'month' | 'day')[] }[] = [
  { form: new RegExp(`^(\\d{4})(?:[-/](\\d{1,2})(?:[-/](\\d{1,2})${TIME})?)?$`), order: ['year', 'month', 'day'] },
  {
    form: new RegExp(`^${WEEKDAY}${DAY_OF_MONTH}${OF}(\\d{4})${YEAR_SIGN}${TIME}$`, 'i'),
    order: ['day', 'month', 'year'],
  },
  {
    form: new RegExp(`^${WEEKDAY}${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})${TIME}$`, 'i'),
    order: ['month', 'day', 'year'],
  },
  { form: new RegExp(`^${MONTH}${OF}(\\d{4})${YEAR_SIGN}$`, 'i'), order: ['month', 'year'] },
  { form: /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, order: ['day', 'month', 'year'] },
];

/**
 * A date as people and programs write it: "2014-04-30T08:00Z", "30 April 2014", "Apr. 30, 2014", "30.4.2014", "May 2014",
 * "2014". Undefined where it is no date of the calendar, or where day and month could be either ("3/4/2014").
 */
export function parseDate(text: string): PartialDate | undefined {
  const plain = text.trim().replace(/\s+/g, ' ');
  // Every form has a year: most lines of a text are told apart by that.
  if (plain.length > 60 || !/\d{4}/.test(plain)) return undefined;
  for (const { form, order } of FORMS) {
    const found = form.exec(plain);
    if (!found) continue;
    const at = (part: 'year' | 'month' | 'day') => found[order.indexOf(part) + 1];
    const date = partialDate(
      Number(at('year')),
      order.includes('month') ? at('month') : undefined,
      order.includes('day') ? at('day') : undefined,
    );
    return isCalendarDate(date) && date.year >= 1000 ? date : undefined;
  }
  return undefined;
}

function partialDate(year: number, month: string | undefined, day: string | undefined): PartialDate {
  if (month === undefined) return { year };
  const number = /^\d/.test(month) ? Number(month) : monthNumber(month);
  return { year, month: number, ...(day === undefined ? {} : { day: Number(day) }) };
}

const monthNumber = (name: string): number => MONTH_NAMES.findIndex((forms) => forms.test(name)) + 1;

const BEGINS_WITH_DAY = new RegExp(`^${WEEKDAY}${DAY_OF_MONTH}(?!\\p{L})`, 'iu');

/** Whether a text begins with a day of a month, such as "29 May". */
export const beginsWithDay = (text: string): boolean => BEGINS_WITH_DAY.test(text);

/** Whether the calendar has such a day: no 31 April. */
export function isCalendarDate({ year, month = 1, day = 1 }: PartialDate): boolean {
  const made = new Date(Date.UTC(year, month - 1, day));
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}

/** A number that grows with the date: 20140430; what a date does not say counts as 0. */
export function dayNumber({ year, month = 0, day = 0 }: PartialDate): number {
  return year * 10_000 + month * 100 + day;
}

/** "2014-04-30", "2014-04" or "2014". */
export function isoDate({ year, month, day }: PartialDate): string {
  return [year, month, day]
    .filter((part) => part !== undefined)
    .map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0'))
    .join('-');
}
