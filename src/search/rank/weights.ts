import type { Signs } from '../confidence.ts';
import type { Features } from './features.ts';

// Written by scripts/fit-ranking.ts; see DESIGN.md. Change the features or the script, not these numbers.

/** What a passage gains for each feature where a fact is asked for. */
export const FACT: Readonly<Record<keyof Features, number>> = {
  bm25: 2.28,
  bm25Relative: 2.41,
  coverage: 1.53,
  bodyCoverage: 1.1,
  sentence: 1.04,
  window: 1.21,
  sentenceBm25: 1.8,
  bigrams: 2.94,
  nearPairs: 1.74,
  proximity: 2.18,
  title: 5.73,
  heading: 0,
  missingNames: -3.51,
  missingNumbers: -3.46,
  heaviestMissing: 0.41,
  typeInSentence: 0.73,
  typeInWindow: 0.12,
  typeInPassage: 1.46,
  early: 1.31,
  length: -0.77,
  work: 0.46,
};

/** The same where a subject is described. */
export const SUBJECT: Readonly<Record<keyof Features, number>> = {
  bm25: 4.3,
  bm25Relative: 4.84,
  coverage: 2.12,
  bodyCoverage: 1.1,
  sentence: 1.23,
  window: 0.49,
  sentenceBm25: 2.64,
  bigrams: 1.46,
  nearPairs: 2.16,
  proximity: 1.81,
  title: 5.73,
  heading: 0,
  missingNames: -3.51,
  missingNumbers: -3.46,
  heaviestMissing: 0.41,
  typeInSentence: 0.73,
  typeInWindow: 0.12,
  typeInPassage: 0.28,
  early: 0.27,
  length: -0.51,
  work: 0.46,
};

/** Log-odds that a passage answers. */
export const CONFIDENCE: Readonly<Record<'bias' | keyof Signs, number>> = {
  bm25: 1.76,
  coverage: 1.32,
  window: 0.75,
  windowSquared: -0.09,
  sentenceBm25: 1.66,
  bigrams: 0.42,
  nearPairs: 0.72,
  proximity: 0.24,
  title: 5.03,
  missingNames: -3.05,
  missingNumbers: -0.37,
  heaviestMissing: 2.28,
  typeInWindow: 0.19,
  typeInPassage: -0.36,
  length: -0.51,
  work: 1.31,
  lead: 0.19,
  unknown: 0.14,
  respelt: 1.15,
  doubt: -4.76,
  anchored: -0.43,
  words: 0.51,
  matched: 0.37,
  bias: -5.9,
};

/** From this confidence on a question counts as answered: 4 % of questions on absent works reach it. */
export const ANSWERED = 0.49;
