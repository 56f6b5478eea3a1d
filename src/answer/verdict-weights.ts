import type { Match } from './entry-match.ts';

/**
 * The model that says how likely an entry answers a question: logistic regression over the features of `Match`.
 * Made by `npm run fit:verdict`, which prints how it does on questions that it was not fitted on; not edited by hand.
 */
export const VERDICT_BIAS = -4.7575;

export const VERDICT_WEIGHTS: Readonly<Record<keyof Match, number>> = {
  coverage: -0.5875,
  confidence: 1.3138,
  keywordCoverage: 1.3272,
  wordsAsked: 0.2665,
  weightAsked: -0.7101,
  wordsBorneOut: 0.6611,
  borneOut: 2.8199,
  weightiestLost: -1.3976,
  lost: 1.1761,
  attributeOfSubject: 0.5267,
  ownQuestion: 0.0428,
  onlyAsOf: -2.9737,
  namesNobody: -1.149,
  namesNothing: 0,
  wantsFigure: -1.0697,
  givesFigure: 1.2937,
  passageRank: 1.4952,
  behind: 0,
  lessLikely: 0,
  likelihood: 0,
  against: 0,
  likeness: 0,
  held: 0,
  holding: 0,
  strange: 0,
  unheard: 0,
};
