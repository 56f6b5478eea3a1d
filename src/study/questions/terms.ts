import { fold } from '../../text/fold.ts';
import type { Pool, QuizEntry } from './pool.ts';
import { type Random, shuffled } from './random.ts';

/** Definitions that share more of their words may be of one thing. */
const MAX_SHARED = 0.2;

/**
 * Other terms that the material defines, that cannot be meant by this definition: they share no word with the term, and
 * their definitions have little in common with it.
 */
export function termsBeside(asked: QuizEntry, pool: Pool, random: Random, wanted: number): string[] {
  const isOfSameWork = ({ entry }: QuizEntry) => entry.rows[0]?.source === asked.entry.rows[0]?.source;
  const terms = shuffled(
    random,
    pool.entries.filter(({ draft, value }) => value !== undefined && (draft === 'definition' || draft === 'glossary')),
  ).sort((a, b) => Number(isOfSameWork(b)) - Number(isOfSameWork(a)));
  const chosen: QuizEntry[] = [];
  for (const other of terms) {
    if (chosen.length === wanted) break;
    if ([asked, ...chosen].every((each) => areApart(each, other, pool)) && isNumberLike(asked, other))
      chosen.push(other);
  }
  return chosen.map(({ entry }) => entry.subject);
}

/** A plural among singulars would tell. */
const isNumberLike = (one: QuizEntry, other: QuizEntry): boolean =>
  /[^s]s$/.test(one.entry.subject) === /[^s]s$/.test(other.entry.subject);

function areApart(one: QuizEntry, other: QuizEntry, pool: Pool): boolean {
  if (fold(one.entry.subject) === fold(other.entry.subject)) return false;
  const mine = new Set(pool.stems(one.entry.subject));
  const others = pool.stems(other.entry.subject);
  if (others.some((stem) => mine.has(stem) || one.stems.has(stem))) return false;
  if ([...mine].some((stem) => other.stems.has(stem))) return false;
  const shared = [...one.stems].filter((stem) => [...other.stems].some((each) => pool.areNear(stem, each))).length;
  return shared / Math.max(1, Math.min(one.stems.size, other.stems.size)) <= MAX_SHARED;
}
