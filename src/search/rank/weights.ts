import type { FEATURE_NAMES } from './features.ts';

type FeatureName = (typeof FEATURE_NAMES)[number];

/** Ranking: what a passage's score gains for each feature. */
export const RANKING: Readonly<Record<FeatureName, number>> = {
  bm25: 2,
  bm25Relative: 4,
  coverage: 2,
  bodyCoverage: 1,
  sentence: 1,
  window: 2,
  bigrams: 1,
  nearPairs: 0.5,
  proximity: 1,
  title: 0.2,
  heading: 0.2,
  missingNames: -1,
  missingNumbers: -1,
  heaviestMissing: -1,
  typeInWindow: 0.3,
  typeInPassage: 0.3,
  early: 0.1,
  length: 0,
};

/** Confidence: log-odds that the first excerpt answers. */
export const CONFIDENCE: Readonly<Record<'bias' | FeatureName, number>> = {
  bias: -6,
  bm25: 1,
  bm25Relative: 0,
  coverage: 5,
  bodyCoverage: 1,
  sentence: 1,
  window: 2,
  bigrams: 1,
  nearPairs: 0.5,
  proximity: 1,
  title: 0,
  heading: 0,
  missingNames: -2,
  missingNumbers: -3,
  heaviestMissing: -2,
  typeInWindow: 0.3,
  typeInPassage: 0.3,
  early: 0,
  length: 0,
};
