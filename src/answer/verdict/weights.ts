/**
 * Made by `npm run fit:verdict`, which prints how it does on questions that it was not fitted on; not edited by hand.
 * What the features are: features.ts.
 */

/** An entry answers at this probability or more. */
export const ANSWERED = 0.549;

/** The order of the entries: a sum whose exponential is in proportion to an entry's chance to be the right one. */
export const RANK_WEIGHTS = {
  lessLikely: 2.3452,
  held: 3.4304,
  unrelated: -3.6507,
  passageRank: 1.2915,
};

/** Whether the first entry answers: logistic regression. */
export const VERDICT_BIAS = -3.628;

export const VERDICT_WEIGHTS = {
  against: 2.217,
  pairAsked: 0.9827,
  kindNeverAsked: -1.9706,
  weightiestUnmatched: -2.952,
  rarestUnseen: 0.7728,
  noNewPerson: -2.2115,
  givesFigure: 1.58,
  namesUnstated: -3.3417,
  agreeing: 3.222,
  passageConfidence: 1.4613,
  passageCoverage: -1.6094,
  passageMissing: -4.3562,
  corrected: 5.8793,
  length: 2.1119,
  asksWhen: -2.2673,
  asksHowMany: -2.006,
};
