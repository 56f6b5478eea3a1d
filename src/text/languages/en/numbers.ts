import { plainNumber, quantityTerms } from '../../number.ts';

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

/**
 * The terms of digits with letters on them: "19th", "16bn". `money`: a currency sign stands before it. Undefined where
 * the word is no number ("1930s", "x25").
 */
export function suffixedNumber(digits: string, suffix: string, money: boolean): string[] | undefined {
  const value = Number(digits);
  if (/^(st|nd|rd|th)$/.test(suffix)) return [ordinalTerm(value)];
  const scale = SCALE_SUFFIX.get(suffix) ?? (money ? MONEY_SUFFIX.get(suffix) : undefined);
  if (scale === undefined) return undefined;
  return scale === 'thousand' ? quantityTerms(value * 1000) : [plainNumber(value), scale];
}
