import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { formatPlace, formatReference, referenceBelowTitle } from '../../src/material/cite.ts';
import type { Material } from '../../src/material/load.ts';
import { passageRef, sourceRef } from '../../src/material/refs.ts';
import type { Article, Passage } from '../../src/material/types.ts';
import { createBudget, textsWithin } from '../../src/reply/budget.ts';
import { citationWords } from '../../src/reply/citation-words.ts';
import { ACCENT, button, container, linkButtons, row, select, text } from '../../src/reply/components.ts';
import { placeholderId } from '../../src/reply/custom-id.ts';
import { splitInParts, truncate } from '../../src/reply/cut.ts';
import { escapeLines, escapeMarkdown } from '../../src/reply/escape.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { noticeView } from '../../src/reply/notice-view.ts';
import { clamp, PAGE, pageButtons, pageOf } from '../../src/reply/pages.ts';
import { workHeading } from '../../src/reply/work-heading.ts';
import { add } from '../review/buttons.ts';
import { goTo, open, outline, read, works } from './buttons.ts';
import { placeRef } from './passage.ts';

/** UTF-16 units, before escaping, of a passage that is read in one piece. */
const PART = 1500;

/** All works, page by page, each to be opened. `page` counts from 0 and is held to what there is. */
export function sourcesView(material: Material, page: number, messages: Messages): APIMessageTopLevelComponent[] {
  const { articles, collections } = material;
  if (articles.length === 0) return noticeView(messages.markdown('sources.none'));
  const shown = pageOf(articles, page);
  const heading = collections.length === 1 && collections[0]?.title ? collections[0] : undefined;
  const title = heading
    ? `## ${escapeMarkdown(truncate(heading.title, 150))}\n${escapeMarkdown(truncate(heading.description, 300))}`
    : `## ${messages.markdown('sources.title')}`;
  const lines = shown.items.map((article) => workLine(article, messages));
  const options = shown.items.map((article) => ({
    label: article.source.title,
    value: sourceRef(article.source),
    description: referenceBelowTitle(article.source, citationWords(messages)),
  }));
  return [
    container(ACCENT.neutral, [
      ...textsWithin(createBudget(), [title, ...lines]),
      row(select(open.id(), messages.plain('sources.open'), options)),
      ...pageButtons(shown, (to) => works.id({ page: to }), messages),
    ]),
  ];
}

function workLine({ source, passages }: Article, messages: Messages): string {
  const reference = truncate(formatReference(source, citationWords(messages)), 220);
  return `- ${escapeMarkdown(reference)} · ${messages.markdown('sources.count', { count: passages.length })}`;
}

/** One work: its reference and its outline, page by page, each paragraph to be read. */
export function outlineView(article: Article, page: number, messages: Messages): APIMessageTopLevelComponent[] {
  const { source } = article;
  const shown = pageOf(article.passages, page);
  const title = workHeading(source, messages);
  const lines = shown.items.map(
    (passage) =>
      `${outlineHeading(passage, shown.items)}**${escapeMarkdown(formatPlace(passage, citationWords(messages)))}** ${escapeMarkdown(truncate(passage.text, 52))}`,
  );
  const options = shown.items.map((passage) => ({
    label: truncate(`${formatPlace(passage, citationWords(messages))} ${passage.text}`, 100),
    value: placeRef(passage, article),
  }));
  const links = linkButtons(messages.plain('button.source'), source.url);
  return [
    container(ACCENT.neutral, [
      ...textsWithin(createBudget(), [title, lines.join('\n')]),
      row(select(goTo.id(), messages.plain('sources.read'), options)),
      ...pageButtons(shown, (to) => outline.id({ work: sourceRef(article.source), page: to }), messages),
      ...(links.length > 0 ? [row(...links)] : []),
    ]),
  ];
}

/** The heading above a paragraph, where it is the first one below it on this page. */
function outlineHeading(passage: Passage, items: readonly Passage[]): string {
  const before = items[items.indexOf(passage) - 1];
  return passage.heading === undefined || before?.heading === passage.heading
    ? ''
    : `**${escapeMarkdown(truncate(passage.heading, 80))}**\n`;
}

/** One paragraph to read, in parts where it is long, with the ways to the one before and after it. */
export function readView(
  article: Article,
  passage: Passage,
  part: number,
  messages: Messages,
): APIMessageTopLevelComponent[] {
  const parts = splitInParts(passage.text, PART);
  const at = clamp(part, parts.length);
  const [start, end] = parts[at] ?? [0, passage.text.length];
  const index = article.passages.indexOf(passage);
  const previous = at > 0 ? readId(passage, at - 1, article) : neighbourId(article.passages[index - 1], article);
  const next =
    at < parts.length - 1 ? readId(passage, at + 1, article) : neighbourId(article.passages[index + 1], article);
  const heading = passage.heading === undefined ? '' : `**${escapeMarkdown(truncate(passage.heading, 150))}**\n`;
  const kind = messages.markdown(`citation.kind.${passage.kind}`);
  return [
    container(ACCENT.neutral, [
      text(
        `-# ${escapeMarkdown(truncate(formatReference(article.source, citationWords(messages)), 300))}\n${heading}**${escapeMarkdown(formatPlace(passage, citationWords(messages)))}**`,
      ),
      text(escapeLines(passage.text.slice(start, end))),
      text(
        `-# ${kind}${parts.length > 1 ? ` · ${messages.markdown('sources.part', { at: at + 1, count: parts.length })}` : ''}`,
      ),
      row(
        button(messages.plain('button.previous'), previous ?? placeholderId('start'), {
          disabled: previous === undefined,
        }),
        button(messages.plain('button.next'), next ?? placeholderId('end'), { disabled: next === undefined }),
        button(
          messages.plain('button.outline'),
          outline.id({ work: sourceRef(article.source), page: Math.floor(index / PAGE) }),
        ),
        button(messages.plain('button.addCard'), add.passage.id({ passage: passageRef(passage) })),
      ),
    ]),
  ];
}

const readId = (passage: Passage, part: number, article: Article) =>
  read.id({ passage: placeRef(passage, article), part });
const neighbourId = (passage: Passage | undefined, article: Article) =>
  passage ? readId(passage, 0, article) : undefined;
