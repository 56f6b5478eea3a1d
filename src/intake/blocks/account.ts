import type { Account, OmittedText } from '../types.ts';
import { countLetters } from './letters.ts';
import { oneLine } from './normalise.ts';
import type { Block, Omission, OmissionReason } from './types.ts';

/** Lines of omitted text that are kept to be shown, for each reason, and the longest of them in characters. */
const MAX_LINES = 100;
const MAX_LINE = 200;

/** Where a file's text went. `characters` defaults to what was kept and omitted together. */
export function accountOf(blocks: readonly Block[], omissions: readonly Omission[], characters?: number): Account {
  const kept = lettersOf(blocks);
  const byReason = new Map<OmissionReason, string[]>();
  for (const { reason, text } of omissions) {
    if (countLetters(text) === 0) continue;
    const texts = byReason.get(reason);
    if (texts) texts.push(text);
    else byReason.set(reason, [text]);
  }
  const omitted = [...byReason].map(([reason, texts]) => summary(reason, texts));
  const left = omitted.reduce((sum, part) => sum + part.characters, 0);
  return { characters: characters ?? kept + left, kept, omitted };
}

/** Letters and digits of texts together. */
export const lettersOf = (texts: readonly { readonly text: string }[]): number =>
  texts.reduce((sum, { text }) => sum + countLetters(text), 0);

function summary(reason: OmissionReason, texts: readonly string[]): OmittedText {
  const lines = texts.flatMap((text) => text.split('\n').map(oneLine)).filter((line) => countLetters(line) > 0);
  return {
    reason,
    characters: texts.reduce((sum, text) => sum + countLetters(text), 0),
    lines: lines.length,
    shown: lines.slice(0, MAX_LINES).map((line) => line.slice(0, MAX_LINE)),
  };
}

/** The blocks of the first list that the second no longer has, as what became details of the work. */
export function detailsBetween(before: readonly Block[], after: readonly Block[]): Omission[] {
  const left = new Map<string, number>();
  for (const { text } of after) left.set(text, (left.get(text) ?? 0) + 1);
  return before.flatMap(({ text }): Omission[] => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count > 0 ? [] : [{ reason: 'details', text }];
  });
}
