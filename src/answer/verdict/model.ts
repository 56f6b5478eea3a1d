import type { Candidate, Candidates } from '../candidates/gather.ts';
import { RANK_FEATURES, type Ranked, type RankName, VERDICT_FEATURES, type VerdictName } from './features.ts';
import { RANK_WEIGHTS, VERDICT_BIAS, VERDICT_WEIGHTS } from './weights.ts';

/** Candidates in order, best first: those whose own question it is before all others. */
export function rank(
  candidates: readonly Candidate[],
  found: Candidates,
  weights: Readonly<Record<RankName, number>> = RANK_WEIGHTS,
): Ranked[] {
  return candidates
    .map((candidate) => ({ candidate, score: rankScore(candidate, found, weights) }))
    .sort((a, b) => Number(b.candidate.isOwn) - Number(a.candidate.isOwn) || b.score - a.score);
}

function rankScore(candidate: Candidate, found: Candidates, weights: Readonly<Record<RankName, number>>): number {
  return RANK_FEATURES.reduce((sum, { name, compute }) => sum + weights[name] * compute(candidate, found), 0);
}

/** The probability that the first of the entries answers, 0..1; 1 where the table itself says so. */
export function answerProbability(ranked: readonly Ranked[], found: Candidates): number {
  const [first] = ranked;
  if (!first) return 0;
  if (first.candidate.isOwn) return 1;
  const standing = { first, ranked, found };
  const odds = VERDICT_FEATURES.reduce(
    (sum, { name, compute }) => sum + VERDICT_WEIGHTS[name] * compute(standing),
    VERDICT_BIAS,
  );
  return 1 / (1 + Math.exp(-odds));
}

/** What the verdict's model weighs, by name. Exposed for fitting; `ranked` must not be empty. */
export function verdictFeatures(ranked: readonly Ranked[], found: Candidates): Readonly<Record<VerdictName, number>> {
  const [first] = ranked;
  if (!first) throw new Error('A verdict needs an entry.');
  const standing = { first, ranked, found };
  return Object.fromEntries(VERDICT_FEATURES.map(({ name, compute }) => [name, compute(standing)])) as Record<
    VerdictName,
    number
  >;
}
