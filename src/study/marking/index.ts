import { fold } from '../../text/fold.ts';
import type { TypedQuestion } from '../questions/types.ts';

export interface Marked {
  readonly right: boolean;
  /** The accepted form, where the answer is not that word for word. */
  readonly accepted?: string;
}

/** Whether a typed answer is one of the question's, apart from case, accents, punctuation and articles. */
export function mark(question: TypedQuestion, given: string): Marked {
  const wanted = plain(given);
  const accepted = question.answers.find((answer) => plain(answer) === wanted);
  if (accepted === undefined || wanted === '') return { right: false };
  return accepted === given.trim() ? { right: true } : { right: true, accepted };
}

function plain(text: string): string {
  return fold(text)
    .replace(/&/g, ' and ')
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/[^\p{L}\p{N}.]+|\.(?!\d)/gu, ' ')
    .replace(/^\s*(the|an|a)\s+/, '')
    .trim();
}
