import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { Added, AddResult } from '../../src/guilds/types.ts';
import { formatReference } from '../../src/material/cite.ts';
import { createBudget, textsWithin } from '../../src/reply/budget.ts';
import { citationWords } from '../../src/reply/citation-words.ts';
import { ACCENT, button, container, row } from '../../src/reply/components.ts';
import { truncate } from '../../src/reply/cut.ts';
import { escapeMarkdown } from '../../src/reply/escape.ts';
import { lowShare } from '../../src/reply/left-out.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { undo } from './buttons.ts';
import { whyNotAdded } from './refusals.ts';
import { changesLine, leftOutParts } from './view.ts';

/** A file that was brought with others, and what became of it. */
export interface FileResult {
  readonly name: string;
  readonly result: AddResult;
}

/** What became of several files, a line each; `at` is when they were added. */
export function filesView(
  results: readonly FileResult[],
  at: number,
  messages: Messages,
): APIMessageTopLevelComponent[] {
  const added = results.flatMap(({ result }) => (result.ok ? [result] : []));
  const lead = messages.markdown('library.files', { count: added.length, files: results.length });
  const leftOut = leftOutParts(
    added.flatMap(({ accounts }) => accounts),
    messages,
  );
  return [
    container(added.length === 0 ? ACCENT.absent : added.length < results.length ? ACCENT.close : ACCENT.answered, [
      ...textsWithin(createBudget(), [lead, ...results.map((each) => lineOf(each, messages)), leftOut.line]),
      ...leftOut.file,
      ...(added.length === 0 ? [] : [row(button(messages.plain('button.undo'), undo.id({ at })))]),
    ]),
  ];
}

/** Room for ten lines in one message. */
const MAX_LINE = 330;

function lineOf({ name, result }: FileResult, messages: Messages): string {
  const file = escapeMarkdown(truncate(name, 60));
  if (!result.ok) {
    const why = truncate(whyNotAdded(result, name, messages).split('\n', 1)[0] ?? '', MAX_LINE);
    return result.reason === 'duplicate' ? `- ${file}: ${why}` : `- ${why}`;
  }
  if (result.changes) return `- ${file}: ${changesLine(result.changes, messages)}`;
  const [first, ...others] = result.articles;
  const what = first ? truncate(formatReference(first.source, citationWords(messages)), 150) : '';
  const more = others.length === 0 ? '' : ` ${messages.markdown('library.more', { count: others.length })}`;
  const words = messages.markdown('library.words', { count: result.words });
  return [`- ${file} → ${escapeMarkdown(what)}${more} · ${words}`, ...shareOf(result, messages)].join(' · ');
}

function shareOf({ accounts: [account] }: Added, messages: Messages): string[] {
  const percent = account && lowShare(account);
  return percent === undefined ? [] : [`**${messages.markdown('intake.leftOut.share', { percent })}**`];
}
