import type { Match } from './entry-match.ts';

/**
 * The model that says how likely an entry answers a question: logistic regression over the features of `Match`.
 * Made by `npm run fit:verdict`, which prints how it does on questions that it was not fitted on; not edited by hand.
 */
export const VERDICT_BIAS = -4.9042;

export const VERDICT_WEIGHTS: Readonly<Record<keyof Match, number>> = {
  coverage: -0.7347,
  confidence: 1.457,
  keywordCoverage: 1.5191,
  wordsAsked: 0.7182,
  weightAsked: -0.9824,
  wordsBorneOut: 0.6061,
  borneOut: 2.4117,
  weightiestLost: -1.2709,
  lost: 1.2432,
  attributeOfSubject: 0.4831,
  ownQuestion: 0.0826,
  onlyAsOf: -2.194,
  namesNobody: -1.0832,
  wantsFigure: -1.8486,
  givesFigure: 2.0619,
  passageRank: 1.8656,
};
