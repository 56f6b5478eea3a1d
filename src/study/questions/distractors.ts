import { areOfOneWork, byNearness, defineDifferentThings, haveOneNumber, isDefinition } from './likeness.ts';
import type { Pool, QuizEntry } from './pool.ts';
import { type Random, shuffled } from './random.ts';
import { isBounded, numberOf, yearsIn } from './values.ts';

/** Choices longer than this do not read well on a phone, in UTF-16 units. */
export const MAX_CHOICE = 160;
/** So many likely candidates are looked at. */
const MAX_TRIED = 60;
/** Numbers nearer to each other than this share of the larger may both be meant. */
const NEAR_NUMBERS = 0.1;
/** Longer values may share words with the right one; this share of them at most. */
const MAX_SHARED = 0.25;
const SHORT = 6;

/**
 * Values of other entries that may stand beside the right one: of the same kind and of like length, never borne out by
 * the material for this subject, and no two alike. Those of the same attribute come first. Fewer than `wanted` where
 * the material has no more.
 */
export function distractorsFor(asked: QuizEntry, pool: Pool, random: Random, wanted: number): string[] {
  const right = asked.value;
  if (right === undefined || isBounded(right) || right.length > MAX_CHOICE) return [];
  const chosen: QuizEntry[] = [];
  for (const other of shuffledByLikeness(asked, pool, random).slice(0, MAX_TRIED)) {
    if (chosen.length === wanted) break;
    if ([asked, ...chosen].every((each) => areApart(each, other, pool)) && isWrong(asked, other, pool))
      chosen.push(other);
  }
  return chosen.map(({ value }) => value ?? '');
}

function shuffledByLikeness(asked: QuizEntry, pool: Pool, random: Random): QuizEntry[] {
  const alike = shuffled(
    random,
    pool.entries.filter((other) => isAlike(asked, other, pool)),
  );
  if (isDefinition(asked)) return alike.sort(byNearness(asked, pool));
  const isNear = ({ entry }: QuizEntry) => entry.attribute === asked.entry.attribute;
  const rank = (other: QuizEntry) =>
    (areOfOneAge(asked, other) ? 0 : 4) + (isNear(other) ? 0 : 2) + (areOfOneWork(asked, other) ? 0 : 1);
  // There are few ranks: of a large library it is quicker to put each in its place than to sort.
  const ranks: QuizEntry[][] = Array.from({ length: 8 }, () => []);
  for (const other of alike) ranks[rank(other)]?.push(other);
  return ranks.flat();
}

/** Years so far apart are told from each other by the century alone. */
const AN_AGE = 100;
const areOfOneAge = (one: QuizEntry, other: QuizEntry): boolean =>
  one.kind !== 'year' || Math.abs(Number(one.value) - Number(other.value)) <= AN_AGE;

function isAlike(asked: QuizEntry, other: QuizEntry, { claims }: Pool): boolean {
  const [one = '', two = ''] = [asked.value, other.value];
  if (other === asked || two === '' || other.kind !== asked.kind || two.length > MAX_CHOICE || isBounded(two))
    return false;
  if (isDefinition(asked) !== isDefinition(other)) return false;
  if (isDefinition(asked) && !haveOneNumber(asked, other)) return false;
  if (asked.entry.sides[0]?.unit !== other.entry.sides[0]?.unit) return false;
  if (asked.form === 'gap' && !standsBeside(two, asked)) return false;
  if (asked.kind === 'name') return haveOneType(one, two, asked, other, claims);
  if (asked.kind !== 'text' && asked.kind !== 'list') return asked.kind !== 'number' || haveOneSize(one, two);
  const isNear = asked.entry.attribute === other.entry.attribute;
  return haveOneForm(one, two) && (isNear || (opening(one) !== 'other' && questionWord(asked) === questionWord(other)));
}

/** Whether a year can stand in the gap beside the sentence's other years: not "between 1907 and 1810". */
const standsBeside = (value: string, { prompt, value: right = '' }: QuizEntry): boolean =>
  yearsIn(prompt).every((year) => value < year === right < year && value !== year);

function haveOneType(one: string, two: string, asked: QuizEntry, other: QuizEntry, claims: Pool['claims']): boolean {
  if (asked.entry.attribute === other.entry.attribute) return haveOneLength(one, two, 4);
  const type = claims.typeOf(one);
  return type !== undefined && type === claims.typeOf(two);
}

const haveOneLength = (one: string, two: string, most: number): boolean =>
  Math.max(one.length, two.length) <= most * Math.min(one.length, two.length);

const MAX_RATIO = 50;
const haveOneSize = (one: string, two: string): boolean => {
  const [small = 0, large = 0] = [numberOf(one), numberOf(two)].sort((a, b) => a - b);
  return small > 0 && large / small <= MAX_RATIO;
};

/** Both a clause, both a phrase; of like length. */
const haveOneForm = (one: string, two: string): boolean =>
  haveOneLength(one, two, 2.5) && opening(one) === opening(two);

function opening(value: string): string {
  const [word = ''] = value.toLowerCase().split(/\s/);
  if (/^(?:an?|the)$/.test(word)) return 'noun';
  if (/^(?:to|by|how|when|what|in|on|from|with|for|those|people|groups?)$/.test(word)) return word;
  if (/^\p{L}{2,}ing$/u.test(word)) return 'gerund';
  return /^\p{Lu}/u.test(value) ? 'capital' : 'other';
}

const questionWord = ({ prompt }: QuizEntry): string => prompt.toLowerCase().split(/\s/, 2).join(' ');

/** Whether two values can stand beside each other: neither the same, nor a part of the other. */
function areApart(one: QuizEntry, other: QuizEntry, pool: Pool): boolean {
  const [first = '', second = ''] = [one.value, other.value];
  if (pool.claims.isSame(first, second)) return false;
  if (isDefinition(one)) return defineDifferentThings(one, other, pool);
  if (['number', 'money', 'percent'].includes(one.kind)) {
    const [small = 0, large = 0] = [numberOf(first), numberOf(second)].sort((a, b) => a - b);
    return large - small > NEAR_NUMBERS * large;
  }
  if (one.kind === 'year') return first !== second;
  const isText = one.kind === 'text';
  const shared = [...one.stems].filter((stem) =>
    isText ? [...other.stems].some((each) => pool.areNear(stem, each)) : other.stems.has(stem),
  ).length;
  const least = Math.min(one.stems.size, other.stems.size);
  return least === 0 || least < SHORT ? shared === 0 && first !== second : shared / least <= MAX_SHARED;
}

/** Whether the other entry's value is wrong for this one: nothing bears it out, and it does not speak of its subject. */
function isWrong(asked: QuizEntry, other: QuizEntry, { claims }: Pool): boolean {
  const value = other.value ?? '';
  if (claims.bearsOut(asked.entry, value)) return false;
  if (asked.kind !== 'text' || isDefinition(asked)) return true;
  const [mine, others] = [new Set(asked.stemsOf(asked.entry.subject)), other.stemsOf(other.entry.subject)];
  return !others.some((stem) => mine.has(stem)) && ![...mine].some((stem) => other.stems.has(stem));
}
