import type { Match } from './entry-match.ts';

/**
 * The model that says how likely an entry answers a question: logistic regression over the features of `Match`.
 * Made by `npm run fit:verdict`, which prints how it does on questions that it was not fitted on; not edited by hand.
 */
export const VERDICT_BIAS = -4.8008;

export const VERDICT_WEIGHTS: Readonly<Record<keyof Match, number>> = {
  coverage: 0.151,
  confidence: 2.4569,
  keywordCoverage: 1.3313,
  wordsAsked: 0.4444,
  weightAsked: -1.2075,
  wordsBorneOut: 0.4288,
  borneOut: 2.9067,
  weightiestLost: -1.7183,
  lost: 1.1132,
  attributeOfSubject: 0.4443,
  ownQuestion: 0.3023,
  onlyAsOf: -1.8653,
  namesNobody: -0.903,
  wantsFigure: -1.7877,
  givesFigure: 1.9988,
  passageRank: 1.521,
};
