import type { Hit, QueryWord, Span } from '../search/types.ts';
import { ofSource } from './entries.ts';
import { gatherEvidence } from './evidence.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { nearbyTo } from './nearby.ts';
import { cleanQuestion } from './question.ts';
import type { Answer, AskOptions, Excerpt, FactEntry, Respelling } from './types.ts';
import { decide } from './verdict.ts';

const MAX_EXCERPTS = 5;
const MAX_ENTRIES = 3;

/** A question becomes an answer: facts and passages are found, what they are worth is decided, the rest is told. */
export function ask(library: KnowledgeBase, text: string, { source }: AskOptions = {}): Answer {
  const question = cleanQuestion(text);
  const evidence = gatherEvidence(library, question, source);
  const { verdict, entries: found, likely, missing } = decide(evidence, library.coverageOf);
  const entries = found.slice(0, MAX_ENTRIES).map((entry) => ofSource(entry, source));
  const nearest = likely.map((entry) => ofSource(entry, source));
  const isSure = verdict === 'answered';
  return {
    question,
    verdict,
    entries,
    // An unsure fact must not push the passage out that the search thinks best; one shown for its other year must stand by it.
    excerpts:
      verdict === 'absent'
        ? []
        : chooseExcerpts(library, evidence.hits, isSure || missing.length > 0 ? entries : [], nearest),
    missing: missing.map((word) => asTyped(word, question)),
    respelt: respellings(evidence.words),
    nearby: isSure ? { questions: [], terms: [] } : nearbyTo(library, question, source),
  };
}

/** The entry that a text comes nearest to, as far as the fact table holds any of it. */
export function nearestEntry(library: KnowledgeBase, text: string): FactEntry | undefined {
  const { candidates } = gatherEvidence(library, cleanQuestion(text));
  // Names of attributes are typed rather than questions: the search's own order, which the candidates are in, knows them.
  return (candidates.find(({ obstacle }) => obstacle === undefined) ?? candidates[0])?.entry;
}

/**
 * Passages that bear out the first fact shown come first, in their order; then the one that the search puts first, those
 * of the likeliest facts, and what else the search found, by rank.
 */
function chooseExcerpts(
  library: KnowledgeBase,
  hits: readonly Hit[],
  shown: readonly FactEntry[],
  likely: readonly FactEntry[],
): Excerpt[] {
  const found = new Map(hits.map((hit) => [hit.id, hit]));
  const [first, ...others] = hits.map(({ id }) => id);
  const bearing = shown.slice(0, 1).flatMap(passagesOf);
  const ids = new Set([...bearing, ...(first === undefined ? [] : [first]), ...likely.flatMap(passagesOf), ...others]);
  return [...ids]
    .flatMap((id) => {
      const passage = library.material.passages.get(id);
      if (!passage) return [];
      const { marks = [], window = [0, 0] as Span, confidence = 0 } = found.get(id) ?? {};
      return [{ passage, source: library.source(passage), marks, window, score: confidence }];
    })
    .slice(0, MAX_EXCERPTS);
}

function passagesOf({ sides }: FactEntry): string[] {
  return sides.flatMap(({ rows }) => rows.flatMap(({ passages }) => passages));
}

/** The engine folds words; people read them as they wrote them. */
function asTyped(word: string, question: string): string {
  const at = question.toLowerCase().indexOf(word);
  return at === -1 ? word : question.slice(at, at + word.length);
}

function respellings(words: readonly QueryWord[]): Respelling[] {
  return words.filter(({ as }) => as === 'respelt').map(({ typed, taken }) => ({ typed, taken }));
}
