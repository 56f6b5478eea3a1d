import type { PassageMatch } from './passage-match.ts';

/** Neighbouring sentences [from, to) and the share of the question that they hold. */
export interface Window {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

const best = new Float64Array(256);

/** The `size` neighbouring sentences that hold most of the question; the first of equal ones. */
export function bestWindow(match: PassageMatch, size: number): Window {
  const { count, sentence } = match;
  let window: Window = { from: 0, to: Math.min(size, match.sentences), share: 0 };
  for (let begin = 0; begin < count; ) {
    const from = sentence[begin] as number;
    const share = shareFrom(match, begin, from + size);
    if (share > window.share) window = { from, to: Math.min(from + size, match.sentences), share };
    while (begin < count && sentence[begin] === from) begin++;
  }
  return window;
}

function shareFrom(match: PassageMatch, begin: number, end: number): number {
  const { concepts, count, sentence, concept, weight } = match;
  best.fill(0, 0, concepts.length);
  for (let at = begin; at < count && (sentence[at] as number) < end; at++) {
    const which = concept[at] as number;
    if ((weight[at] as number) > (best[which] as number)) best[which] = weight[at] as number;
  }
  let share = 0;
  for (let which = 0; which < concepts.length; which++) {
    share += (concepts[which]?.share ?? 0) * (best[which] as number);
  }
  return share;
}
