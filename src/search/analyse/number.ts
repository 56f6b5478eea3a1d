/** Numbers as people write them, brought to one form: "ten", "10" and "10.0" are "10"; "16,000,000,000" is "16 billion". */

const UNITS = `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen`.split(/\s+/);
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS = `zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth`.split(/\s+/);
const ORDINAL_TENS = 'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'.split(' ');

const CARDINAL = new Map<string, number>([
  ...UNITS.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, tens): [string, number] => [word, (tens + 2) * 10]),
]);
const ORDINAL = new Map<string, number>([
  ...ORDINALS.map((word, value): [string, number] => [word, value]),
  ...ORDINAL_TENS.map((word, tens): [string, number] => [word, (tens + 2) * 10]),
]);

/** Multipliers that are folded into the number before them ("7 thousand" is "7000"). */
const SMALL_SCALE = new Map([
  ['hundred', 100],
  ['thousand', 1000],
]);
/** Multipliers that stay words of their own behind the number. */
const LARGE_SCALE: readonly (readonly [name: string, value: number])[] = [
  ['trillion', 1e12],
  ['billion', 1e9],
  ['million', 1e6],
];
const SCALE_SUFFIX = new Map([
  ['mn', 'million'],
  ['mln', 'million'],
  ['bn', 'billion'],
  ['bln', 'billion'],
  ['tn', 'trillion'],
  ['trn', 'trillion'],
]);
/** Single letters are a scale only behind a currency sign: "$16m", but "16m" may be metres. */
const MONEY_SUFFIX = new Map([
  ['k', 'thousand'],
  ['m', 'million'],
  ['b', 'billion'],
]);

/** Every word that can be part of a number in words. */
export const NUMBER_WORDS: readonly string[] = [...CARDINAL.keys(), ...ORDINAL.keys(), ...SMALL_SCALE.keys()];

/** A spelt-out cardinal below one hundred, or undefined. */
export function cardinal(word: string): number | undefined {
  return CARDINAL.get(word);
}

/** A spelt-out ordinal ("nineteenth"), or undefined. */
export function ordinal(word: string): number | undefined {
  return ORDINAL.get(word);
}

/** 100 or 1000 for "hundred" and "thousand", or undefined. */
export function smallScale(word: string): number | undefined {
  return SMALL_SCALE.get(word);
}

/** "1st", "2nd", "3rd", "11th". */
export function ordinalTerm(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${ending}`;
}

/** The terms of a quantity: ["16"] or, from a million on, the number and its scale: ["2.5", "million"]. */
export function quantityTerms(value: number): string[] {
  for (const [name, scale] of LARGE_SCALE) {
    if (value >= scale && value < 1e15) return [plain(value / scale), name];
  }
  return [plain(value)];
}

function plain(value: number): string {
  return String(Number(value.toPrecision(12)));
}

const NUMBER = /^(\d+(?:\.\d+)?)(\p{L}*)$/u;

/**
 * The terms of a written number: digits with or without thousand separators and decimals, and the letters that
 * may hang on it. `money`: a currency sign stands before it. Undefined where the word is no number ("1930s", "x25").
 */
export function writtenNumber(folded: string, money: boolean): string[] | undefined {
  const found = NUMBER.exec(folded.includes(',') ? folded.replaceAll(',', '') : folded);
  if (found === null) return undefined;
  const [, digits = '', suffix = ''] = found;
  if (digits.length > 15) return [digits];
  const value = Number(digits);
  if (suffix === '') return quantityTerms(value);
  if (/^(st|nd|rd|th)$/.test(suffix)) return [ordinalTerm(value)];
  const scale = SCALE_SUFFIX.get(suffix) ?? (money ? MONEY_SUFFIX.get(suffix) : undefined);
  if (scale === undefined) return undefined;
  return scale === 'thousand' ? quantityTerms(value * 1000) : [plain(value), scale];
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
