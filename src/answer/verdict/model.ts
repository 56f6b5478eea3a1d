import type { Hit } from '../../search/index.ts';
import type { Match } from '../candidates/entry-match.ts';
import type { Candidate, Candidates } from '../candidates/gather.ts';
import { RANK_WEIGHTS, VERDICT_BIAS, VERDICT_WEIGHTS } from './weights.ts';

/** What puts entries in order. */
export const RANK_NAMES = [
  'lessLikely',
  'against',
  'likeness',
  'held',
  'pairAsked',
  'kindAsked',
  'unrelated',
  'wordsSupported',
  'passageRank',
  'attributeNamed',
  'keywordsBehind',
] as const satisfies readonly (keyof Match)[];

const OF_MATCH = [
  'lessLikely',
  'against',
  'held',
  'holding',
  'pairAsked',
  'ownQuestion',
  'unseen',
  'unrelated',
  'rarestUnseen',
  'rarestUnseenAsked',
  'kindNeverAsked',
  'givesFigure',
  'noNewPerson',
  'names',
  'namesUnstated',
  'supported',
  'unmatched',
  'weightiestUnmatched',
  'keywordCoverage',
] as const satisfies readonly (keyof Match)[];

/** What tells whether the first entry answers, beside how it matches: how sure its place is, and what is asked. */
interface Circumstances {
  /** The first entry's share of the chances of all entries to be first, and that of the entries of its passages. */
  readonly sure: number;
  readonly agreeing: number;
  /** What the passage search says of the best of its passages. */
  readonly passageConfidence: number;
  readonly passageCoverage: number;
  /** Names and numbers that the passage found first lacks, up to 1 at three. */
  readonly passageMissing: number;
  /** Share of the question that was taken for near spellings; ln(1 + informative words). */
  readonly corrected: number;
  readonly length: number;
  /** 1 where the question is of that kind, or keywords alone. */
  readonly isKeywords: number;
  readonly asksWhy: number;
  readonly asksWhen: number;
  readonly asksWhere: number;
  readonly asksHowMany: number;
}

const OF_CIRCUMSTANCES = [
  'sure',
  'agreeing',
  'passageConfidence',
  'passageCoverage',
  'passageMissing',
  'corrected',
  'length',
  'isKeywords',
  'asksWhy',
  'asksWhen',
  'asksWhere',
  'asksHowMany',
] as const satisfies readonly (keyof Circumstances)[];

export const VERDICT_NAMES = [...OF_MATCH, ...OF_CIRCUMSTANCES] as const;

export type RankName = (typeof RANK_NAMES)[number];
export type VerdictName = (typeof VERDICT_NAMES)[number];

/** A candidate with its place in the order: larger is better, e to its power is in proportion to its chance to be first. */
export interface Ranked {
  readonly candidate: Candidate;
  readonly score: number;
}

/** Candidates in order, best first: those whose own question it is before all others. */
export function inOrder(candidates: readonly Candidate[], weights: Readonly<Record<RankName, number>>): Ranked[] {
  return candidates
    .map((candidate) => ({ candidate, score: rankScore(candidate.match, weights) }))
    .sort((a, b) => Number(b.candidate.isOwn) - Number(a.candidate.isOwn) || b.score - a.score);
}

export function rank(candidates: readonly Candidate[]): Ranked[] {
  return inOrder(candidates, RANK_WEIGHTS);
}

function rankScore(match: Match, weights: Readonly<Record<RankName, number>>): number {
  return RANK_NAMES.reduce((sum, name) => sum + weights[name] * match[name], 0);
}

/** The probability that the first of the entries answers, 0..1; 1 where the table itself says so. */
export function answerProbability(ranked: readonly Ranked[], found: Candidates): number {
  const [first] = ranked;
  if (!first) return 0;
  if (first.candidate.isOwn) return 1;
  const features = verdictFeatures(ranked, found);
  const odds = VERDICT_NAMES.reduce((sum, name) => sum + VERDICT_WEIGHTS[name] * features[name], VERDICT_BIAS);
  return 1 / (1 + Math.exp(-odds));
}

/** What the verdict's model weighs. `ranked` must not be empty. */
export function verdictFeatures(ranked: readonly Ranked[], found: Candidates): Readonly<Record<VerdictName, number>> {
  const [first] = ranked;
  if (!first) throw new Error('A verdict needs an entry.');
  return { ...first.candidate.match, ...circumstances(first, ranked, found) };
}

function circumstances(first: Ranked, ranked: readonly Ranked[], { question, hits }: Candidates): Circumstances {
  const passages = passagesOf(first);
  const hit = hits.find(({ id }) => passages.has(id));
  const { kind } = question;
  return {
    ...sureness(first, ranked, passages),
    passageConfidence: hit?.confidence ?? 0,
    passageCoverage: hit?.coverage ?? 0,
    passageMissing: missingOf(hits),
    corrected: question.correctedShare,
    length: Math.log(1 + question.length),
    isKeywords: Number(question.isKeywords),
    asksWhy: Number(kind === 'reason'),
    asksWhen: Number(kind === 'date'),
    asksWhere: Number(kind === 'place'),
    asksHowMany: Number(kind === 'number'),
  };
}

function sureness(
  first: Ranked,
  ranked: readonly Ranked[],
  passages: ReadonlySet<string>,
): Pick<Circumstances, 'sure' | 'agreeing'> {
  const chance = ({ score }: Ranked) => Math.exp(score - first.score);
  const sum = (some: readonly Ranked[]) => some.reduce((total, each) => total + chance(each), 0);
  const all = sum(ranked);
  const agreeing = ranked.filter((each) => [...passagesOf(each)].some((id) => passages.has(id)));
  return { sure: 1 / all, agreeing: sum(agreeing) / all };
}

function passagesOf({ candidate }: Ranked): ReadonlySet<string> {
  return new Set(candidate.entry.rows.flatMap(({ passages }) => passages));
}

function missingOf([hit]: readonly Hit[]): number {
  return Math.min(1, (hit?.missing.length ?? 0) / 3);
}
