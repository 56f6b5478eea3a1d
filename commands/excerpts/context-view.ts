import type { APIComponentInContainer, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { formatPlace } from '../../src/material/cite.ts';
import { passageRef } from '../../src/material/refs.ts';
import type { Article, Passage } from '../../src/material/types.ts';
import { citationWords } from '../../src/reply/citation-words.ts';
import { ACCENT, button, container, row, text } from '../../src/reply/components.ts';
import { cutAtSentences, truncate } from '../../src/reply/cut.ts';
import { escapeLines, escapeMarkdown } from '../../src/reply/escape.ts';
import { citePassage } from '../../src/reply/excerpt.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { add } from '../review/buttons.ts';
import { cite } from '../cite/buttons.ts';
import { read } from '../sources/buttons.ts';

/** UTF-16 units of each paragraph before escaping: three of them, doubled by escaping, still fit a message. */
const PARAGRAPH = 480;

/** A passage between its neighbours, each with its number; the whole of each is a button away. */
export function contextView(article: Article, passage: Passage, messages: Messages): APIMessageTopLevelComponent[] {
  const at = article.passages.findIndex(({ id }) => id === passage.id);
  const around = article.passages.slice(Math.max(0, at - 1), at + 2);
  const paragraphs = around.map((each) => text(paragraphText(each, each.id === passage.id, messages)));
  return [
    container(ACCENT.neutral, [
      ...paragraphs,
      text(`-# ${citePassage(passage, shortened(article), messages)}`),
      ...ways(passage, messages),
    ]),
  ];
}

function paragraphText(passage: Passage, isAsked: boolean, messages: Messages): string {
  const [start, end] = cutAtSentences(passage.text, PARAGRAPH);
  const shown = escapeLines(passage.text.slice(start, end)) + (end < passage.text.length ? ' …' : '');
  const place = escapeMarkdown(formatPlace(passage, citationWords(messages)));
  return isAsked ? `> **${place}** ${shown}` : `-# ${place} ${shown}`;
}

function shortened({ source }: Article) {
  return { ...source, title: truncate(source.title, 150) };
}

function ways(passage: Passage, messages: Messages): APIComponentInContainer[] {
  const ref = passageRef(passage);
  return [
    row(
      button(messages.plain('button.read'), read.id({ passage: ref, part: 0 })),
      button(messages.plain('button.addCard'), add.passage.id({ passage: ref })),
      button(messages.plain('cite.button'), cite.id({ passage: ref })),
    ),
  ];
}
