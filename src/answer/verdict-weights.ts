import type { RankName, VerdictName } from './verdict-model.ts';

/**
 * Made by `npm run fit:verdict`, which prints how it does on questions that it was not fitted on; not edited by hand.
 * What the features are: `Match` in entry-match.ts, `Circumstances` in verdict-model.ts.
 */

/** An entry answers at this probability or more. */
export const ANSWERED = 0.604;

/** The order of the entries: a sum whose exponential is in proportion to an entry's chance to be the right one. */
export const RANK_WEIGHTS: Readonly<Record<RankName, number>> = {
  lessLikely: 1.254,
  against: 1.3871,
  likeness: 1.0452,
  held: 1.6603,
  pairAsked: 0.4408,
  kindAsked: 0.4474,
  unrelated: -2.9386,
  wordsBorneOut: 1.6391,
  passageRank: 1.0463,
  attributeNamed: 1.3096,
  keywordsBehind: 0.1849,
};

/** Whether the first entry answers: logistic regression. */
export const VERDICT_BIAS = -7.6961;

export const VERDICT_WEIGHTS: Readonly<Record<VerdictName, number>> = {
  lessLikely: -2.277,
  against: 2.7435,
  held: 1.9878,
  holding: -2.0737,
  pairAsked: 0.8664,
  ownQuestion: 1.684,
  strange: -3.279,
  unrelated: -0.7004,
  strangest: 1.4252,
  strangestAsked: 1.2481,
  kindNeverAsked: -1.8633,
  givesFigure: 1.7107,
  nobodyNew: -1.2411,
  names: -1.3327,
  namesUnsaid: -0.9549,
  borneOut: 2.4574,
  lost: 3.1577,
  weightiestLost: -1.8419,
  keywordCoverage: 2.6744,
  sure: 0.5962,
  agreeing: 3.5339,
  passageConfidence: 1.2673,
  passageCoverage: -2.0621,
  passageMissing: -2.8167,
  respelt: 6.1831,
  length: 2.6133,
  isKeywords: 0.1366,
  asksWhy: 0.0355,
  asksWhen: -2.2342,
  asksWhere: 0.6732,
  asksHowMany: -2.6247,
};
