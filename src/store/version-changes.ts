import type { DraftPassage } from '../material/types.ts';
import type { VersionChanges } from './types.ts';

/** What a new version of a work changes, counted in paragraphs: those between the same neighbours count as changed. */
export function changesBetween(before: readonly DraftPassage[], after: readonly DraftPassage[]): VersionChanges {
  const [old, current] = [paragraphsOf(before), paragraphsOf(after)];
  const kept = keptOf(old, current);
  const changes = { added: 0, removed: 0, changed: 0, unchanged: kept.length };
  let last = [-1, -1] as readonly [number, number];
  for (const next of [...kept, [old.length, current.length] as const]) {
    const [gone, come] = [next[0] - last[0] - 1, next[1] - last[1] - 1];
    changes.changed += Math.min(gone, come);
    changes.removed += Math.max(0, gone - come);
    changes.added += Math.max(0, come - gone);
    last = next;
  }
  return changes;
}

/** The share of the shorter version's paragraphs that the other has as well, from 0 to 1. */
export function overlap(before: readonly DraftPassage[], after: readonly DraftPassage[]): number {
  const [old, current] = [paragraphsOf(before), paragraphsOf(after)];
  return keptOf(old, current).length / Math.max(1, Math.min(old.length, current.length));
}

/** The texts of the paragraphs; parts of a long one together. */
function paragraphsOf(passages: readonly DraftPassage[]): string[] {
  const texts: string[] = [];
  for (const { part, text } of passages) {
    if (part === undefined) texts.push(text);
    else texts.push(`${texts.pop() ?? ''}\n${text}`);
  }
  return texts;
}

/**
 * Pairs of the same paragraph's places in two versions, in order in both: of each text's first places, the longest run
 * that rises in both (patience sorting).
 */
function keptOf(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  const places = new Map<string, number[]>();
  for (const [i, text] of before.entries()) places.set(text, [...(places.get(text) ?? []), i]);
  const pairs = after.flatMap((text, i): (readonly [number, number])[] => {
    const place = places.get(text)?.shift();
    return place === undefined ? [] : [[place, i]];
  });
  const piles: number[] = [];
  const previous: number[] = [];
  for (const [at, [place]] of pairs.entries()) {
    const pile = firstAtLeast(piles, (top) => (pairs[top]?.[0] ?? 0) >= place);
    previous[at] = pile === 0 ? -1 : (piles[pile - 1] ?? -1);
    piles[pile] = at;
  }
  const kept: (readonly [number, number])[] = [];
  for (let at = piles.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at];
    if (pair) kept.unshift(pair);
  }
  return kept;
}

/** The first index whose value holds, in a list where those that hold come last; its length where none does. */
function firstAtLeast(values: readonly number[], holds: (value: number) => boolean): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(values[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
