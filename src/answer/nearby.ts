import type { EntryHit } from './candidates/entry-index.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import type { Nearby } from './types.ts';

const MAX_QUESTIONS = 5;
const MAX_TERMS = 3;
/** So many of the entries found say what is near. */
const MAX_ENTRIES = 20;

/** What the material does hold that comes nearest to a question it does not answer; of some works alone where those were asked for. */
export function nearbyTo(knowledge: KnowledgeBase, found: readonly EntryHit[], sources?: ReadonlySet<string>): Nearby {
  const hits = found.slice(0, MAX_ENTRIES);
  const asked = new Set(hits.flatMap(({ entry }) => entry.rows.flatMap((row) => row.question ?? [])));
  const subjects = new Set(hits.map(({ entry }) => entry.subject));
  const terms = knowledge.material.terms.filter(({ name }) => subjects.has(name)).slice(0, MAX_TERMS);
  // Nothing of other works where some were asked for.
  const questions =
    asked.size > 0 || sources !== undefined ? [...asked] : knowledge.completion.questions('', MAX_QUESTIONS);
  return { questions: questions.slice(0, MAX_QUESTIONS), terms };
}
