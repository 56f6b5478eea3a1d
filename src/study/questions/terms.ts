import { byNearness, defineDifferentThings, haveOneNumber, isDefinition } from './likeness.ts';
import type { Pool, QuizEntry } from './pool.ts';
import { type Random, shuffled } from './random.ts';

/** Other terms that the material defines, that cannot be meant by this definition; those of kindred matter first. */
export function termsBeside(asked: QuizEntry, pool: Pool, random: Random, wanted: number): string[] {
  const terms = pool.entries.filter((other) => other.value !== undefined && isDefinition(other));
  const chosen: QuizEntry[] = [];
  for (const other of shuffled(random, terms).sort(byNearness(asked, pool))) {
    if (chosen.length === wanted) break;
    if (haveOneNumber(asked, other) && [asked, ...chosen].every((each) => defineDifferentThings(each, other, pool)))
      chosen.push(other);
  }
  return chosen.map(({ entry }) => entry.subject);
}
