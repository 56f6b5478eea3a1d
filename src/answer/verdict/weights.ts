/**
 * Made by `npm run fit:verdict`, which prints how it does on questions that it was not fitted on; not edited by hand.
 * What the features are: features.ts.
 */

/** An entry answers at this probability or more. */
export const ANSWERED = 0.539;

/** The order of the entries: a sum whose exponential is in proportion to an entry's chance to be the right one. */
export const RANK_WEIGHTS = {
  lessLikely: 2.0571,
  held: 3.6858,
  unrelated: -2.8584,
  wordsSupported: 1.8443,
  passageRank: 1.0673,
};

/** Whether the first entry answers: logistic regression. */
export const VERDICT_BIAS = -6.1293;

export const VERDICT_WEIGHTS = {
  lessLikely: -2.052,
  against: 2.9046,
  pairAsked: 1.1335,
  kindNeverAsked: -1.9806,
  held: -0.3454,
  ownQuestion: 0.972,
  supported: 1.7473,
  unmatched: 2.5948,
  weightiestUnmatched: -2.6979,
  unseen: -2.5419,
  rarestUnseen: 1.3773,
  rarestUnseenAsked: 0.8477,
  noNewPerson: -1.9663,
  givesFigure: 1.9722,
  names: -0.9862,
  namesUnstated: -2.243,
  agreeing: 3.4128,
  passageConfidence: 1.5955,
  passageCoverage: -1.7435,
  passageMissing: -3.4221,
  corrected: 6.3182,
  length: 2.572,
  asksWhen: -2.3222,
  asksHowMany: -2.4517,
};
