import type { RankName, VerdictName } from './verdict-model.ts';

/**
 * Made by `npm run fit:verdict`, which prints how it does on questions that it was not fitted on; not edited by hand.
 * What the features are: `Match` in entry-match.ts, `Circumstances` in verdict-model.ts.
 */

/** An entry answers at this probability or more. */
export const ANSWERED = 0.606;

/** The order of the entries: a sum whose exponential is in proportion to an entry's chance to be the right one. */
export const RANK_WEIGHTS: Readonly<Record<RankName, number>> = {
  lessLikely: 1.4382,
  against: 1.5454,
  likeness: 0.8224,
  held: 1.6306,
  pairAsked: 0.3661,
  kindAsked: 0.5396,
  unrelated: -3.0028,
  wordsBorneOut: 1.4058,
  passageRank: 0.9829,
  attributeNamed: 1.3978,
  keywordsBehind: 0.1558,
};

/** Whether the first entry answers: logistic regression. */
export const VERDICT_BIAS = -7.9564;

export const VERDICT_WEIGHTS: Readonly<Record<VerdictName, number>> = {
  lessLikely: -1.9878,
  against: 2.9654,
  held: 2.1091,
  holding: -2.0148,
  pairAsked: 0.8372,
  ownQuestion: 1.32,
  strange: -3.0023,
  unrelated: -0.5212,
  strangest: 1.2643,
  strangestAsked: 1.441,
  kindNeverAsked: -2.1221,
  givesFigure: 1.7732,
  nobodyNew: -1.7661,
  names: -1.2827,
  namesUnsaid: -1.3647,
  borneOut: 2.5203,
  lost: 3.5145,
  weightiestLost: -2.9113,
  keywordCoverage: 2.3975,
  sure: 0.0472,
  agreeing: 4.4508,
  passageConfidence: 1.3554,
  passageCoverage: -2.2333,
  passageMissing: -2.8351,
  respelt: 6.0337,
  length: 2.5961,
  isKeywords: 0.3905,
  asksWhy: 0.3057,
  asksWhen: -2.0502,
  asksWhere: 0.7619,
  asksHowMany: -2.4981,
};
