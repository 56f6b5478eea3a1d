import type { Match } from './entry-match.ts';

/**
 * The model that says how likely an entry answers a question: logistic regression over the features of `Match`.
 * Made by `npm run fit:verdict`, which prints how it does on questions that it was not fitted on; not edited by hand.
 */
export const VERDICT_BIAS = -4.7411;

export const VERDICT_WEIGHTS: Readonly<Record<keyof Match, number>> = {
  coverage: -0.7819,
  confidence: 1.4108,
  keywordCoverage: 1.5286,
  wordsAsked: 0.5971,
  weightAsked: -0.8257,
  wordsBorneOut: 0.5239,
  borneOut: 2.6605,
  weightiestLost: -1.3702,
  lost: 1.2784,
  attributeOfSubject: 0.5164,
  ownQuestion: 0.0614,
  onlyAsOf: -2.2331,
  namesNobody: -1.0721,
  wantsFigure: -1.8056,
  givesFigure: 2.2803,
  passageRank: 1.5475,
};
