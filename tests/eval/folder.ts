import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder with those files, removed when the test is over. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** A small set in BEIR's layout: three articles of two passages, a question on each passage, one without an answer. */
export const SMALL_SET = {
  'corpus.jsonl': [
    { _id: 'p1', title: 'Bees', text: 'Honey bees dance to tell others where nectar is.' },
    { _id: 'p2', title: 'Bees', text: 'A queen lays up to two thousand eggs a day.' },
    { _id: 'p3', title: 'Bridges', text: 'Suspension bridges hang their deck from cables.' },
    { _id: 'p4', title: 'Bridges', text: 'Arches carry weight outward to the abutments.' },
    { _id: 'p5', title: 'Tides', text: 'The moon pulls the oceans into two bulges.' },
    { _id: 'p6', title: 'Tides', text: 'Spring tides follow the new and the full moon.' },
  ]
    .map((line) => JSON.stringify(line))
    .join('\n'),
  'queries.jsonl': [
    { _id: 'q1', text: 'Why do honey bees dance?' },
    { _id: 'q2', text: 'How many eggs does a queen lay?' },
    { _id: 'q3', text: 'What do suspension bridges hang from?' },
    { _id: 'q4', text: 'Where do arches carry weight?' },
    { _id: 'q5', text: 'What pulls the oceans into bulges?' },
    { _id: 'q6', text: 'When do spring tides occur?' },
    { _id: 'q7', text: 'Is this question judged?' },
  ]
    .map((line) => JSON.stringify(line))
    .join('\n'),
  'qrels/test.tsv': [
    'query-id\tcorpus-id\tscore',
    ...[1, 2, 3, 4, 5, 6].map((number) => `q${number}\tp${number}\t1`),
    'q1\tp2\t0',
  ].join('\n'),
  'unanswerable.jsonl': `${JSON.stringify({ _id: 'u1', text: 'Who kept the first bees in Ireland?' })}\n`,
} as const;
