/**
 * Made by `npm run fit:verdict`, which prints how it does on questions that it was not fitted on; not edited by hand.
 * What the features are: `Match` in entry-match.ts, `Circumstances` in model.ts.
 */

/** An entry answers at this probability or more. */
export const ANSWERED = 0.607;

/** The order of the entries: a sum whose exponential is in proportion to an entry's chance to be the right one. */
export const RANK_WEIGHTS = {
  lessLikely: 1.4378,
  against: 1.5446,
  likeness: 0.8231,
  held: 1.6297,
  pairAsked: 0.3644,
  kindAsked: 0.5399,
  unrelated: -3.0032,
  wordsSupported: 1.4076,
  passageRank: 0.9819,
  attributeNamed: 1.3976,
  keywordsBehind: 0.1558,
};

/** Whether the first entry answers: logistic regression. */
export const VERDICT_BIAS = -7.9691;

export const VERDICT_WEIGHTS = {
  lessLikely: -1.9873,
  against: 2.9639,
  held: 2.1016,
  holding: -2.0135,
  pairAsked: 0.8408,
  ownQuestion: 1.3215,
  unseen: -3.004,
  unrelated: -0.5279,
  rarestUnseen: 1.2667,
  rarestUnseenAsked: 1.4403,
  kindNeverAsked: -2.1213,
  givesFigure: 1.7737,
  noNewPerson: -1.7798,
  names: -1.2872,
  namesUnstated: -1.3666,
  supported: 2.5192,
  unmatched: 3.5151,
  weightiestUnmatched: -2.888,
  keywordCoverage: 2.3977,
  sure: 0.0536,
  agreeing: 4.4473,
  passageConfidence: 1.3666,
  passageCoverage: -2.2265,
  passageMissing: -2.8246,
  corrected: 6.0438,
  length: 2.5989,
  isKeywords: 0.3865,
  asksWhy: 0.3039,
  asksWhen: -2.0533,
  asksWhere: 0.7594,
  asksHowMany: -2.499,
};
