import type { Concept } from '../query/parsed-question.ts';
import type { PassageMatch } from './passage-match.ts';

/** Words farther apart than this are no pair. */
const NEAR = 4;

/** How far one place's influence reaches, in words: e^(-distance / REACH), nothing beyond four times as far. */
const REACH = 12;
const DECAY = Float64Array.from({ length: 4 * REACH + 1 }, (_, distance) => Math.exp(-distance / REACH));

const around = new Float64Array(256);

/**
 * Pairs of neighbouring question words that stand in the passage as they do in the question (`exact`), or within a
 * few words of each other in any order (`near`); as shares of all the question's pairs, by their words' weights.
 */
export function pairs(match: PassageMatch): { exact: number; near: number } {
  const { concepts } = match;
  let exact = 0;
  let near = 0;
  let total = 0;
  for (let left = 0; left + 1 < concepts.length; left++) {
    const [a, b] = [concepts[left] as Concept, concepts[left + 1] as Concept];
    const share = (a.share + b.share) / 2;
    total += share;
    if (match.body[left] === 0 || match.body[left + 1] === 0) continue;
    const found = closest(match, left, b.position - a.position);
    exact += share * found.exact;
    near += share * found.near;
  }
  return total === 0 ? { exact: 0, near: 0 } : { exact: exact / total, near: near / total };
}

function closest(match: PassageMatch, left: number, apart: number): { exact: number; near: number } {
  const { count, concept, position, weight } = match;
  const found = { exact: 0, near: 0 };
  for (let i = 0; i < count; i++) {
    if (concept[i] !== left) continue;
    for (let j = 0; j < count; j++) {
      if (concept[j] !== left + 1) continue;
      const distance = (position[j] as number) - (position[i] as number);
      const both = Math.min(weight[i] as number, weight[j] as number);
      if (distance === apart && apart <= NEAR) found.exact = Math.max(found.exact, both);
      if (Math.abs(distance) < apart + NEAR) found.near = Math.max(found.near, both);
    }
  }
  return found;
}

/** The most of the question that stands around one place: at each match, the sum of share × weight × decay. */
export function proximity(match: PassageMatch): number {
  let best = 0;
  for (let centre = 0; centre < match.count; centre++) best = Math.max(best, gathered(match, centre));
  return best;
}

function gathered(match: PassageMatch, centre: number): number {
  const { concepts, count, position } = match;
  const here = position[centre] as number;
  around.fill(0, 0, concepts.length);
  for (let at = centre; at >= 0 && here - (position[at] as number) < DECAY.length; at--) pull(match, at, here);
  for (let at = centre + 1; at < count && (position[at] as number) - here < DECAY.length; at++) pull(match, at, here);
  let sum = 0;
  for (let which = 0; which < concepts.length; which++)
    sum += (concepts[which]?.share ?? 0) * (around[which] as number);
  return sum;
}

function pull(match: PassageMatch, at: number, here: number): void {
  const which = match.concept[at] as number;
  const value = (match.weight[at] as number) * (DECAY[Math.abs((match.position[at] as number) - here)] as number);
  if (value > (around[which] as number)) around[which] = value;
}
