import type { FeatureName } from '../../../src/search/rank/features.ts';
import { FEATURE_NAMES } from '../../../src/search/rank/model.ts';
import { type Choice, fitChoices } from './linear.ts';

/**
 * Weights that no fit can tell: the sets have no headings, hardly anything but prose, and no questions for definitions.
 * Of 191 questions on six works with headings, each work alone, 151 find their passage first with this weight of
 * headings, 148 without it; 2.5 costs .05 on a textbook's definitions.
 */
const BY_HAND: Readonly<Partial<Record<FeatureName, number>>> = { heading: 1, prose: 5, definition: 5, grams: 8 };

/** Weights of ranking, in the order of the features: what can be fitted, and what is set by hand. */
export function fitRanking(choices: readonly Choice[], penalty: number): Float64Array {
  const blotted = choices.map((choice) => ({ ...choice, rows: choice.rows.map(withoutByHand) }));
  return fitChoices(blotted, penalty).map((weight, at) => byHand(at) ?? weight);
}

function withoutByHand(row: Float64Array): Float64Array {
  return row.map((value, at) => (byHand(at) === undefined ? value : 0));
}

function byHand(at: number): number | undefined {
  return BY_HAND[FEATURE_NAMES[at] as FeatureName];
}
