import type { KnowledgeBase } from '../../src/answer/knowledge-base.ts';
import type { Complete } from '../../src/bot/command.ts';
import type { Source } from '../../src/material/types.ts';
import { truncate } from '../../src/reply/cut.ts';
import { LIMITS } from '../../src/reply/limits.ts';
import { completeScope } from '../ask/scope.ts';
import { completeSource, resolveSource } from '../sources/source-option.ts';

const SEPARATOR = ';';

/** Works with ";" between them: the last of them is completed, those before stay. */
export const completeSources: Complete = async (typed, context) => {
  const at = typed.lastIndexOf(SEPARATOR) + 1;
  const before = at === 0 ? '' : `${typed.slice(0, at).trim()} `;
  const complete = at === 0 ? completeScope : completeSource;
  const choices = await complete(typed.slice(at).trim(), context);
  return choices
    .map(({ name, value }) => ({ name: truncate(before + name, LIMITS.choiceText), value: before + value }))
    .filter(({ value }) => value.length <= LIMITS.choiceText);
};

/** The works that the option names, each once, and the first part of it that names none. */
export function resolveSources(
  text: string,
  knowledge: KnowledgeBase,
): { readonly sources: Source[]; readonly unknown: string | undefined } {
  const parts = text.split(SEPARATOR).filter((part) => part.trim() !== '');
  const found = parts.map((part) => resolveSource(part, knowledge));
  return {
    sources: [...new Set(found)].filter((source) => source !== undefined),
    unknown: parts[found.indexOf(undefined)],
  };
}
