import type { Match } from './entry-match.ts';

/**
 * The model that says how likely an entry answers a question: logistic regression over the features of `Match`.
 * Made by `npm run fit:verdict`, which prints how it does on questions that it was not fitted on; not edited by hand.
 */
export const VERDICT_BIAS = -4.7926;

export const VERDICT_WEIGHTS: Readonly<Record<keyof Match, number>> = {
  coverage: -0.7893,
  confidence: 1.4393,
  keywordCoverage: 1.5331,
  wordsAsked: 0.6609,
  weightAsked: -0.909,
  wordsBorneOut: 0.5076,
  borneOut: 2.7421,
  weightiestLost: -1.3919,
  lost: 1.3199,
  attributeOfSubject: 0.4976,
  ownQuestion: 0.0771,
  onlyAsOf: -2.2307,
  namesNobody: -1.0784,
  wantsFigure: -1.8297,
  givesFigure: 2.0325,
  passageRank: 1.5453,
};
