import type { Material } from '../../src/material/load.ts';
import type { Question } from '../../src/study/questions/types.ts';

/** A question with its answer and the passages that bear it out, as lines of text. */
export function formatQuestion(question: Question, { passages }: Material): string {
  const cited = question.passages.map((id) => `   ${id}: ${passages.get(id)?.text ?? ''}`);
  return [`[${question.mode}] ${question.prompt}`, ...answerLines(question), ...cited].join('\n');
}

function answerLines(question: Question): string[] {
  if ('items' in question) return question.right.map((at) => `   ${at + 1}) ${question.items[at]}`);
  if ('answers' in question) return [`   = ${question.answers.join(' | ')} (${question.kind})`];
  return question.choices.map((choice, at) => `   ${at === question.right ? '*' : '-'} ${choice}`);
}
