import { resolve } from 'node:path';
import { ask } from '../src/answer/ask.ts';
import { createKnowledgeBase } from '../src/answer/knowledge-base.ts';
import type { Answer } from '../src/answer/types.ts';
import { stop } from '../src/cli/stop.ts';
import { loadMaterial } from '../src/material/load.ts';
import { formatProblem } from '../src/reply/problem-text.ts';
import { packageRoot } from '../src/root.ts';
import { english } from '../src/text/languages/index.ts';
import { type Question, readQuestions } from './data/question-set.ts';

/**
 * Puts the question sets to the shipped material with each work in turn searched first, and prints how many questions are
 * answered from the wrong work, and how many rightly, beside a search of that work alone and of all.
 */

const { value: material, problems } = loadMaterial(resolve(packageRoot, 'knowledge'));
if (problems.length > 0) stop(problems.map(formatProblem).join('\n'), 2);
const library = createKnowledgeBase(material, { language: english });
const questions = ['development', 'held-out', 'third', 'fresh'].flatMap((name) =>
  readQuestions(resolve(packageRoot, 'tests', 'questions', `${name}.json`)),
);
const answerable = questions.filter(({ passages }) => passages.length > 0);

for (const source of material.sources.keys()) {
  const first = new Set([source]);
  const isOwn = ({ passages }: Question) => passages.some((id) => material.passages.get(id)?.source === source);
  const own = answerable.filter(isOwn);
  const others = answerable.filter((question) => !isOwn(question));
  const alone = (question: string) => ask(library, question, { source });
  const tied = (question: string) => ask(library, question, { first });
  const wrongly = (answerOf: (question: string) => Answer) =>
    others.filter((question) => {
      const answer = answerOf(question.question);
      return answer.verdict === 'answered' && answer.reach !== 'beyond' && !isRight(answer, question);
    }).length;
  const rightly = (answerOf: (question: string) => Answer) =>
    own.filter((question) => isRight(answerOf(question.question), question)).length;
  console.log(`${source} is searched first`);
  console.log(`  ${others.length} questions that others answer, answered wrongly from it: ${wrongly(tied)}`);
  console.log(`    … if it were searched alone: ${wrongly(alone)}`);
  console.log(`  ${own.length} questions that it answers, rightly answered: ${rightly(tied)}`);
  console.log(`    … if all were searched: ${rightly((question) => ask(library, question))}`);
}

/** What stands first in the answer is of the right passage. */
function isRight({ verdict, entries: [entry], excerpts: [excerpt] }: Answer, { passages }: Question): boolean {
  const shown = entry ? entry.rows.flatMap((row) => row.passages) : [excerpt?.passage.id];
  return verdict === 'answered' && shown.some((id) => id !== undefined && passages.includes(id));
}
