import type { Match } from './entry-match.ts';

/**
 * The model that says how likely an entry answers a question: logistic regression over the features of `Match`.
 * Made by `npm run fit:verdict`, which prints how it does on questions that it was not fitted on; not edited by hand.
 */
export const VERDICT_BIAS = -4.6719;

export const VERDICT_WEIGHTS: Readonly<Record<keyof Match, number>> = {
  coverage: -0.7903,
  confidence: 1.4334,
  keywordCoverage: 1.536,
  wordsAsked: 0.5744,
  weightAsked: -0.8234,
  wordsBorneOut: 0.5441,
  borneOut: 2.574,
  weightiestLost: -1.3724,
  lost: 1.2365,
  attributeOfSubject: 0.5026,
  ownQuestion: 0.0678,
  onlyAsOf: -2.238,
  namesNobody: -1.0772,
  wantsFigure: -1.8166,
  givesFigure: 2.2894,
  passageRank: 1.5609,
};
