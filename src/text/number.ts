/** Numbers as people write them, brought to one form: "10" and "10.0" are "10"; "16,000,000,000" is "16 billion". */

/** Scales that are terms of their own behind the number, in every language. */
const LARGE_SCALE: readonly (readonly [name: string, value: number])[] = [
  ['trillion', 1e12],
  ['billion', 1e9],
  ['million', 1e6],
];
/** The terms of a quantity: ["16"] or, from a million on, the number and its scale: ["2.5", "million"]. */
export function quantityTerms(value: number): string[] {
  for (const [name, scale] of LARGE_SCALE) {
    if (value >= scale && value < 1e15) return [plainNumber(value / scale), name];
  }
  return [plainNumber(value)];
}

/** A number in as few digits as it has, twelve at most. */
export function plainNumber(value: number): string {
  return String(Number(value.toPrecision(12)));
}

/** The sign between whole numbers and decimals; where it is the comma, points and spaces part thousands. */
export type DecimalSign = 'point' | 'comma';

/** Spaces that part thousands; in English, where a figure may stand beside another, only those that do not break lines. */
const FIXED_SPACE = '[\\u00a0\\u2009\\u202f]';
const SPACE = '[ \\u00a0\\u2009\\u202f]';
const parted = (by: string, least = 1): string => `[1-9]\\d{0,2}(?:${by}\\d{3}){${least},12}`;

/** Figures with separators or decimals, as regular expressions; digits alone need none. */
export const FIGURES: Readonly<Record<DecimalSign, string>> = {
  point: [
    '\\d{1,3}(?:,\\d{3}){1,12}(?![\\d,])(?:\\.\\d+)?',
    `${parted(FIXED_SPACE)}(?!\\d)(?:\\.\\d+)?`,
    '\\d+\\.\\d+',
  ].join('|'),
  comma: [
    `(?:${parted('\\.')}|${parted(SPACE)})(?![.,]?\\d)`,
    `(?<!\\d[,.])(?:${parted('\\.')}|${parted(SPACE)}|\\d+),\\d+(?![,.]?\\d)`,
    `${parted(',', 2)}(?![\\d,])`,
    '\\d+\\.\\d+',
  ].join('|'),
};

const THOUSANDS = new RegExp(`^(?:${parted('\\.')}|${parted(SPACE)})(?=$|[,\\p{L}])`, 'u');
const THOUSANDS_BY_COMMA = new RegExp(`^${parted(',', 2)}(?=$|\\p{L})`, 'u');
const SEPARATORS = /[.\s]/g;

/** Figures as `writtenNumber` reads them: no separators, and decimals behind a point. */
export function plainFigures(written: string, sign: DecimalSign): string {
  const spaceless = written.replaceAll(/\s/g, '');
  if (sign === 'point' || THOUSANDS_BY_COMMA.test(written)) return spaceless.replaceAll(',', '');
  const whole = THOUSANDS.exec(written)?.[0] ?? '';
  return `${whole.replaceAll(SEPARATORS, '')}${written.slice(whole.length)}`.replace(',', '.');
}

const NUMBER = /^(\d+(?:\.\d+)?)(\p{L}*)$/u;

/**
 * The terms of a written number, as `plainFigures` leaves it. `suffixed` reads digits that letters hang on. Undefined where the word is no number.
 */
export function writtenNumber(
  folded: string,
  suffixed: (digits: string, suffix: string) => readonly string[] | undefined,
): readonly string[] | undefined {
  const found = NUMBER.exec(folded);
  if (found === null) return undefined;
  const [, digits = '', suffix = ''] = found;
  if (digits.length > 15) return [digits];
  return suffix === '' ? quantityTerms(Number(digits)) : suffixed(digits, suffix);
}

/** Whether a term is a number or an ordinal, so that it must be found as it is and never respelt. */
export function isNumberTerm(term: string): boolean {
  const first = term.charCodeAt(0);
  return first >= 48 && first <= 57;
}

/** Whether a term is a year from 1000 to 2099. */
export function isYearTerm(term: string): boolean {
  return /^(1\d|20)\d\d$/.test(term);
}
