import type { RankName, VerdictName } from './verdict-model.ts';

/**
 * Made by `npm run fit:verdict`, which prints how it does on questions that it was not fitted on; not edited by hand.
 * What the features are: `Match` in entry-match.ts, `Circumstances` in verdict-model.ts.
 */

/** An entry answers at this probability or more. */
export const ANSWERED = 0.635;

/** The order of the entries: a sum whose exponential is in proportion to an entry's chance to be the right one. */
export const RANK_WEIGHTS: Readonly<Record<RankName, number>> = {
  lessLikely: 1.336,
  against: 1.4015,
  likeness: 1.6862,
  held: 0.9185,
  pairAsked: 0.4633,
  kindAsked: 0.4073,
  unrelated: -2.7101,
  wordsBorneOut: 1.5082,
  passageRank: 1.2081,
  attributeNamed: 1.1775,
  keywordsBehind: 0.1723,
};

/** Whether the first entry answers: logistic regression. */
export const VERDICT_BIAS = -8.7676;

export const VERDICT_WEIGHTS: Readonly<Record<VerdictName, number>> = {
  lessLikely: -2.0569,
  against: 2.4731,
  held: 2.3085,
  holding: -2.2965,
  pairAsked: 0.8087,
  ownQuestion: 1.1704,
  strange: -3.0287,
  unrelated: -0.6221,
  strangest: 1.4577,
  strangestAsked: 1.023,
  kindNeverAsked: -2.0581,
  givesFigure: 1.6317,
  nobodyNew: -1.5239,
  names: -1.2191,
  namesUnsaid: -1.5405,
  borneOut: 3.1812,
  lost: 3.7343,
  weightiestLost: -1.9883,
  keywordCoverage: 3.0313,
  sure: 0.5708,
  agreeing: 4.2483,
  passageConfidence: 1.1531,
  passageCoverage: -1.8744,
  passageMissing: -3.1572,
  respelt: 5.8254,
  length: 2.4839,
  isKeywords: -0.1776,
  asksWhy: -0.1221,
  asksWhen: -2.125,
  asksWhere: 0.5135,
  asksHowMany: -2.7281,
};
