// Written by eval/fit/ranking.ts; see DESIGN.md. Change the features or the script, not these numbers.

/** What a passage gains for each feature. */
export const RANKING = {
  bm25: 2.9,
  bm25Relative: 3.34,
  coverage: 2.28,
  window: 2.08,
  sentenceBm25: 2.52,
  bigrams: 2.87,
  nearPairs: 1.67,
  proximity: 2.64,
  title: 6.42,
  heading: 1,
  missingNames: -4.03,
  heaviestMissing: 1.28,
  length: -0.64,
  prose: 5,
  definition: 5,
  grams: 8,
};

/** Log-odds that a passage answers. */
export const CONFIDENCE = {
  bm25: 2.39,
  sentenceBm25: 1.83,
  nearPairs: 1.25,
  title: 5.65,
  missingNames: -3.18,
  heaviestMissing: 1.91,
  work: 1.36,
  lead: 0.14,
  corrected: 1.47,
  doubt: -7.11,
  matched: 0.65,
  bias: -4.96,
};

/** From this confidence on a question counts as answered: 4 % of questions on absent works reach it. */
export const ANSWERED = 0.46;
