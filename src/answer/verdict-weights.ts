import type { Match } from './entry-match.ts';

/**
 * The model that says how likely an entry answers a question: logistic regression over the features of `Match`.
 * Made by `npm run fit:verdict`, which prints how it does on questions that it was not fitted on; not edited by hand.
 */
export const VERDICT_BIAS = -5.0831;

export const VERDICT_WEIGHTS: Readonly<Record<keyof Match, number>> = {
  coverage: 0.3590,
  confidence: 2.4997,
  keywordCoverage: 1.1766,
  wordsAsked: 0.5190,
  weightAsked: -1.1854,
  wordsBorneOut: 0.6211,
  borneOut: 2.8596,
  weightiestLost: -1.3894,
  lost: 1.1769,
  attributeOfSubject: 0.4878,
  ownQuestion: 0.3148,
  identity: -0.9260,
  onlyAsOf: -2.3115,
  namesNobody: -0.6933,
  wantsFigure: -1.1481,
  passageRank: 1.5572,
};
