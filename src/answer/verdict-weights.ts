import type { Match } from './entry-match.ts';

/**
 * The model that says how likely an entry answers a question: logistic regression over the features of `Match`.
 * Made by `npm run fit:verdict`, which prints how it does on questions that it was not fitted on; not edited by hand.
 */
export const VERDICT_BIAS = -4.7732;

export const VERDICT_WEIGHTS: Readonly<Record<keyof Match, number>> = {
  coverage: -0.8168,
  confidence: 1.4425,
  keywordCoverage: 1.528,
  wordsAsked: 0.6878,
  weightAsked: -0.9161,
  wordsBorneOut: 0.4765,
  borneOut: 2.7325,
  weightiestLost: -1.3939,
  lost: 1.2955,
  attributeOfSubject: 0.4937,
  ownQuestion: 0.0463,
  onlyAsOf: -2.2389,
  namesNobody: -1.0858,
  wantsFigure: -1.8265,
  givesFigure: 2.0364,
  passageRank: 1.5833,
};
