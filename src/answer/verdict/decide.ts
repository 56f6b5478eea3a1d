import { ANSWERED as PASSAGE_ANSWERED } from '../../search/index.ts';
import type { Candidate, Candidates } from '../candidates/gather.ts';
import { share } from '../candidates/overlap.ts';
import type { FactCoverage } from '../knowledge-base.ts';
import type { ParsedQuestion } from '../question/parsed-question.ts';
import type { FactEntry, Verdict } from '../types.ts';
import { doubtOf, speaksOf, standsFirmly } from './anchor.ts';
import type { Ranked } from './features.ts';
import { answerProbability, rank } from './model.ts';
import { foreignTo } from './rejection.ts';
import { ANSWERED } from './weights.ts';

/** A fact is near where it holds this much of what the question asks, by weight. */
const CLOSE_COVERAGE = 0.3;
/** A passage answers no question of which so much, by weight, stands nowhere or may have been misread. */
const MAX_DOUBT = 0.5;
/** So many entries lead to their passages. */
const LIKELY = 3;
/** A fact is shown as near where it, with its passages, holds this share of what is mentioned, or that much by weight. */
const MOSTLY_MENTIONED = 0.5;
/** Beside the best one, others count whose chance to be the right one comes so near. */
export const NEARLY_AS_GOOD = 0.5;

type CoverageOf = (passage: string) => FactCoverage;

export interface Decision {
  readonly verdict: Verdict;
  /** To be shown, best first. */
  readonly entries: readonly FactEntry[];
  /** Those that most likely answer, best first, shown or not: their passages are worth a look. */
  readonly likely: readonly FactEntry[];
  /** What the question asks for that nothing shown holds; for `absent`, the names that nothing in the material holds. */
  readonly missing: readonly string[];
}

/** From everything found to a verdict, and the entries that it rests on. */
export function decide(all: Candidates, coverageOf: CoverageOf): Decision {
  const found = withoutForeignFacts(all, coverageOf);
  const possible = rank(
    found.candidates.filter(({ rejection }) => rejection === undefined),
    found,
  );
  const likely = possible.slice(0, LIKELY).map(({ candidate }) => candidate.entry);
  const answer = answerProbability(possible, found);
  if (!isReversed(found) && unknownNames(found).length === 0 && answer >= ANSWERED) {
    return { verdict: 'answered', entries: best(possible), likely, missing: [] };
  }
  if (passageAnswers(found, coverageOf)) return { verdict: 'answered', entries: [], likely: [], missing: [] };
  return { ...unanswered(found, coverageOf, answer), likely };
}

/** Where names change places in one entry, what is asked is the reverse: its neighbours do not answer that either. */
function isReversed({ candidates }: Candidates): boolean {
  return candidates.some(({ rejection }) => rejection === 'roles');
}

/** Names that stand nowhere in the material, nor another one for them; as typed, in lower case. */
function unknownNames({ words }: Candidates): string[] {
  const unknown = words.filter(({ as, presence }) => as === 'unknown' && presence === 0);
  // Who asks of one thing alone names it, capital or not.
  return unknown.filter(({ isName }) => isName || words.length === 1).map(({ typed }) => typed);
}

/**
 * Where a passage that the facts say nothing of holds as much of the question as any of them, they are about something
 * else: beside a whole library of other works, one collection's facts must not answer what those tell.
 */
export function withoutForeignFacts(found: Candidates, coverageOf: CoverageOf): Candidates {
  const { candidates, hits } = found;
  const [hit] = hits;
  if (!hit || coverageOf(hit.id) !== 'none' || candidates.some(({ isOwn }) => isOwn)) return found;
  const held = Math.max(0, ...candidates.filter(({ rejection }) => !rejection).map((each) => each.hit.coverage));
  return hit.coverage >= held ? { ...found, candidates: [] } : found;
}

/** The first entry, and those that are nearly as good; where it is the table's own question, those of which it is. */
function best(ranked: readonly Ranked[]): FactEntry[] {
  const [first] = ranked;
  if (!first) return [];
  return ranked
    .filter(({ candidate, score }) =>
      first.candidate.isOwn ? candidate.isOwn : Math.exp(score - first.score) >= NEARLY_AS_GOOD,
    )
    .map(({ candidate }) => candidate.entry);
}

/** What the facts cover, they decide; of a passage that they say little or nothing of, the engine's confidence does. */
function passageAnswers({ hits, words }: Candidates, coverageOf: CoverageOf): boolean {
  const [hit] = hits;
  return (
    hit !== undefined &&
    coverageOf(hit.id) !== 'whole' &&
    hit.confidence >= PASSAGE_ANSWERED &&
    doubtOf(words) < MAX_DOUBT &&
    standsFirmly(words) &&
    !hit.lacksAnswer &&
    hit.missing.length === 0
  );
}

function unanswered(found: Candidates, coverageOf: CoverageOf, answer: number): Omit<Decision, 'likely'> {
  const unknown = unknownNames(found);
  if (!isSpokenOf(found, coverageOf, answer)) return { verdict: 'absent', entries: [], missing: unknown };
  const { question, hits } = found;
  const nearest = nearestOf(found);
  const isShown = nearest !== undefined && unknown.length === 0 && holdsEnough(nearest, question);
  return {
    verdict: 'close',
    entries: isShown ? [nearest.entry] : [],
    missing: isShown ? foreignTo(nearest.parsed, question) : missingInAll(hits),
  };
}

/** So many passages are shown as the closest ones: what one of them holds is not missing. */
const MAX_CLOSEST = 5;

function missingInAll([first, ...others]: Candidates['hits']): readonly string[] {
  const rest = others.slice(0, MAX_CLOSEST - 1);
  return first?.missing.filter((word) => rest.every(({ missing }) => missing.includes(word))) ?? [];
}

function holdsEnough({ hit, parsed }: Candidate, { mentions }: ParsedQuestion): boolean {
  return hit.coverage >= CLOSE_COVERAGE || share(mentions, parsed.supported) >= MOSTLY_MENTIONED;
}

/** Another year or place than was asked for comes nearer than another kind of thing. */
function nearestOf(found: Candidates): Candidate | undefined {
  const ranked = rank(found.candidates, found).map(({ candidate }) => candidate);
  return ranked.find(({ rejection }) => rejection !== 'kind' && rejection !== 'nothing new') ?? ranked[0];
}

/** Whether what is searched speaks of the question at all: by a name that it knows, or by what was found. */
function isSpokenOf(
  { question, candidates, hits: [hit], words, terms }: Candidates,
  coverageOf: CoverageOf,
  answer: number,
) {
  if (question.mentions.some(({ kind, isCommon }) => kind === 'name' && !isCommon)) return true;
  const isTold = candidates.length > 0 && hit !== undefined && coverageOf(hit.id) !== 'none';
  return speaksOf({ words, hit, terms, answer: isTold ? answer : undefined });
}
