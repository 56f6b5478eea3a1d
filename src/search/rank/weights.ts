import type { Signs } from '../confidence.ts';
import type { Features } from './features.ts';

// Written by scripts/fit-ranking.ts; see DESIGN.md. Change the features or the script, not these numbers.

/** What a passage gains for each feature where a fact is asked for. */
export const FACT: Readonly<Record<keyof Features, number>> = {
  bm25: 2.19,
  bm25Relative: 2.46,
  coverage: 1.4,
  bodyCoverage: 0.98,
  sentence: 1.01,
  window: 1.17,
  sentenceBm25: 1.78,
  bigrams: 2.93,
  nearPairs: 1.63,
  proximity: 2.16,
  title: 5.64,
  heading: 0,
  missingNames: -3.63,
  missingNumbers: -5.4,
  heaviestMissing: 0.88,
  typeInSentence: 0.7,
  typeInWindow: 0.35,
  typeInPassage: 1.27,
  early: 1.23,
  length: -0.68,
  work: 0.53,
};

/** The same where a subject is described. */
export const SUBJECT: Readonly<Record<keyof Features, number>> = {
  bm25: 4.16,
  bm25Relative: 4.91,
  coverage: 1.82,
  bodyCoverage: 0.98,
  sentence: 1.22,
  window: 0.39,
  sentenceBm25: 2.48,
  bigrams: 1.41,
  nearPairs: 1.81,
  proximity: 1.61,
  title: 5.64,
  heading: 0,
  missingNames: -3.63,
  missingNumbers: -5.4,
  heaviestMissing: 0.88,
  typeInSentence: 0.7,
  typeInWindow: 0.35,
  typeInPassage: 0.3,
  early: 0.43,
  length: -0.47,
  work: 0.53,
};

/** Log-odds that a passage answers. */
export const CONFIDENCE: Readonly<Record<'bias' | keyof Signs, number>> = {
  bm25: 1.73,
  coverage: 1.13,
  window: 0.76,
  windowSquared: -0.14,
  sentenceBm25: 1.31,
  bigrams: 0.39,
  nearPairs: 0.67,
  proximity: 0.51,
  title: 4.78,
  missingNames: -2.83,
  missingNumbers: -0.62,
  heaviestMissing: 2.11,
  typeInWindow: 0.3,
  typeInPassage: -0.38,
  length: -0.43,
  work: 1.24,
  lead: 0.15,
  unknown: 0.15,
  respelt: 1.25,
  doubt: -6.58,
  anchored: -0.42,
  words: 0.49,
  matched: 0.37,
  bias: -5.57,
};

/** From this confidence on a question counts as answered: 4 % of questions on absent works reach it. */
export const ANSWERED = 0.48;
