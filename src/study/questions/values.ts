import type { Side } from '../../answer/types.ts';
import { parseDate } from '../../material/dates.ts';
import { isYearTerm } from '../../text/number.ts';

/** What sort of thing a value is: choices of one question are of one sort. */
export type ValueKind = 'year' | 'date' | 'number' | 'money' | 'percent' | 'list' | 'name' | 'text';

/** Kinds of which two values that differ say two things. */
export const isFigure = (kind: ValueKind): boolean => ['year', 'date', 'number', 'money', 'percent'].includes(kind);

const NUMBER = /^\d[\d,]*(?:\.\d+)?(?:\s(?:thousand|million|billion|trillion))?$/;

export function valueKind({ value, unit }: Pick<Side, 'value' | 'unit'>): ValueKind {
  const plain = value.trim();
  if (unit === undefined && isYearTerm(plain)) return 'year';
  if (unit === undefined && parseDate(plain) !== undefined) return 'date';
  // "400.000" and "3,2" are read in one way in English and in another elsewhere: neither is marked or compared.
  if (/^\d{1,3}(?:\.\d{3})+(?!\d)|^\d+,\d{1,2}(?!\d)/.test(plain)) return 'text';
  const bare = plain.replace(/^(?:about|around|approximately|nearly|almost|some|roughly)\s/i, '');
  if (/^[$€£]/.test(bare) && NUMBER.test(bare.slice(1).trim())) return 'money';
  if (NUMBER.test(bare)) return unit === 'percent' || unit === '%' ? 'percent' : 'number';
  if (/^\d+(?:\.\d+)?\s?(?:%|percent)$/.test(bare)) return 'percent';
  if (listItems(plain).length > 2) return 'list';
  return isNameLike(plain) ? 'name' : 'text';
}

/** The years in a text, 1000 to 2099. */
export const yearsIn = (text: string): readonly string[] => text.match(/(?<!\d)(?:1\d|20)\d\d(?!\d)/g) ?? [];

/** The items of "a, b and c"; one where the value is no list. */
export function listItems(value: string): readonly string[] {
  if (!/,/.test(value) && !/\sand\s|\s&\s/.test(value)) return [value];
  return value
    .split(/\s*(?:,\s*(?:and\s+)?|;\s*|\sand\s|\s&\s)\s*/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

const SMALL = /^(?:of|the|and|for|de|la|del|da|do|von|van|in|on|to)$/;
const MAX_NAME_WORDS = 9;

/** Capital words, with small ones between them. */
function isNameLike(value: string): boolean {
  const words = value.replace(/^the\s/i, '').split(/\s+/);
  return words.length <= MAX_NAME_WORDS && words.every((word) => SMALL.test(word) || /^["“]?\p{Lu}/u.test(word));
}

/** Whether a definition goes on from its term as a sentence would: "represent research collected …". */
export const goesOn = (definition: string): boolean =>
  /^(?:comprises?|represents?|includes?|refers?|describes?|means?|occurs?|involves?|is|are|was|were|has|have|does|do)\b/.test(
    definition,
  );

/** "about 20" and "more than 20" leave open which other numbers are right. */
export const isBounded = (value: string): boolean =>
  /\b(?:more|less|fewer|greater|higher|lower) than\b|\b(?:over|under|at least|at most|up to|above|below)\b/i.test(
    value,
  );

/** The number that a value begins with; NaN where there is none. */
export function numberOf(value: string): number {
  const found = /(\d[\d,]*(?:\.\d+)?)(?:\s(thousand|million|billion|trillion))?/.exec(value);
  const scale = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }[found?.[2] ?? ''] ?? 1;
  return found?.[1] === undefined ? Number.NaN : Number(found[1].replaceAll(',', '')) * scale;
}
