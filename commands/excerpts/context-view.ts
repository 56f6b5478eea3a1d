import type { APIComponentInContainer, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { formatPlace } from '../../src/material/cite.ts';
import { passageRef } from '../../src/material/refs.ts';
import type { Article, Passage, Source } from '../../src/material/types.ts';
import { type Budget, createBudget } from '../../src/reply/budget.ts';
import { citationWords } from '../../src/reply/citation-words.ts';
import { ACCENT, button, container, linkButtons, row, text } from '../../src/reply/components.ts';
import { cutAtSentences, truncate } from '../../src/reply/cut.ts';
import { escapeLines, escapeMarkdown } from '../../src/reply/escape.ts';
import { citePassage } from '../../src/reply/excerpt.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { cite } from '../cite/buttons.ts';
import { add } from '../review/buttons.ts';
import { read } from '../sources/buttons.ts';

/** UTF-16 units, before escaping, of the cited passage: whole where it fits, as all but the longest do. */
const ASKED = [Number.POSITIVE_INFINITY, 1600];
/** … and of those around it, which only lead to it and away from it. */
const AROUND = [300, 150];

/** The cited paragraph whole, all its parts, between its neighbours, each with its number. */
export function contextView(article: Article, passage: Passage, messages: Messages): APIMessageTopLevelComponent[] {
  const budget = createBudget();
  const cite = budget.take(`-# ${citePassage(passage, shortened(article), messages)}`) ?? '';
  // In the order of what matters; what does not fit any more is left out.
  const shown = new Map<Passage, string>();
  for (const each of [passage, ...partsOf(article, passage), ...neighboursOf(article, passage)]) {
    const content = shown.has(each) ? undefined : paragraphText(each, passage, messages, budget);
    if (content !== undefined) shown.set(each, content);
  }
  const paragraphs = article.passages.flatMap((each) => {
    const content = shown.get(each);
    return content === undefined ? [] : [text(content)];
  });
  return [container(ACCENT.neutral, [...paragraphs, text(cite), ...ways(passage, article.source, messages)])];
}

/** A long paragraph is stored in several passages. */
function partsOf({ passages }: Article, { paragraph, role, heading }: Passage): Passage[] {
  return passages.filter((each) => each.paragraph === paragraph && each.role === role && each.heading === heading);
}

function neighboursOf(article: Article, passage: Passage): Passage[] {
  const { passages } = article;
  const at = partsOf(article, passage).map((part) => passages.indexOf(part));
  return [passages[Math.min(...at) - 1], passages[Math.max(...at) + 1]].filter((each) => each !== undefined);
}

function paragraphText(each: Passage, asked: Passage, messages: Messages, budget: Budget): string | undefined {
  const isAsked = each.paragraph === asked.paragraph && each.role === asked.role;
  const place = escapeMarkdown(formatPlace(each, citationWords(messages)));
  return budget.take(
    ...(isAsked ? ASKED : AROUND).map((max) => {
      const [start, end] = cutAtSentences(each.text, max);
      const shown = escapeLines(each.text.slice(start, end)) + (end < each.text.length ? ' …' : '');
      return isAsked ? `> **${place}** ${shown}`.replace(/\n/g, '\n> ') : `-# ${place} ${shown}`;
    }),
  );
}

function shortened({ source }: Article) {
  return { ...source, title: truncate(source.title, 150) };
}

function ways(passage: Passage, source: Source, messages: Messages): APIComponentInContainer[] {
  const ref = passageRef(passage);
  return [
    row(
      button(messages.plain('button.read'), read.id({ passage: ref, part: 0 })),
      button(messages.plain('button.addCard'), add.passage.id({ passage: ref })),
      button(messages.plain('cite.button'), cite.id({ passage: ref })),
      ...linkButtons(messages.plain('button.source'), source.url),
    ),
  ];
}
