import type { Question } from './types.ts';

/** The question as asked of those passages alone: it may have lost every passage that answers it. */
export function askedOf(passages: ReadonlySet<string>, question: Question): Question {
  const relevant = [...question.relevant].filter(([id, grade]) => grade > 0 && passages.has(id));
  return { ...question, relevant: new Map(relevant) };
}

export function isAnswerable(question: Question): boolean {
  return question.relevant.size > 0;
}
