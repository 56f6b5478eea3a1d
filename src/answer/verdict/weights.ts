/**
 * Made by `npm run fit:verdict`, which prints how it does on questions that it was not fitted on; not edited by hand.
 * What the features are: features.ts.
 */

/** An entry answers at this probability or more. */
export const ANSWERED = 0.565;

/** The order of the entries: a sum whose exponential is in proportion to an entry's chance to be the right one. */
export const RANK_WEIGHTS = {
  lessLikely: 2.3255,
  held: 3.384,
  unrelated: -3.714,
  passageRank: 1.2519,
};

/** Whether the first entry answers: logistic regression. */
export const VERDICT_BIAS = -3.673;

export const VERDICT_WEIGHTS = {
  against: 2.2014,
  pairAsked: 0.9655,
  kindNeverAsked: -1.9599,
  weightiestUnmatched: -3.0838,
  rarestUnseen: 0.7963,
  noNewPerson: -2.1581,
  givesFigure: 1.6028,
  namesUnstated: -3.3455,
  agreeing: 3.2212,
  passageConfidence: 1.1884,
  passageCoverage: -1.4177,
  passageMissing: -3.9679,
  corrected: 5.8979,
  length: 2.1438,
  asksWhen: -2.2823,
  asksHowMany: -1.997,
};
