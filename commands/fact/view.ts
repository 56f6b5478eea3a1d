import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { FactEntry } from '../../src/answer/types.ts';
import type { Material } from '../../src/material/load.ts';
import { passageRef } from '../../src/material/refs.ts';
import { createBudget, textsWithin } from '../../src/reply/budget.ts';
import { ACCENT, button, container, row, text } from '../../src/reply/components.ts';
import { entryText, nearEntryText } from '../../src/reply/fact-lines.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { context, share } from '../excerpts/buttons.ts';
import { add } from '../review/buttons.ts';

interface FactViewOptions {
  readonly material: Material;
  readonly messages: Messages;
  readonly isPrivate: boolean;
  /** Markdown that stands before it. */
  readonly lead?: string | undefined;
}

/** One fact: the value large, what it is of, its citation, and the other source's value where they differ. */
export function factView(
  entry: FactEntry,
  { material, messages, isPrivate, lead }: FactViewOptions,
): APIMessageTopLevelComponent[] {
  const budget = createBudget();
  const passage = entry.rows.flatMap(({ passages }) => passages.flatMap((id) => material.passages.get(id) ?? []))[0];
  const buttons = [
    ...(passage
      ? [
          button(messages.plain('button.passage'), context.id({ passage: passageRef(passage) })),
          button(messages.plain('button.addCard'), add.entry.id({ entry: entry.id })),
        ]
      : []),
    ...(isPrivate ? [button(messages.plain('button.share'), share.id())] : []),
  ];
  const above = textsWithin(budget, [lead]);
  const body = text(budget.take(entryText(entry, { material, messages })) ?? messages.markdown('fact.tooLong'));
  return [
    container(entry.disputed ? ACCENT.close : ACCENT.answered, [
      ...above,
      body,
      ...(buttons.length > 0 ? [row(...buttons)] : []),
    ]),
  ];
}

/** For free text that fits nothing: the facts that may be meant, none of them as the answer. */
export function nearestFactsView(
  about: string,
  entries: readonly FactEntry[],
  { material, messages }: { readonly material: Material; readonly messages: Messages },
): APIMessageTopLevelComponent[] {
  const budget = createBudget();
  const lines = [
    messages.markdown('fact.didYouMean', { about }),
    ...entries.map((entry) => nearEntryText(entry, { material, messages })),
  ];
  return [
    container(
      ACCENT.close,
      lines.flatMap((line) => budget.take(line) ?? []).map((line) => text(line)),
    ),
  ];
}
