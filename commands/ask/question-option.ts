import { besideDrafts, draftsOf } from '../../src/answer/drafts.ts';
import type { Choice, Complete } from '../../src/bot/command.ts';
import { LIMITS } from '../../src/reply/limits.ts';

/** Questions that the facts answer, those that drafts do, then names that can be asked about. Free text is always accepted as well. */
export const completeQuestion: Complete = async (typed, { knowledge, messages }) => {
  const { completion } = knowledge;
  const questions = completion.questions(typed, LIMITS.choices);
  const drafted = (await draftsOf(knowledge)).find(typed, LIMITS.choices).flatMap(({ fact }) => fact.question ?? []);
  const terms =
    typed.trim() === '' ? [] : completion.terms(typed, 5).map(({ name }) => messages.plain('ask.about', { name }));
  const kept = besideDrafts(questions, drafted, (question) => question, typed).slice(0, LIMITS.choices - terms.length);
  return [...new Set([...kept, ...terms])].flatMap(choice);
};

/** A choice that would have to be cut would ask something else: it is left out. */
function choice(text: string): Choice[] {
  return text.length <= LIMITS.choiceText ? [{ name: text, value: text }] : [];
}
