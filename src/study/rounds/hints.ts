import type { ChoiceQuestion, Question, TypedQuestion } from '../questions/types.ts';

/** What a hint shows: choices that are not right, an answer with some of its letters, or what comes first. */
export type Hint =
  | { readonly kind: 'choices'; readonly wrong: ReadonlySet<number> }
  | { readonly kind: 'letters'; readonly letters: string }
  | { readonly kind: 'first'; readonly item: string };

/** How many hints there can be: none between two choices, since one would be the answer. */
export function hintsOf(question: Question): number {
  if ('choices' in question) return question.choices.length > 2 ? 1 : 0;
  return 'items' in question ? 1 : 2;
}

/** What `count` hints have shown; undefined for none. */
export function hintOf(question: Question, count: number): Hint | undefined {
  if (count === 0) return undefined;
  if ('choices' in question) return { kind: 'choices', wrong: wrongHalf(question) };
  if ('items' in question) return { kind: 'first', item: question.items[question.right[0] ?? 0] ?? '' };
  return { kind: 'letters', letters: letters(question, count) };
}

/** Half of the choices, none of them right. Which of them differs from question to question, so that it says nothing. */
function wrongHalf({ id, choices, right }: ChoiceQuestion): ReadonlySet<number> {
  const wrong = choices.map((_, at) => at).filter((at) => at !== right);
  const start = [...id].reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 7) % 9973;
  const count = Math.floor(choices.length / 2);
  return new Set(Array.from({ length: count }, (_, i) => wrong[(start + i) % wrong.length] as number));
}

/** The first letter of each word, then every other letter; "_" for the others. */
function letters({ answers: [answer = ''] }: TypedQuestion, count: number): string {
  return answer.replace(/[\p{L}\p{N}\p{M}]+/gu, (word) =>
    [...word].map((letter, at) => (at === 0 || (count > 1 && at % 2 === 0) ? letter : '_')).join(''),
  );
}
