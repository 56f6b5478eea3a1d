import { ANSWERED as PASSAGE_ANSWERED } from '../search/index.ts';
import { foreignTo, MATCH_NAMES, type Match } from './entry-match.ts';
import type { Candidate, Evidence } from './evidence.ts';
import type { FactEntry, Verdict } from './types.ts';
import { VERDICT_BIAS, VERDICT_WEIGHTS } from './verdict-weights.ts';

/** An entry answers at this probability or more; see `npm run fit:verdict` for what it costs either way. */
export const ANSWERED = 0.5;
/** How much more an entry is worth whose attribute and subject the question names, or that names whom it asks for. */
const ASKED_FOR = 0.4;
/** The material speaks of it where it holds this much of what the question asks, by weight. */
const CLOSE_COVERAGE = 0.3;
/** … and its facts with their passages hold this share of what it mentions, unless it names something they know. */
const CLOSE_MENTIONED = 0.4;
/** Beside the best entry, others are shown whose probability comes so near. */
const NEARLY_AS_GOOD = 0.85;

export interface Decision {
  readonly verdict: Verdict;
  /** To be shown, best first. */
  readonly entries: readonly FactEntry[];
  /** For `close`: what the question asks for that nothing found holds. */
  readonly missing: readonly string[];
}

/** From everything found to a verdict, and the entries that it rests on. */
export function decide(evidence: Evidence, isCovered: (passage: string) => boolean): Decision {
  const rated = rate(evidence.candidates);
  const answering = rated.filter(({ probability }) => probability >= ANSWERED);
  const [best] = answering;
  if (best) {
    const entries = answering
      .filter((each) => worth(each) >= worth(best) * NEARLY_AS_GOOD)
      .map(({ candidate }) => candidate.entry);
    return { verdict: 'answered', entries, missing: [] };
  }
  if (passageAnswers(evidence, isCovered)) return { verdict: 'answered', entries: [], missing: [] };
  return unanswered(evidence);
}

/** The model's probability that an entry answers, 0..1; none where something rules it out. */
export function answerProbability(match: Match): number {
  const sum = MATCH_NAMES.reduce((total, name) => total + VERDICT_WEIGHTS[name] * match[name], VERDICT_BIAS);
  return 1 / (1 + Math.exp(-sum));
}

/** The entries that nothing rules out, most likely to answer first. */
export function rate(candidates: readonly Candidate[]): { candidate: Candidate; probability: number }[] {
  return candidates
    .filter(({ obstacle }) => obstacle === undefined)
    .map((candidate) => ({ candidate, probability: candidate.isOwn ? 1 : answerProbability(candidate.match) }))
    .sort((a, b) => worth(b) - worth(a));
}

/** Of two that may answer, the one whose attribute and subject are asked for is shown first, even at a little less. */
export function worth({ candidate, probability }: { candidate: Candidate; probability: number }): number {
  return probability * (1 + ASKED_FOR * (candidate.match.attributeOfSubject + Number(candidate.namesWho)));
}

/** What the facts cover, they decide; of a passage that they say little or nothing of, the engine's confidence does. */
function passageAnswers({ hits }: Evidence, isCovered: (passage: string) => boolean): boolean {
  const [hit] = hits;
  return hit !== undefined && !isCovered(hit.id) && hit.confidence >= PASSAGE_ANSWERED && hit.missing.length === 0;
}

function unanswered(evidence: Evidence): Decision {
  if (!speaksOf(evidence)) return { verdict: 'absent', entries: [], missing: [] };
  const { question, candidates, hits } = evidence;
  // Another year or place than was asked for comes nearer than another kind of thing.
  const nearest = candidates.find(({ obstacle }) => obstacle !== 'kind' && obstacle !== 'nothing new') ?? candidates[0];
  const [hit] = hits;
  const isShown = nearest !== undefined && nearest.hit.coverage >= CLOSE_COVERAGE;
  return {
    verdict: 'close',
    entries: isShown ? [nearest.entry] : [],
    missing: isShown ? foreignTo(nearest.reading, question) : (hit?.missing ?? []),
  };
}

/** Near words alone do not make a subject: a name must be known, or some of what is mentioned must stand there as such. */
function speaksOf({ question, candidates, hits }: Evidence): boolean {
  const coverage = Math.max(candidates[0]?.hit.coverage ?? 0, hits[0]?.coverage ?? 0);
  if (coverage < CLOSE_COVERAGE) return false;
  const named = question.mentions.some(({ kind }) => kind === 'name');
  return named || candidates.length === 0 || candidates.some(({ match }) => match.borneOut >= CLOSE_MENTIONED);
}
