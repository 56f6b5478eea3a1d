import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { KnowledgeBase } from '../../src/answer/knowledge-base.ts';
import type { FactEntry } from '../../src/answer/types.ts';
import type { Material } from '../../src/material/load.ts';
import { createBudget, textsWithin } from '../../src/reply/budget.ts';
import { ACCENT, button, container, row, text } from '../../src/reply/components.ts';
import { entryLine } from '../../src/reply/fact-lines.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { noticeView } from '../../src/reply/notice-view.ts';
import { pageButtons, pageOf } from '../../src/reply/pages.ts';
import { topicLine } from '../../src/reply/topic-line.ts';
import { entriesOn } from '../../src/study/compare/topic.ts';
import { share } from '../excerpts/buttons.ts';
import { disputes } from './buttons.ts';

/** Facts on a page: about a phone's screenful. */
const PAGE = 5;

/** The facts on which sources differ: all, or those on a topic. */
export function disputedOn(knowledge: KnowledgeBase, about: string): FactEntry[] {
  const entries = about.trim() === '' ? knowledge.entries.all : entriesOn(knowledge, about);
  return entries.filter(({ disputed }) => disputed);
}

export interface Disagreements {
  /** '' where it is about everything. */
  readonly about: string;
  readonly entries: readonly FactEntry[];
  readonly page: number;
}

/** The facts of a page, each with the values side by side and who says so. */
export function disagreementsView(
  { about, entries, page }: Disagreements,
  material: Material,
  messages: Messages,
): APIMessageTopLevelComponent[] {
  if (entries.length === 0) {
    const key = about.trim() === '' ? 'disagreements.none' : 'disagreements.noneAbout';
    return noticeView(messages.markdown(key, { about }));
  }
  const shown = pageOf(entries, page, PAGE);
  return [
    container(ACCENT.close, [
      text(`## ${messages.markdown('disagreements.title', { count: entries.length })}`),
      ...topicLine(about),
      ...textsWithin(
        createBudget(3500),
        shown.items.map((entry) => entryLine(entry, material, messages)),
      ),
      ...pageButtons(shown, (to) => disputes.id({ page: to }), messages),
      row(button(messages.plain('button.share'), share.id())),
    ]),
  ];
}
