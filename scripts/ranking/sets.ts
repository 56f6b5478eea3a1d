import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { SearchDocument } from '../../src/search/types.ts';

/** One question with the passages that answer it and how well (0 is not at all). */
export interface Judged {
  readonly text: string;
  readonly relevant: ReadonlyMap<string, number>;
  /** The work that the first of those passages stands in; what folds are cut by. */
  readonly group: string;
}

/** A folder in the BEIR layout: corpus.jsonl, queries.jsonl, qrels/test.tsv, perhaps unanswerable.jsonl. */
export interface TestSet {
  readonly name: string;
  readonly documents: readonly SearchDocument[];
  readonly questions: readonly Judged[];
  readonly unanswerable: readonly string[];
}

interface Row {
  readonly _id: string;
  readonly title?: string;
  readonly text: string;
}

function rows(file: string): Row[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Row);
}

export function loadSet(folder: string): TestSet {
  const name = basename(folder);
  const documents = rows(join(folder, 'corpus.jsonl')).map(({ _id, title = '', text }) => ({
    id: _id,
    group: title === '' ? `${name} ${_id}` : title,
    title,
    text,
  }));
  const groupOf = new Map(documents.map(({ id, group }) => [id, group]));
  const judgements = new Map<string, Map<string, number>>();
  for (const line of readFileSync(join(folder, 'qrels', 'test.tsv'), 'utf8')
    .split('\n')
    .slice(1)) {
    const [query, document, grade] = line.split('\t');
    if (query === undefined || document === undefined || Number(grade) <= 0) continue;
    const known = judgements.get(query) ?? new Map<string, number>();
    judgements.set(query, known.set(document, Number(grade)));
  }
  const questions = rows(join(folder, 'queries.jsonl')).flatMap(({ _id, text }) => {
    const relevant = judgements.get(_id);
    if (relevant === undefined || relevant.size === 0) return [];
    return [{ text, relevant, group: groupOf.get([...relevant.keys()][0] ?? '') ?? '' }];
  });
  const extra = join(folder, 'unanswerable.jsonl');
  return { name, documents, questions, unanswerable: existsSync(extra) ? rows(extra).map(({ text }) => text) : [] };
}
