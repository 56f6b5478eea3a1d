import { FEATURES, type Features } from './features.ts';
import { RANKING } from './weights.ts';

/** The weights in the order of the names: reading them by name again for every passage would take twice as long. */
const WEIGHTS = FEATURES.map(({ name }) => RANKING[name]);

/** A passage's score: the weighted sum of its features. Only for comparing passages under one question. */
export function rankingScore(features: Features): number {
  let sum = 0;
  FEATURES.forEach(({ name }, at) => {
    sum += (WEIGHTS[at] as number) * features[name];
  });
  return sum;
}
