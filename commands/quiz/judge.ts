import { mark } from '../../src/study/marking/index.ts';
import type { Question } from '../../src/study/questions/types.ts';
import { readOrder } from '../../src/study/rounds/order.ts';

/** What an answer is worth. `accepted`: the form that was meant, where it was written otherwise. */
export interface Judged {
  readonly right: boolean;
  readonly accepted?: string | undefined;
}

/** A choice, counted from 0; undefined where the question has no such choice. */
export function judgeChoice(question: Question, choice: number): Judged | undefined {
  if (!('choices' in question) || question.choices[choice] === undefined) return undefined;
  return { right: question.right === choice };
}

/** What was typed; undefined where it is no order of the items. */
export function judgeTyped(question: Question, given: string): Judged | undefined {
  if ('answers' in question) return mark(question, given);
  if (!('items' in question)) return undefined;
  const order = readOrder(given, question.items.length);
  return order && { right: order.every((at, place) => question.right[place] === at) };
}
