import { FEATURE_NAMES, type Features } from './features.ts';
import { CONFIDENCE, RANKING } from './weights.ts';

/** A passage's score: the weighted sum of its features. Only for comparing passages under one question. */
export function rankingScore(features: Features): number {
  let score = 0;
  for (const name of FEATURE_NAMES) score += RANKING[name] * features[name];
  return score;
}

/** Probability that the passage answers: the logistic function of the weighted features. */
export function confidenceOf(features: Features): number {
  let odds = CONFIDENCE.bias;
  for (const name of FEATURE_NAMES) odds += CONFIDENCE[name] * features[name];
  return 1 / (1 + Math.exp(-odds));
}
