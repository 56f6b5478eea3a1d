import type { Match } from './entry-match.ts';

/**
 * The model that says how likely an entry answers a question: logistic regression over the features of `Match`.
 * Made by `npm run fit:verdict`, which prints how it does on questions that it was not fitted on; not edited by hand.
 */
export const VERDICT_BIAS = -5.105;

export const VERDICT_WEIGHTS: Readonly<Record<keyof Match, number>> = {
  coverage: 0.0697,
  confidence: 0.5965,
  keywordCoverage: 1.996,
  wordsAsked: 0.3774,
  weightAsked: -1.0128,
  wordsBorneOut: 0.1079,
  borneOut: 2.3044,
  weightiestLost: -2.4736,
  lost: 1.3669,
  attributeOfSubject: 1.1283,
  ownQuestion: 0.7615,
  onlyAsOf: -2.597,
  namesNobody: -1.1498,
  wantsFigure: -0.717,
  passageRank: 2.2716,
};
