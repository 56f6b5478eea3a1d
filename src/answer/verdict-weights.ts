import type { RankName, VerdictName } from './verdict-model.ts';

/**
 * Made by `npm run fit:verdict`, which prints how it does on questions that it was not fitted on; not edited by hand.
 * What the features are: `Match` in entry-match.ts, `Circumstances` in verdict-model.ts.
 */

/** An entry answers at this probability or more. */
export const ANSWERED = 0.650;

/** The order of the entries: a sum whose exponential is in proportion to an entry's chance to be the right one. */
export const RANK_WEIGHTS: Readonly<Record<RankName, number>> = {
  lessLikely: 1.3535,
  against: 1.4276,
  likeness: 1.6939,
  held: 0.8969,
  pairAsked: 0.4453,
  kindAsked: 0.4091,
  unrelated: -2.6878,
  wordsBorneOut: 1.5547,
  passageRank: 1.2436,
  attributeNamed: 1.2054,
};

/** Whether the first entry answers: logistic regression. */
export const VERDICT_BIAS = -8.8072;

export const VERDICT_WEIGHTS: Readonly<Record<VerdictName, number>> = {
  lessLikely: -2.082,
  against: 2.4433,
  held: 2.2775,
  holding: -2.3097,
  pairAsked: 0.8053,
  ownQuestion: 1.269,
  strange: -3.0427,
  unrelated: -0.5456,
  strangest: 1.4042,
  strangestAsked: 1.0618,
  kindNeverAsked: -2.0887,
  givesFigure: 1.6355,
  nobodyNew: -1.5486,
  names: -1.117,
  namesUnsaid: -1.5215,
  borneOut: 3.0342,
  lost: 3.6199,
  weightiestLost: -2.0394,
  keywordCoverage: 2.882,
  sure: 0.5043,
  agreeing: 4.5571,
  passageConfidence: 1.1651,
  passageCoverage: -1.9412,
  passageMissing: -2.9612,
  respelt: 5.7914,
  length: 2.4155,
  isKeywords: 0.0606,
  asksWhy: -0.0606,
  asksWhen: -2.1124,
  asksWhere: 0.5315,
  asksHowMany: -2.7229,
};
