import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { ask } from '../answer/ask.ts';
import type { KnowledgeBase } from '../answer/knowledge-base.ts';
import { openKnowledge } from '../answer/prepared.ts';
import { messagesFor } from '../reply/messages.ts';
import { formatProblem } from '../reply/problem-text.ts';
import { packageRoot } from '../root.ts';
import { english } from '../text/languages/index.ts';
import { answerJson } from './answer-json.ts';
import { answerLine, answerText } from './answer-text.ts';
import { stop } from './stop.ts';

const USAGE = `Usage: npm run ask -- [--json] [--knowledge DIR] ["a question"]
  Without a question, reads one per line from standard input and prints one line for each.
  DIR is the folder above the collections: what "npm run intake -- FILE --into mine/notes" wrote is asked with
  --knowledge mine. Without it the material that comes with Footnote answers.`;

/** Answers in the terminal: one question in full, or many, a line each. */
async function main(): Promise<void> {
  const { json, knowledge, question } = readArguments();
  const library = await openLibrary(knowledge);
  if (question !== undefined) {
    print(json ? jsonLine(library, question) : answerText(ask(library, question), library.material, messagesFor('en')));
    return;
  }
  for await (const line of createInterface({ input: process.stdin })) {
    print(json ? jsonLine(library, line) : answerLine(ask(library, line), library.material));
  }
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, knowledge: { type: 'string' }, help: { type: 'boolean' } },
    });
    if (values.help) stop(USAGE, 0);
    const knowledge = values.knowledge === undefined ? resolve(packageRoot, 'knowledge') : resolve(values.knowledge);
    const question = positionals.length === 0 ? undefined : positionals.join(' ');
    return { json: values.json, knowledge, question };
  } catch (error) {
    return stop(`${error instanceof Error ? error.message : error}\n${USAGE}`, 2);
  }
}

async function openLibrary(dir: string): Promise<KnowledgeBase> {
  const { knowledge, problems } = await openKnowledge(dir, english);
  return problems.length > 0 ? stop(problems.map(formatProblem).join('\n'), 2) : knowledge;
}

function jsonLine(library: KnowledgeBase, question: string): string {
  const started = performance.now();
  const answer = ask(library, question);
  return JSON.stringify(answerJson(answer, library.material, performance.now() - started));
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

await main();
