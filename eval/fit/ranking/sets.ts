import type { SearchDocument } from '../../../src/search/types.ts';
import { loadBeir } from '../../data/beir.ts';

/** One question with the passages that answer it and how well (0 is not at all). */
export interface Judged {
  readonly text: string;
  readonly relevant: ReadonlyMap<string, number>;
  /** The work that the first of those passages stands in; what folds are cut by. */
  readonly group: string;
}

/** A folder in BEIR's layout as the engine's documents. */
export interface TestSet {
  readonly name: string;
  readonly documents: readonly SearchDocument[];
  readonly questions: readonly Judged[];
  readonly unanswerable: readonly string[];
}

/** Throws a UsageError that names the file and the line. */
export function loadSet(folder: string): TestSet {
  const { name, passages, questions, unanswerable } = loadBeir(folder);
  const documents = passages.map(({ id, title, article, text }) => ({ id, group: article, title, text }));
  const groups = new Map(documents.map(({ id, group }) => [id, group]));
  return {
    name,
    documents,
    questions: questions.map(({ text, relevant }) => ({ text, relevant, group: groupOf(relevant, groups) })),
    unanswerable: unanswerable.map(({ text }) => text),
  };
}

function groupOf(relevant: ReadonlyMap<string, number>, groups: ReadonlyMap<string, string>): string {
  const [first = ''] = [...relevant].find(([, grade]) => grade > 0) ?? [];
  return groups.get(first) ?? '';
}
