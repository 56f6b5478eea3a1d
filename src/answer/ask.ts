import type { Passage } from '../material/types.ts';
import type { Hit, QueryWord, Span } from '../search/types.ts';
import { ofSource } from './candidates/entries.ts';
import { gatherCandidates } from './candidates/gather.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { nearbyTo } from './nearby.ts';
import { cleanQuestion } from './question/clean.ts';
import type { Answer, AskOptions, Excerpt, FactEntry, Respelling } from './types.ts';
import { decide } from './verdict/decide.ts';

const MAX_EXCERPTS = 5;
const MAX_ENTRIES = 3;

/** A question becomes an answer: facts and passages are found, what they are worth is decided, the rest is told. */
export function ask(knowledge: KnowledgeBase, text: string, { source }: AskOptions = {}): Answer {
  const question = cleanQuestion(text);
  const found = gatherCandidates(knowledge, question, source);
  const { verdict, entries: chosen, likely, missing } = decide(found, knowledge.coverageOf);
  const entries = chosen.slice(0, MAX_ENTRIES).map((entry) => ofSource(entry, source));
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
        : chooseExcerpts(knowledge, found.hits, isSure || missing.length > 0 ? entries : [], nearest),
    missing: missing.map((word) => asTyped(word, question)),
    respelt: respellings(found.words),
    nearby: isSure ? { questions: [], terms: [] } : nearbyTo(knowledge, found.facts, source),
  };
}

/** The entry that a text comes nearest to, as far as the fact table holds any of it. */
export function nearestEntry(knowledge: KnowledgeBase, text: string): FactEntry | undefined {
  const { candidates } = gatherCandidates(knowledge, cleanQuestion(text));
  // Names of attributes are typed rather than questions: the search's own order, which the candidates are in, knows them.
  return (candidates.find(({ rejection }) => rejection === undefined) ?? candidates[0])?.entry;
}

/**
 * Passages that support the first fact shown come first, in their order; then the one that the search puts first, those
 * of the likeliest facts, and what else the search found, by rank.
 */
function chooseExcerpts(
  knowledge: KnowledgeBase,
  hits: readonly Hit[],
  shown: readonly FactEntry[],
  likely: readonly FactEntry[],
): Excerpt[] {
  const found = new Map(hits.map((hit) => [hit.id, hit]));
  const [first, ...others] = hits.map(({ id }) => id);
  const bearing = shown.slice(0, 1).flatMap(passagesOf);
  const ids = new Set([...bearing, ...(first === undefined ? [] : [first]), ...likely.flatMap(passagesOf), ...others]);
  return distinct([...ids].flatMap((id) => knowledge.material.passages.get(id) ?? []))
    .slice(0, MAX_EXCERPTS)
    .map((passage) => {
      const { marks = [], window = [0, 0] as Span, confidence = 0 } = found.get(passage.id) ?? {};
      return { passage, source: knowledge.source(passage), marks, window, score: confidence };
    });
}

/** Each text once: two editions of a work hold the same paragraphs. */
function distinct(passages: readonly Passage[]): Passage[] {
  const seen = new Set<string>();
  return passages.filter(({ text }) => !seen.has(text) && seen.add(text));
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
  return words.filter(({ as }) => as === 'corrected').map(({ typed, taken }) => ({ typed, taken }));
}
