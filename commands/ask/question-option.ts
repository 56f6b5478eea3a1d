import { besideDrafts } from '../../src/answer/drafts.ts';
import type { Choice, Complete } from '../../src/bot/command.ts';
import { LIMITS } from '../../src/reply/limits.ts';
import { offeredDrafts } from './drafted.ts';

/**
 * Questions that the facts answer, those that drafts do, then names that can be asked about; those of the channel's works
 * first. Free text is always accepted as well.
 */
export const completeQuestion: Complete = async (typed, context) => {
  const { messages, tied } = context;
  const { completion } = context.knowledge;
  const drafts = await offeredDrafts(context);
  const terms =
    typed.trim() === '' ? [] : completion.terms(typed, 5).map(({ name }) => messages.plain('ask.about', { name }));
  const first = tied ? questionsIn(tied) : [];
  const kept = [...new Set([...first, ...questionsIn()])].slice(0, LIMITS.choices - terms.length);
  return [...new Set([...kept, ...terms])].flatMap(choice);

  function questionsIn(sources?: ReadonlySet<string>): string[] {
    const questions = completion.questions(typed, LIMITS.choices, sources);
    const drafted = drafts.find(typed, LIMITS.choices, sources);
    const asked = drafted.flatMap(({ fact }) => fact.question ?? []);
    return besideDrafts(questions, asked, (question) => question, typed);
  }
};

/** A choice that would have to be cut would ask something else: it is left out. */
function choice(text: string): Choice[] {
  return text.length <= LIMITS.choiceText ? [{ name: text, value: text }] : [];
}
