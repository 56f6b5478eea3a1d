import type { TypedQuestion } from '../questions/types.ts';
import { sameDate } from './dates.ts';
import { sameList } from './lists.ts';
import { sameNumber } from './numbers.ts';
import { isNear } from './spelling.ts';
import { plain, withoutComma, withoutSpaces } from './words.ts';

export interface Marked {
  readonly right: boolean;
  /** The accepted form, where the answer is not that word for word. */
  readonly accepted?: string;
}

/** Longer answers are not looked at, in UTF-16 units. */
const MAX_GIVEN = 300;

/**
 * Whether a typed answer is one of the question's. Case, accents, punctuation, articles, "&" and numbers in words make no
 * difference; long words may have a letter or two wrong, numbers and dates none. A list's items may stand in any order.
 */
export function mark(question: TypedQuestion, given: string): Marked {
  const typed = given.trim().slice(0, MAX_GIVEN);
  const [first] = question.answers;
  if (first === undefined || plain(typed) === '') return { right: false };
  const accepted = question.answers.find((answer) => isSame(answer, typed, question));
  if (accepted === undefined) return { right: false };
  return question.answers.includes(typed) ? { right: true } : { right: true, accepted };
}

function isSame(answer: string, given: string, { kind, unlike = [] }: TypedQuestion): boolean {
  switch (kind) {
    case 'number':
      return sameNumber(answer, given);
    case 'date':
      return sameDate(answer, given);
    case 'list':
      return sameList(answer, given, (one, other) => sameWords(one, other, unlike));
    default:
      return sameWords(answer, given, unlike);
  }
}

function sameWords(answer: string, given: string, unlike: readonly string[]): boolean {
  const forms = [given, withoutComma(given)].map(plain);
  const wanted = [answer, answer.replace(/\s*\([^)]*\)/g, '')].map(plain);
  const isExact = forms.some((form) =>
    wanted.some((want) => form === want || withoutSpaces(form) === withoutSpaces(want)),
  );
  if (isExact) return true;
  const others = unlike.map(plain);
  return forms.some((form) => !others.includes(form) && wanted.some((want) => isNear(form, want, others)));
}
