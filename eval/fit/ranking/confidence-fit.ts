import { CONFIDENCE_NAMES } from '../../../src/search/rank/confidence.ts';
import { auroc, mean, percentile } from '../../data/metrics.ts';
import type { ConfidenceExample } from './collect.ts';
import { fitLogistic, score } from './linear.ts';

const PENALTY = 0.003;
/** An answerable question asked of part of the material is nearly the same example again. */
const PART_WEIGHT = 0.5;

function weightOf({ kind }: ConfidenceExample): number {
  return kind === 'part' ? PART_WEIGHT : 1;
}

/**
 * Two steps. First the signs are weighed so as to tell questions that the material answers from those whose work it
 * lacks. Then one slope and one shift turn that into the probability that the first passage is a right one (Platt,
 * 1999), which leaves the order as it is. Unanswerable questions about present works take no part: they look like
 * answerable ones, and with them the first step gets worse at both tasks.
 */
export function fitConfidence(all: readonly ConfidenceExample[], without?: number): Float64Array {
  const examples = all.filter(({ kind }) => kind !== 'unanswerable');
  const rows = examples.map(({ row }) => row.map((value, at) => (at === without ? 0 : value)));
  const answerable = fitLogistic(
    examples.map((one, at) => ({
      row: rows[at] as Float64Array,
      yes: one.kind !== 'absent',
      weight: weightOf(one),
    })),
    PENALTY,
  );
  const [slope = 1, shift = 0] = fitLogistic(
    examples.map((one, at) => ({
      row: Float64Array.of(odds(answerable, rows[at] as Float64Array)),
      yes: one.right,
      weight: weightOf(one),
    })),
    0,
  );
  return answerable.map((weight, at) => (at === CONFIDENCE_NAMES.length ? slope * weight + shift : slope * weight));
}

/** Log-odds; the last weight is the bias. */
export function odds(weights: Float64Array, row: Float64Array): number {
  return score(weights, row) + (weights[row.length] as number);
}

/** How well confidences tell apart: areas under the curve, and what passes where 5 % of the absent do. */
export interface Separation {
  readonly absent: number;
  readonly unanswerable: number;
  readonly threshold: number;
  readonly kept: number;
}

export function separation(
  examples: readonly ConfidenceExample[],
  value: (one: ConfidenceExample) => number,
): Separation {
  const of = (kind: ConfidenceExample['kind']): number[] => examples.filter((one) => one.kind === kind).map(value);
  const threshold = percentile(0.95, of('absent'));
  return {
    absent: auroc(of('part'), of('absent')),
    unanswerable: auroc(of('full'), of('unanswerable')),
    threshold,
    kept: mean(of('part').map((confidence) => (confidence > threshold ? 1 : 0))),
  };
}
