import type { Match } from './entry-match.ts';

/**
 * The model that says how likely an entry answers a question: logistic regression over the features of `Match`.
 * Made by `npm run fit:verdict`, which prints how it does on questions that it was not fitted on; not edited by hand.
 */
export const VERDICT_BIAS = -4.8988;

export const VERDICT_WEIGHTS: Readonly<Record<keyof Match, number>> = {
  coverage: 0.1990,
  confidence: 2.4255,
  keywordCoverage: 1.3329,
  wordsAsked: 0.4655,
  weightAsked: -1.2214,
  wordsBorneOut: 0.4392,
  borneOut: 2.9000,
  weightiestLost: -1.6139,
  lost: 1.1235,
  attributeOfSubject: 0.4463,
  ownQuestion: 0.3167,
  onlyAsOf: -1.8629,
  namesNobody: -0.9045,
  wantsFigure: -1.7888,
  givesFigure: 1.9916,
  passageRank: 1.5722,
};
