import type { AskOptions } from '../../src/answer/types.ts';
import type { Complete, Context } from '../../src/bot/command.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { completeSource, resolveSource } from '../sources/source-option.ts';

/** What `source` says beside works: nothing is searched before the rest. */
const EVERYTHING = 'everything';

/** Works; where the channel is tied to some, those stand first, and before them what widens the search. */
export const completeScope: Complete = async (typed, context) => {
  const works = await completeSource(typed, context);
  const { tied, messages } = context;
  if (tied === undefined) return works;
  const everything = { name: messages.plain('ask.everything'), value: EVERYTHING };
  const begun = typed.trim().toLowerCase();
  const isMeant = [everything.name, everything.value].some((name) => name.toLowerCase().startsWith(begun));
  const isTied = ({ value }: { readonly value: string }) => tied.has(resolveSource(value, context.knowledge)?.id ?? '');
  const [own, others] = [works.filter(isTied), works.filter((work) => !isTied(work))];
  return [...(isMeant ? [everything] : []), ...own, ...others];
};

/** Where a question is asked: in the work that is named, else in the channel's works first. Undefined where none is of that name. */
export function scopeOf(
  source: string | undefined,
  { knowledge, messages, tied }: Pick<Context, 'knowledge' | 'messages' | 'tied'>,
): AskOptions | undefined {
  if (source === undefined) return { first: tied };
  if (isEverything(source, messages)) return {};
  const work = resolveSource(source, knowledge);
  return work && { source: work.id };
}

/** Chosen, or typed in the language that the choice was shown in. */
function isEverything(text: string, messages: Messages): boolean {
  return [EVERYTHING, messages.plain('ask.everything').toLowerCase()].includes(text.trim().toLowerCase());
}
