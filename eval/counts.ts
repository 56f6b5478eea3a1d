import { join } from 'node:path';
import { answerView } from '../commands/ask/view.ts';
import { ask } from '../src/answer/ask.ts';
import { createKnowledgeBase } from '../src/answer/knowledge-base.ts';
import { loadMaterial } from '../src/material/load.ts';
import { messagesFor } from '../src/reply/messages.ts';
import { packageRoot } from '../src/root.ts';
import { english } from '../src/text/languages/index.ts';
import { totalOf, watchAnalysers } from './counts/watch-analysers.ts';
import { percentile } from './data/metrics.ts';
import { readQuestions } from './data/question-set.ts';

/**
 * Prints how often texts are analysed: while the shipped knowledge base is built, and while one question is answered
 * and its reply made, for every question of the question sets. What was analysed while the knowledge base was built
 * counts as stored, all else as the question: as a whole, and each part of one that asks several things. Who is offered
 * other questions gets those that complete the empty text.
 */
const SETS = ['development', 'held-out', 'third', 'fresh'];

interface QuestionCalls {
  readonly question: number;
  readonly empty: number;
  readonly stored: number;
}

const takeCalls = watchAnalysers();
const knowledge = createKnowledgeBase(loadMaterial(join(packageRoot, 'knowledge')).value, { language: english });
const built = takeCalls();
print('building the shipped knowledge base');
print(`  calls                  ${totalOf(built)}`);
print(`  texts                  ${built.size}`);
print(`  calls for one text     at most ${Math.max(0, ...built.values())}`);

const questions = SETS.flatMap((name) => readQuestions(join(packageRoot, 'tests', 'questions', `${name}.json`)));
const asked = questions.map(({ question }) => callsOf(question));
print(`one /ask, of ${asked.length} questions`);
report(
  'on the question',
  asked.map(({ question }) => question),
);
report(
  'on the empty text',
  asked.map(({ empty }) => empty),
);
report(
  'on stored texts',
  asked.map(({ stored }) => stored),
);

function callsOf(text: string): QuestionCalls {
  takeCalls();
  const answer = ask(knowledge, text);
  answerView(answer, {
    material: knowledge.material,
    messages: messagesFor('en'),
    isPrivate: answer.verdict !== 'answered',
  });
  const calls = takeCalls();
  const empty = answer.question === '' ? 0 : (calls.get('') ?? 0);
  const stored = [...calls].filter(([each]) => each !== answer.question && each !== '' && built.has(each));
  const ofStored = stored.reduce((sum, [, count]) => sum + count, 0);
  return { question: totalOf(calls) - ofStored - empty, empty, stored: ofStored };
}

function report(what: string, counts: readonly number[]): void {
  print(`  ${what.padEnd(22)} median ${percentile(0.5, counts)}, at most ${Math.max(0, ...counts)}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
