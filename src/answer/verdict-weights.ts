import type { Match } from './entry-match.ts';

/**
 * The model that says how likely an entry answers a question: logistic regression over the features of `Match`.
 * Made by `npm run fit:verdict`, which prints how it does on questions that it was not fitted on; not edited by hand.
 */
export const VERDICT_BIAS = -4.9096;

export const VERDICT_WEIGHTS: Readonly<Record<keyof Match, number>> = {
  coverage: -0.7429,
  confidence: 1.4694,
  keywordCoverage: 1.5116,
  wordsAsked: 0.653,
  weightAsked: -0.9517,
  wordsBorneOut: 0.5773,
  borneOut: 2.5295,
  weightiestLost: -1.3461,
  lost: 1.3438,
  attributeOfSubject: 0.4951,
  ownQuestion: 0.088,
  onlyAsOf: -2.1859,
  namesNobody: -1.0726,
  wantsFigure: -1.8604,
  givesFigure: 2.0403,
  passageRank: 1.8066,
};
