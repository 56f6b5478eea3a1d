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
export const VERDICT_BIAS = -7.9431;

export const VERDICT_WEIGHTS: Readonly<Record<VerdictName, number>> = {
  lessLikely: -1.9888,
  against: 2.9786,
  held: 2.1097,
  holding: -1.9993,
  pairAsked: 0.8366,
  ownQuestion: 1.306,
  strange: -2.9955,
  unrelated: -0.5222,
  strangest: 1.2544,
  strangestAsked: 1.4174,
  kindNeverAsked: -2.1211,
  givesFigure: 1.7867,
  nobodyNew: -1.754,
  names: -1.2858,
  namesUnsaid: -1.3775,
  borneOut: 2.525,
  lost: 3.5306,
  weightiestLost: -2.8839,
  keywordCoverage: 2.3901,
  sure: 0.0492,
  agreeing: 4.4486,
  passageConfidence: 1.4348,
  passageCoverage: -2.2944,
  passageMissing: -2.8003,
  respelt: 5.9908,
  length: 2.5864,
  isKeywords: 0.3963,
  asksWhy: 0.3073,
  asksWhen: -2.0485,
  asksWhere: 0.7588,
  asksHowMany: -2.4978,
};
