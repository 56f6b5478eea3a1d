import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { FactEntry } from '../../src/answer/types.ts';
import { formatShort } from '../../src/material/cite.ts';
import type { Material } from '../../src/material/load.ts';
import type { Source } from '../../src/material/types.ts';
import { createBudget, textsWithin } from '../../src/reply/budget.ts';
import { citationWords } from '../../src/reply/citation-words.ts';
import { ACCENT, button, container, row, separator } from '../../src/reply/components.ts';
import { truncate } from '../../src/reply/cut.ts';
import { escapeMarkdown } from '../../src/reply/escape.ts';
import { citePassage, quoteExcerpt } from '../../src/reply/excerpt.ts';
import { citePlaces, entryLine } from '../../src/reply/fact-lines.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { noticeView } from '../../src/reply/notice-view.ts';
import type { Comparison } from '../../src/study/compare/compare.ts';
import { share } from '../excerpts/buttons.ts';

/** So many facts of each part are shown. */
const MAX_FACTS = 4;
/** UTF-16 units of a passage before escaping. */
const PASSAGE = 220;
/** UTF-16 units that the facts leave for the passages and the last line. */
const PASSAGE_ROOM = 1500;
const LAST_ROOM = 350;

export interface CompareViewOptions {
  readonly material: Material;
  readonly messages: Messages;
}

/** The facts that differ, those alike, those of one work alone; each work's nearest passage; a line on what differs. */
export function compareView(
  topic: string,
  comparison: Comparison,
  { material, messages }: CompareViewOptions,
): APIMessageTopLevelComponent[] {
  const { sources, differ, agree, only, passages } = comparison;
  const facts = [...differ, ...agree, ...[...only.values()].flat()];
  if (facts.length === 0 && passages.length === 0) {
    return noticeView(messages.markdown('compare.nothing', { topic }));
  }
  const section = (title: string, entries: readonly FactEntry[], cite?: typeof citePlaces) => {
    if (entries.length === 0) return undefined;
    const lines = entries.slice(0, MAX_FACTS).map((entry) => entryLine(entry, material, messages, cite));
    const left = entries.length - lines.length;
    return [
      `**${title}**`,
      ...lines,
      ...(left > 0 ? [`-# ${messages.markdown('compare.more', { count: left })}`] : []),
    ].join('\n');
  };
  const words = citationWords(messages);
  const nameOf = (source: Source) => truncate(formatShort(source, words), 80);
  const budget = createBudget();
  const head = `## ${messages.markdown('compare.title', { topic })}\n-# ${sources.map((source) => escapeMarkdown(nameOf(source))).join(' · ')}`;
  const parts = textsWithin(
    budget,
    [
      head,
      section(messages.markdown('compare.differ'), differ),
      section(messages.markdown('compare.agree'), agree),
      ...sources.map((source) =>
        section(messages.markdown('compare.only', { source: nameOf(source) }), only.get(source.id) ?? [], citePlaces),
      ),
    ],
    PASSAGE_ROOM,
  );
  const excerpts = textsWithin(
    budget,
    passages.map(({ passage, source, marks, window }) =>
      [
        quoteExcerpt(passage.text, marks, window, PASSAGE),
        `-# ${citePassage(passage, shortened(source), messages)}`,
      ].join('\n'),
    ),
    LAST_ROOM,
  );
  const last = textsWithin(budget, [lastLine(comparison, messages)]);
  return [
    container(differ.length > 0 ? ACCENT.close : ACCENT.neutral, [
      ...parts,
      ...(excerpts.length > 0 ? [separator(), ...excerpts] : []),
      separator(),
      ...last,
      row(button(messages.plain('button.share'), share.id())),
    ]),
  ];
}

const shortened = (source: Source): Source => ({ ...source, title: truncate(source.title, 100) });

/** What differs in one line, from the facts alone. */
function lastLine({ sources, differ, agree }: Comparison, messages: Messages): string {
  if (sources.length === 1) return messages.markdown('compare.oneWork');
  if (differ.length > 0) {
    const attributes = [...new Set(differ.map(({ subject, attribute }) => `${subject}: ${attribute}`))];
    return messages.markdown('compare.differOn', { what: truncate(attributes.join('; '), 200) });
  }
  return agree.length > 0
    ? messages.markdown('compare.allAgree', { count: agree.length })
    : messages.markdown('compare.nothingShared');
}
