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

/** All facts, or those on a topic. */
export function factsOn(knowledge: KnowledgeBase, about: string): readonly FactEntry[] {
  return about.trim() === '' ? knowledge.entries.all : entriesOn(knowledge, about);
}

export interface Disagreements {
  /** '' where it is about everything. */
  readonly about: string;
  readonly facts: readonly FactEntry[];
  readonly page: number;
}

/** Of the facts those on which sources differ, a page of them, each with the values side by side and who says so. */
export function disagreementsView(
  { about, facts, page }: Disagreements,
  material: Material,
  messages: Messages,
): APIMessageTopLevelComponent[] {
  const entries = facts.filter(({ disputed }) => disputed);
  if (entries.length === 0) {
    const key = `disagreements.${reasonFor(facts)}` as const;
    return noticeView(messages.markdown(about.trim() === '' ? key : `${key}About`, { about }));
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

/** Why nothing differs: sources that say nothing, or each something else, do not agree. */
function reasonFor(facts: readonly FactEntry[]): 'noFacts' | 'noneShared' | 'none' {
  if (facts.length === 0) return 'noFacts';
  const isShared = ({ rows }: FactEntry) => new Set(rows.map(({ source }) => source)).size > 1;
  return facts.some(isShared) ? 'none' : 'noneShared';
}
