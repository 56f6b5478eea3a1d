import type { FeatureName, Features } from './features.ts';
import { RANKING } from './weights.ts';

/** In the order of the weights. */
export const FEATURE_NAMES = Object.keys(RANKING) as FeatureName[];
/** Read by name for every passage, they would take twice as long. */
const WEIGHTS = FEATURE_NAMES.map((name) => RANKING[name]);

/** A passage's score: the weighted sum of its features. Only for comparing passages under one question. */
export function rankingScore(features: Features): number {
  let sum = 0;
  for (let at = 0; at < FEATURE_NAMES.length; at++) {
    sum += (WEIGHTS[at] as number) * features[FEATURE_NAMES[at] as FeatureName];
  }
  return sum;
}
