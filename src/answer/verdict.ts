import type { Hit, QueryWord } from '../search/types.ts';
import type { EntryHit } from './entry-index.ts';
import type { FactEntry, Verdict } from './types.ts';

/** Everything found for a question. */
export interface Evidence {
  readonly question: string;
  readonly entries: readonly EntryHit[];
  readonly entryWords: readonly QueryWord[];
  readonly hits: readonly Hit[];
  readonly words: readonly QueryWord[];
}

/** An entry answers where it holds this much of what the question asks, by weight. */
const ENTRY_COVERAGE = 0.75;
/** A passage answers where its confidence is at least this. */
const PASSAGE_CONFIDENCE = 0.5;
/** Below this the material does not speak of it at all. */
const CLOSE_COVERAGE = 0.4;

export function decide(evidence: Evidence): { verdict: Verdict; missing: readonly string[] } {
  const [entry] = evidence.entries;
  const [hit] = evidence.hits;
  if (answeringEntries(evidence, 'answered').length > 0) return { verdict: 'answered', missing: [] };
  if (hit && hit.confidence >= PASSAGE_CONFIDENCE) return { verdict: 'answered', missing: [] };
  const coverage = Math.max(entry?.hit.coverage ?? 0, hit?.coverage ?? 0);
  if (coverage < CLOSE_COVERAGE) return { verdict: 'absent', missing: [] };
  return { verdict: 'close', missing: hit?.missing ?? entry?.hit.missing ?? [] };
}

/** The entries to show: those that answer, or for `close` the one that comes nearest. */
export function answeringEntries({ entries }: Evidence, verdict: Verdict): FactEntry[] {
  const enough = verdict === 'close' ? CLOSE_COVERAGE : ENTRY_COVERAGE;
  return entries
    .filter(({ hit }) => hit.coverage >= enough && (verdict === 'close' || hit.missing.length === 0))
    .map(({ entry }) => entry);
}
