import type { Pool, QuizEntry } from './pool.ts';

/** Two definitions of running text that share so much of their words may be of one thing, or one a kind of the other. */
const MAX_SHARED = 0.2;
/** A glossary defines each thing once, and its entries may differ by a word: "a group of two", "a group of three". */
const MAX_SHARED_IN_GLOSSARY = 0.7;

export const isDefinition = ({ form }: QuizEntry): boolean => form === 'definition' || form === 'glossary';

export const areOfOneWork = (one: QuizEntry, other: QuizEntry): boolean =>
  one.entry.rows[0]?.source === other.entry.rows[0]?.source;

/** A plural among singulars would tell, and so would its definition. */
export const haveOneNumber = (one: QuizEntry, other: QuizEntry): boolean =>
  /[^aius]s$/.test(one.entry.subject) === /[^aius]s$/.test(other.entry.subject);

const areOfOneGlossary = (one: QuizEntry, other: QuizEntry): boolean =>
  one.form === 'glossary' && other.form === 'glossary' && areOfOneWork(one, other);

/** The share of the shorter value's words that the other has as well, or nearly. */
export function sharedWords(one: QuizEntry, other: QuizEntry, { areNear }: Pool): number {
  const shared = [...one.stems].filter((stem) => [...other.stems].some((each) => areNear(stem, each))).length;
  return shared / Math.max(1, Math.min(one.stems.size, other.stems.size));
}

/**
 * Whether two definitions are of different things, as far as their words tell: they have little in common, and neither
 * term names the other or stands in the other's definition.
 */
export function defineDifferentThings(one: QuizEntry, other: QuizEntry, pool: Pool): boolean {
  const [first, second] = [one.stemsOf(one.entry.subject), other.stemsOf(other.entry.subject)];
  const [mine, others] = [new Set(first), new Set(second)];
  const isInGlossary = areOfOneGlossary(one, other);
  if (isInGlossary ? isWithin(first, others) || isWithin(second, mine) : overlap(first, others)) return false;
  // What a definition calls its own term is a genus, as "group" for "in-group", and others have it as well.
  const ownWords = (stems: readonly string[], quiz: QuizEntry) =>
    isInGlossary ? stems.filter((stem) => !quiz.stems.has(stem)) : stems;
  if (overlap(ownWords(first, one), other.stems) || overlap(ownWords(second, other), one.stems)) return false;
  const shared = sharedWords(one, other, pool);
  return isInGlossary ? shared <= MAX_SHARED_IN_GLOSSARY : shared < MAX_SHARED;
}

const MIN_ROOT = 5;

/**
 * The stems of a term that a text gives away: it has them, other words of their root ("random", "randomly"), or what they
 * end with ("stratovolcano", "volcano").
 */
export function givenAway(term: readonly string[], text: ReadonlySet<string>): string[] {
  const isOfOneRoot = (one: string, other: string): boolean => {
    const root = Math.max(MIN_ROOT, Math.min(one.length, other.length) - 1);
    if (one.length >= root && one.slice(0, root) === other.slice(0, root)) return true;
    return other.length >= MIN_ROOT && one.endsWith(other);
  };
  return term.filter((stem) => text.has(stem) || [...text].some((other) => isOfOneRoot(stem, other)));
}

const overlap = (stems: readonly string[], others: ReadonlySet<string>): boolean =>
  stems.some((stem) => others.has(stem));

const isWithin = (stems: readonly string[], others: ReadonlySet<string>): boolean =>
  stems.every((stem) => others.has(stem));

/** Puts candidates in order: of the same work and with words in common, then of the same work, then the others. */
export function byNearness(asked: QuizEntry, pool: Pool): (one: QuizEntry, other: QuizEntry) => number {
  const ranks = new Map<QuizEntry, number>();
  const rank = (other: QuizEntry): number => {
    const known =
      ranks.get(other) ?? (areOfOneWork(asked, other) ? 0 : 2) + (sharedWords(asked, other, pool) > 0 ? 0 : 1);
    ranks.set(other, known);
    return known;
  };
  return (one, other) => rank(one) - rank(other);
}
