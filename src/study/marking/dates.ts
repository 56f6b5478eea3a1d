import { isoDate, parseDate } from '../../material/dates.ts';
import { plain } from './words.ts';

const WEEKDAY = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s*/gi;
const AROUND = /^(?:in|on|at|the|year|month|day|of|it|was|since|from|around|about|circa|c\.|ca\.?)\s+/i;

/** Whether two dates are the same, each in any form, as precise as each other. Words are compared where one is no date. */
export function sameDate(answer: string, given: string): boolean {
  const [wanted, typed] = [dateOf(answer), dateOf(given)];
  if (wanted === undefined) return plain(answer) === plain(given);
  return typed !== undefined && isoDate(wanted) === isoDate(typed);
}

function dateOf(text: string) {
  let words = text
    .trim()
    .replace(WEEKDAY, '')
    .replace(/(?<=\d)(?:st|nd|rd|th)\b/gi, '')
    .replace(/(?<=\d)\sof\s/gi, ' ')
    .replace(/\s*\b(?:CE|AD|A\.D\.|C\.E\.)\s*$/, '')
    .replace(/[.!]+$/, '');
  while (AROUND.test(words)) words = words.replace(AROUND, '');
  const spelt = /^\p{L}/u.test(words) ? plain(words) : words;
  return parseDate(words) ?? dayFirst(words) ?? parseDate(spelt) ?? yearInWords(spelt);
}

/** "29/05/2013" and "5/29/2013", where only one reading is a date. */
function dayFirst(text: string) {
  const [, one, two, year] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text) ?? [];
  const [first, second] = [Number(one), Number(two)];
  if (year === undefined || (first <= 12 && second <= 12 && first !== second)) return undefined;
  const [day, month] = first > 12 ? [first, second] : [second, first];
  return parseDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

/** "nineteen eighty four" is 19 and 84 one after the other. */
function yearInWords(text: string) {
  const [, century, rest] = /^(1\d|20) (\d\d)$/.exec(text) ?? [];
  return century === undefined ? undefined : parseDate(`${century}${rest}`);
}
