import type { Choice, Complete } from '../../src/bot/command.ts';
import { LIMITS } from '../../src/reply/limits.ts';

/** Questions that the facts answer, then names that can be asked about. Free text is always accepted as well. */
export const completeQuestion: Complete = (typed, { knowledge: { completion }, messages }) => {
  const questions = completion.questions(typed, LIMITS.choices);
  const terms =
    typed.trim() === '' ? [] : completion.terms(typed, 5).map(({ name }) => messages.plain('ask.about', { name }));
  const kept = questions.slice(0, LIMITS.choices - terms.length);
  return [...new Set([...kept, ...terms])].flatMap(choice);
};

/** A choice that would have to be cut would ask something else: it is left out. */
function choice(text: string): Choice[] {
  return text.length <= LIMITS.choiceText ? [{ name: text, value: text }] : [];
}
