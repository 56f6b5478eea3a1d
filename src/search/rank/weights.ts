import type { Signs } from '../confidence.ts';
import type { Features } from './features.ts';

// Written by scripts/fit-ranking.ts; see DESIGN.md. Change the features or the script, not these numbers.

/** What a passage gains for each feature where a fact is asked for. */
export const FACT: Readonly<Record<keyof Features, number>> = {
  bm25: 2.4,
  bm25Relative: 2.456,
  coverage: 1.289,
  bodyCoverage: 1.214,
  sentence: 0.721,
  window: 1.166,
  sentenceBm25: 1.63,
  bigrams: 3.449,
  nearPairs: 1.41,
  proximity: 1.849,
  title: 1.436,
  heading: 0,
  missingNames: -3.375,
  missingNumbers: -7.05,
  heaviestMissing: 0.404,
  typeInSentence: 1.066,
  typeInWindow: -0.04,
  typeInPassage: 1.354,
  early: 1.383,
  length: -0.689,
  work: 1.173,
};

/** The same where a subject is described. */
export const SUBJECT: Readonly<Record<keyof Features, number>> = {
  bm25: 4.498,
  bm25Relative: 4.312,
  coverage: 1.789,
  bodyCoverage: 0.84,
  sentence: 1.663,
  window: 0.635,
  sentenceBm25: 2.03,
  bigrams: 0.782,
  nearPairs: 2.613,
  proximity: 0.936,
  title: 8.99,
  heading: 0,
  missingNames: -9.162,
  missingNumbers: 0.82,
  heaviestMissing: 3.583,
  typeInSentence: 0.118,
  typeInWindow: 0.724,
  typeInPassage: 0.036,
  early: 0.337,
  length: -0.385,
  work: -0.428,
};

/** Log-odds that a passage answers. */
export const CONFIDENCE: Readonly<Record<'bias' | keyof Signs, number>> = {
  bm25: 2.041,
  coverage: 1.346,
  window: 0.791,
  windowSquared: -0.868,
  sentenceBm25: 1.167,
  bigrams: 0.035,
  nearPairs: 0.288,
  proximity: 0.221,
  title: -2.026,
  missingNames: -4.767,
  missingNumbers: -1.519,
  heaviestMissing: 2.812,
  typeInWindow: 0.119,
  typeInPassage: -0.048,
  length: 0.156,
  work: 1.461,
  lead: 0.586,
  unknown: -0.565,
  respelt: 1.033,
  anchored: -0.322,
  words: 0.301,
  matched: 0.617,
  bias: -7.214,
};
