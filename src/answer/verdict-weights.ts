import type { Match } from './entry-match.ts';

/**
 * The model that says how likely an entry answers a question: logistic regression over the features of `Match`.
 * Made by `npm run fit:verdict`, which prints how it does on questions that it was not fitted on; not edited by hand.
 */
export const VERDICT_BIAS = -4.726;

export const VERDICT_WEIGHTS: Readonly<Record<keyof Match, number>> = {
  coverage: 0.2994,
  confidence: 2.2717,
  keywordCoverage: 1.5592,
  wordsAsked: 0.2749,
  weightAsked: -0.7414,
  wordsBorneOut: 0.4509,
  borneOut: 2.4153,
  weightiestLost: -2.3773,
  lost: 1.3485,
  attributeOfSubject: 0.588,
  ownQuestion: 0.3008,
  identity: 0.5243,
  onlyAsOf: -2.5005,
  namesNobody: -0.9673,
  wantsFigure: -0.9877,
  passageRank: 1.5933,
};
