import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { DraftEntry } from '../../src/answer/drafts.ts';
import { sourceRef } from '../../src/material/refs.ts';
import type { Source } from '../../src/material/types.ts';
import { createBudget, textsWithin } from '../../src/reply/budget.ts';
import { ACCENT, button, container, file, row, text } from '../../src/reply/components.ts';
import { truncate } from '../../src/reply/cut.ts';
import { draftText } from '../../src/reply/draft-text.ts';
import { escapeMarkdown } from '../../src/reply/escape.ts';
import type { EntryTextOptions } from '../../src/reply/fact-lines.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { drafts } from './buttons.ts';

export interface DraftPlace {
  /** The work's short name. */
  readonly work: string;
  /** Counted from 0. */
  readonly at: number;
  readonly count: number;
  /** Of its kind, with itself and those behind it. */
  readonly alike: number;
  /** Rows that were added just now. */
  readonly added: number;
}

/** A drafted fact with the sentence that it was read from, its questions, and what can become of it. */
export function draftView(
  draft: DraftEntry,
  { work, at, count, alike, added }: DraftPlace,
  options: EntryTextOptions,
): APIMessageTopLevelComponent[] {
  const { messages } = options;
  const { fact } = draft;
  const questions = [...(fact.question === undefined ? [] : [fact.question]), ...fact.otherQuestions];
  const named = { work, draft: fact.id };
  const kind = messages.plain(`library.drafts.kind.${draft.kind}`);
  const lines = textsWithin(createBudget(), [
    added > 0 ? messages.markdown('library.drafts.added', { count: added }) : undefined,
    messages.markdown('library.drafts.title', { at: at + 1, count, kind }),
    draftText(draft, options),
    questions.map((question) => `- ${escapeMarkdown(truncate(question, 200))}`).join('\n'),
  ]);
  return [
    container(ACCENT.neutral, [
      ...lines,
      row(
        button(messages.plain('library.drafts.accept'), drafts.accept.id(named)),
        button(messages.plain('library.drafts.edit'), drafts.edit.id(named)),
        button(messages.plain('library.drafts.skip'), drafts.skip.id(named)),
        ...(alike > 1
          ? [button(messages.plain('library.drafts.acceptKind', { count: alike }), drafts.acceptKind.id(named))]
          : []),
        button(messages.plain('library.drafts.table'), drafts.table.id({ work })),
      ),
    ]),
  ];
}

/** After the last draft, or where there is none; those that were skipped can be reviewed again. */
export function draftsDoneView(
  skipped: number,
  source: Source,
  added: number,
  messages: Messages,
): APIMessageTopLevelComponent[] {
  const lines = [
    added > 0 ? messages.markdown('library.drafts.added', { count: added }) : undefined,
    skipped > 0
      ? messages.markdown('library.drafts.done', { count: skipped })
      : messages.markdown('library.drafts.none', { title: truncate(source.title, 100) }),
  ];
  const again = button(messages.plain('library.drafts.again'), drafts.again.id({ work: sourceRef(source) }));
  return [container(ACCENT.neutral, [...textsWithin(createBudget(), lines), ...(skipped > 0 ? [row(again)] : [])])];
}

/** The table with drafts that is sent along, with what to do with it. `name` is the file's in the same reply. */
export function draftTableView(name: string, messages: Messages): APIMessageTopLevelComponent[] {
  return [container(ACCENT.neutral, [text(messages.markdown('library.drafts.tableDone')), file(name)])];
}
