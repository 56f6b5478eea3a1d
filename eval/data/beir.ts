import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { readJsonLines, readLines } from './lines.ts';
import type { Dataset, Passage, Question } from './types.ts';
import { UsageError } from './usage-error.ts';

const corpusLine = z.object({ _id: z.string(), title: z.string().default(''), text: z.string() });
const queryLine = z.object({ _id: z.string(), text: z.string() });

interface Judgement {
  readonly query: string;
  readonly passage: string;
  readonly grade: number;
}

/**
 * Reads a folder in BEIR's layout: corpus.jsonl, queries.jsonl, qrels/test.tsv and, where it is there,
 * unanswerable.jsonl. Questions without a relevant passage are left out, as BEIR does.
 * Throws a UsageError that names the file and the line.
 */
export function loadBeir(folder: string): Dataset {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new UsageError(`--beir ${folder}: no such folder`);
  const passages = readJsonLines(join(folder, 'corpus.jsonl'), corpusLine).map(toPassage);
  const queries = readJsonLines(join(folder, 'queries.jsonl'), queryLine);
  const judgements = readJudgements(join(folder, 'qrels', 'test.tsv'));
  const ids = new Set(passages.map((passage) => passage.id));
  const known = judgements.filter((judgement) => ids.has(judgement.passage));
  const questions = judged(queries, known);
  if (questions.length === 0) throw new UsageError(`${folder}: no question has a relevant passage`);
  const strays = judgements.length - known.length;
  return {
    name: basename(resolve(folder)),
    passages,
    synonyms: [],
    questions,
    unanswerable: readUnanswerable(join(folder, 'unanswerable.jsonl')),
    warnings: strays === 0 ? [] : [`${strays} judgements name passages that corpus.jsonl does not hold; left out`],
  };
}

function toPassage({ _id, title, text }: z.infer<typeof corpusLine>): Passage {
  return { id: _id, title, article: title || _id, text };
}

function readJudgements(file: string): Judgement[] {
  const lines = readLines(file);
  const header = lines[0]?.text.startsWith('query-id') ? 1 : 0;
  return lines.slice(header).map(({ text, number }) => {
    const [query, passage, grade, ...rest] = text.split('\t');
    if (!query || !passage || !grade || rest.length > 0 || !Number.isInteger(Number(grade))) {
      throw new UsageError(`${file}:${number}: expected query-id, corpus-id and a whole number, separated by tabs`);
    }
    return { query, passage, grade: Number(grade) };
  });
}

function judged(queries: readonly z.infer<typeof queryLine>[], judgements: readonly Judgement[]): Question[] {
  const byQuery = new Map<string, Map<string, number>>();
  for (const { query, passage, grade } of judgements) {
    const relevant = byQuery.get(query) ?? new Map<string, number>();
    byQuery.set(query, relevant.set(passage, grade));
  }
  return queries
    .map(({ _id, text }) => ({ id: _id, text, relevant: byQuery.get(_id) ?? new Map<string, number>() }))
    .filter((question) => [...question.relevant.values()].some((grade) => grade > 0));
}

function readUnanswerable(file: string): Question[] {
  if (!existsSync(file)) return [];
  return readJsonLines(file, queryLine).map(({ _id, text }) => ({ id: _id, text, relevant: new Map() }));
}
