import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { DraftEntry } from '../../src/answer/drafts.ts';
import { passageRef } from '../../src/material/refs.ts';
import { createBudget, textsWithin } from '../../src/reply/budget.ts';
import { ACCENT, button, container, row } from '../../src/reply/components.ts';
import { draftText } from '../../src/reply/draft-text.ts';
import type { EntryTextOptions } from '../../src/reply/fact-lines.ts';
import { context, share } from '../excerpts/buttons.ts';
import { add } from '../review/buttons.ts';

/** A drafted fact with its sentence: never green, since nobody has checked it. `lead` is markdown. */
export function draftedView(
  draft: DraftEntry,
  options: EntryTextOptions,
  lead?: string,
): APIMessageTopLevelComponent[] {
  const { messages, material } = options;
  const passage = material.passages.get(draft.fact.passages[0] ?? '');
  const body = textsWithin(createBudget(), [lead, draftText(draft, options)]);
  const fromPassage = passage
    ? [
        button(messages.plain('button.passage'), context.id({ passage: passageRef(passage) })),
        button(messages.plain('button.addCard'), add.entry.id({ entry: draft.entry.id })),
      ]
    : [];
  return [container(ACCENT.close, [...body, row(...fromPassage, button(messages.plain('button.share'), share.id()))])];
}
