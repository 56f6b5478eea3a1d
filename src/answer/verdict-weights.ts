import type { RankName, VerdictName } from './verdict-model.ts';

/**
 * Made by `npm run fit:verdict`, which prints how it does on questions that it was not fitted on; not edited by hand.
 * What the features are: `Match` in entry-match.ts, `Circumstances` in verdict-model.ts.
 */

/** An entry answers at this probability or more. */
export const ANSWERED = 0.740;

/** The order of the entries: a sum whose exponential is in proportion to an entry's chance to be the right one. */
export const RANK_WEIGHTS: Readonly<Record<RankName, number>> = {
  lessLikely: 1.5347,
  against: 1.5035,
  likeness: 1.2643,
  held: 2.0787,
  pairAsked: 0.4635,
  kindAsked: 0.3658,
  unrelated: -3.1454,
  wordsBorneOut: 1.7204,
  passageRank: 1.2335,
};

/** Whether the first entry answers: logistic regression. */
export const VERDICT_BIAS = -8.3056;

export const VERDICT_WEIGHTS: Readonly<Record<VerdictName, number>> = {
  lessLikely: -2.1349,
  against: 2.5599,
  holding: -0.9422,
  ownQuestion: 1.8247,
  strange: -2.6266,
  unrelated: -0.1222,
  strangest: 0.9155,
  strangestAsked: 0.7313,
  kindNeverAsked: -1.9355,
  givesFigure: 2.1913,
  nobodyNew: -1.5784,
  names: -0.8205,
  namesUnsaid: -1.262,
  borneOut: 2.9158,
  lost: 4.3053,
  weightiestLost: -1.1151,
  keywordCoverage: 3.5303,
  sure: 0.9747,
  agreeing: 3.7508,
  passageConfidence: 1.2193,
  passageCoverage: -1.7981,
  passageMissing: -3.6524,
  respelt: 4.1563,
  length: 2.4914,
  isKeywords: -0.6252,
  asksWhy: -0.0219,
  asksWhen: -1.9325,
  asksWhere: 1.004,
  asksHowMany: -2.6523,
};
