import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { formatPlace } from '../../src/material/cite.ts';
import { sourceRef } from '../../src/material/refs.ts';
import type { Article, Passage } from '../../src/material/types.ts';
import { createBudget, textsWithin } from '../../src/reply/budget.ts';
import { citationWords } from '../../src/reply/citation-words.ts';
import { ACCENT, button, container, row } from '../../src/reply/components.ts';
import { truncate } from '../../src/reply/cut.ts';
import { escapeLines, escapeMarkdown } from '../../src/reply/escape.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { workHeading } from '../../src/reply/work-heading.ts';
import type { Overview } from '../../src/study/overview/overview.ts';
import { share } from '../excerpts/buttons.ts';
import { outline } from '../sources/buttons.ts';

const MAX_HEADINGS = 10;
const MAX_TERMS = 12;

/** The reference; the central sentences, quoted; the outline, terms, years and names; and the way to read the work. */
export function overviewView(
  { source, passages }: Article,
  { headings, sentences, terms, years, names }: Overview,
  messages: Messages,
): APIMessageTopLevelComponent[] {
  const words = citationWords(messages);
  const placeOf = (passage: Passage) => escapeMarkdown(formatPlace(passage, words));
  const title = workHeading(source, messages, messages.markdown('sources.count', { count: passages.length }));
  const quotes = sentences.map(({ passage, span }) => {
    return `> ${escapeLines(passage.text.slice(...span)).replaceAll('\n', '\n> ')}\n-# ${placeOf(passage)}`;
  });
  const outlineLines = headings
    .slice(0, MAX_HEADINGS)
    .map(({ heading, passage }) => `- ${escapeMarkdown(truncate(heading, 80))} ${placeOf(passage)}`);
  const left = headings.length - outlineLines.length;
  const more = left > 0 ? [`-# ${messages.markdown('overview.moreHeadings', { count: left })}`] : [];
  const defined = terms
    .slice(0, MAX_TERMS)
    .map(({ term, passage }) => `${escapeMarkdown(truncate(term, 60))} ${placeOf(passage)}`);
  const counted = (all: Overview['names']) =>
    all.map(({ name, passages: count }) =>
      messages.markdown('overview.mentioned', { name: truncate(name, 60), count }),
    );
  const list = (key: string, items: readonly string[]) =>
    items.length === 0 ? undefined : `**${messages.markdown(key)}** ${items.join(', ')}`;
  return [
    container(ACCENT.neutral, [
      ...textsWithin(createBudget(), [
        title,
        quotes.length === 0
          ? undefined
          : [`**${messages.markdown(`overview.sentences.${sentences[0]?.passage.kind ?? 'quote'}`)}**`, ...quotes].join(
              '\n',
            ),
        outlineLines.length === 0
          ? undefined
          : [`**${messages.markdown('overview.headings')}**`, ...outlineLines, ...more].join('\n'),
        list('overview.terms', defined),
        list('overview.years', counted(years)),
        list('overview.names', counted(names)),
      ]),
      row(
        button(messages.plain('overview.read'), outline.id({ work: sourceRef(source), page: 0 })),
        button(messages.plain('button.share'), share.id()),
      ),
    ]),
  ];
}
