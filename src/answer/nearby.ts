import type { KnowledgeBase } from './knowledge-base.ts';
import type { Nearby } from './types.ts';

const QUESTIONS = 5;
const TERMS = 3;

/** What the material does hold that comes nearest to a question it does not answer; of one work alone where that was asked for. */
export function nearbyTo(library: KnowledgeBase, question: string, source?: string): Nearby {
  const hits = library.entries.search(question, { limit: 20, ...(source === undefined ? {} : { source }) }).hits;
  const asked = new Set(hits.flatMap(({ entry }) => entry.rows.flatMap((row) => row.question ?? [])));
  const subjects = new Set(hits.map(({ entry }) => entry.subject));
  const terms = library.material.terms.filter(({ name }) => subjects.has(name)).slice(0, TERMS);
  // Nothing of other works where one was asked for.
  const questions = asked.size > 0 || source !== undefined ? [...asked] : library.completion.questions('', QUESTIONS);
  return { questions: questions.slice(0, QUESTIONS), terms };
}
