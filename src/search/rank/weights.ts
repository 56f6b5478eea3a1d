// Written by eval/fit/ranking.ts; see DESIGN.md. Change the features or the script, not these numbers.

/** What a passage gains for each feature where a fact is asked for. */
export const FACT = {
  bm25: 2.07,
  bm25Relative: 2.37,
  coverage: 1.59,
  bodyCoverage: 1.14,
  sentence: 1.08,
  window: 1.23,
  sentenceBm25: 1.92,
  bigrams: 2.79,
  nearPairs: 1.7,
  proximity: 2.24,
  title: 5.65,
  heading: 0,
  missingNames: -3.68,
  missingNumbers: -3.95,
  heaviestMissing: 0.47,
  typeInSentence: 0.72,
  typeInWindow: 0.07,
  typeInPassage: 1.5,
  early: 1.24,
  length: -0.77,
  work: 0.44,
};

/** The same where a subject is described. */
export const SUBJECT = {
  bm25: 4.06,
  bm25Relative: 4.88,
  coverage: 2.16,
  bodyCoverage: 1.14,
  sentence: 1.21,
  window: 0.45,
  sentenceBm25: 2.69,
  bigrams: 1.4,
  nearPairs: 2.1,
  proximity: 1.71,
  title: 5.65,
  heading: 0,
  missingNames: -3.68,
  missingNumbers: -3.95,
  heaviestMissing: 0.47,
  typeInSentence: 0.72,
  typeInWindow: 0.07,
  typeInPassage: 0.31,
  early: 0.32,
  length: -0.59,
  work: 0.44,
};

/** Log-odds that a passage answers. */
export const CONFIDENCE = {
  bm25: 1.72,
  coverage: 1.31,
  window: 0.75,
  windowSquared: -0.14,
  sentenceBm25: 1.54,
  bigrams: 0.44,
  nearPairs: 0.75,
  proximity: 0.34,
  title: 5.08,
  missingNames: -3.01,
  missingNumbers: -0.5,
  heaviestMissing: 2.21,
  typeInWindow: 0.17,
  typeInPassage: -0.34,
  length: -0.46,
  work: 1.35,
  lead: 0.17,
  unknown: 0.12,
  corrected: 1.12,
  doubt: -4.69,
  anchored: -0.43,
  words: 0.47,
  matched: 0.39,
  bias: -5.77,
};

/** From this confidence on a question counts as answered: 4 % of questions on absent works reach it. */
export const ANSWERED = 0.49;
