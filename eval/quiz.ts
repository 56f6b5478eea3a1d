import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createKnowledgeBase } from '../src/answer/knowledge-base.ts';
import { stop } from '../src/cli/stop.ts';
import { ENGLISH_CITATIONS } from '../src/material/cite.ts';
import { loadMaterial } from '../src/material/load.ts';
import { formatProblem } from '../src/reply/problem-text.ts';
import { packageRoot } from '../src/root.ts';
import { MODES, makeQuestions } from '../src/study/questions/index.ts';
import type { Question } from '../src/study/questions/types.ts';
import { english } from '../src/text/languages/index.ts';
import { auditQuestions } from './quiz/audit.ts';
import { formatQuestion } from './quiz/format.ts';

/**
 * Makes every question of a folder of collections with many seeds, and prints what is wrong in them; `--show 30` prints
 * questions to be judged instead.
 */

const ALL = 100_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '100' },
    show: { type: 'string' },
    seed: { type: 'string', default: '1' },
    source: { type: 'string' },
  },
});
const { value: material, problems } = loadMaterial(resolve(positionals[0] ?? resolve(packageRoot, 'knowledge')));
if (problems.length > 0) stop(problems.map(formatProblem).join('\n'), 2);
const knowledge = createKnowledgeBase(material, { language: english });
const options = {
  words: ENGLISH_CITATIONS,
  ...(values.source === undefined ? {} : { sources: new Set([values.source]) }),
};

if (values.show !== undefined) {
  const count = Number(values.show);
  const questions = makeQuestions(knowledge, { ...options, count, seed: Number(values.seed) });
  print(questions.map((question, at) => `${at + 1}. ${formatQuestion(question, material)}`).join('\n\n'));
} else {
  const rounds = Array.from({ length: Number(values.rounds) }, (_, at) => at + 1);
  // A mode at a time, so that each entry is asked for in all of them.
  const made = MODES.flatMap((mode) => rounds.map((seed) => round(mode, seed)));
  const again = MODES.every((mode) => {
    const [first, second] = [round(mode, 1), round(mode, 1)];
    return JSON.stringify(first) === JSON.stringify(second);
  });
  print(auditQuestions(made.flat(), knowledge));
  print(`same seed, same round: ${again ? 'yes' : 'NO'}`);
}

function round(mode: Question['mode'], seed: number): readonly Question[] {
  return makeQuestions(knowledge, { ...options, modes: [mode], count: ALL, seed });
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
