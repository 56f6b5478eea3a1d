import type { AskOptions } from '../../src/answer/types.ts';
import type { Complete, Context } from '../../src/bot/command.ts';
import { contentRef } from '../../src/material/refs.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { completeSource, resolveSource } from '../sources/source-option.ts';

/** What `source` says beside works: nothing is searched before the rest. */
const EVERYTHING = 'everything';
/** Where `source` says nothing. */
const CHANNEL = 'channel';

/** Works; where the channel is tied to some, before them what widens the search. */
export const completeScope: Complete = async (typed, context) => {
  const works = await completeSource(typed, context);
  const { tied, messages } = context;
  if (tied === undefined) return works;
  const everything = { name: messages.plain('ask.everything'), value: EVERYTHING };
  const begun = typed.trim().toLowerCase();
  const isMeant = [everything.name, everything.value].some((name) => name.toLowerCase().startsWith(begun));
  return isMeant ? [everything, ...works] : works;
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

/**
 * The works to keep to where nothing ranks what is found: the one that is named, else the channel's. `sources` is
 * undefined for all; the whole is undefined where no work is of that name.
 */
export function worksOf(
  source: string | undefined,
  context: Pick<Context, 'knowledge' | 'messages' | 'tied'>,
): { readonly sources: ReadonlySet<string> | undefined } | undefined {
  const scope = scopeOf(source, context);
  return scope && { sources: scope.source === undefined ? scope.first : new Set([scope.source]) };
}

/** How a button keeps what `source` said: the channel's works, everything, or the work that it named. */
export function scopeWord(source: string | undefined, context: Pick<Context, 'knowledge' | 'messages'>): string {
  if (source === undefined) return CHANNEL;
  return isEverything(source, context.messages)
    ? EVERYTHING
    : contentRef(resolveSource(source, context.knowledge)?.id ?? '');
}

/** What `source` said, read back. */
export const scopeOfWord = (word: string): string | undefined => (word === CHANNEL ? undefined : word);

/** Chosen, or typed in the language that the choice was shown in. */
export function isEverything(text: string, messages: Messages): boolean {
  return [EVERYTHING, messages.plain('ask.everything').toLowerCase()].includes(text.trim().toLowerCase());
}
