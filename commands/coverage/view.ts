import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { formatPlace, formatShort } from '../../src/material/cite.ts';
import { sourceRef } from '../../src/material/refs.ts';
import { createBudget, textsWithin } from '../../src/reply/budget.ts';
import { citationWords } from '../../src/reply/citation-words.ts';
import { ACCENT, container, row, select } from '../../src/reply/components.ts';
import { truncate } from '../../src/reply/cut.ts';
import { escapeMarkdown } from '../../src/reply/escape.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { noticeView } from '../../src/reply/notice-view.ts';
import { pageButtons, pageOf } from '../../src/reply/pages.ts';
import { goTo } from '../sources/buttons.ts';
import { placeRef } from '../sources/passage.ts';
import { coverageOpen, coverageWork, coverageWorks } from './buttons.ts';
import type { Covered, CoveredWork } from './read.ts';

/** So many of the questions without a clear answer are shown. */
const MAX_QUESTIONS = 10;

/** Each work with how much of it was shown; then what was asked without a clear answer. */
export function coverageView(covered: Covered, page: number, messages: Messages): APIMessageTopLevelComponent[] {
  const { works } = covered;
  if (works.length === 0) return noticeView(messages.markdown('sources.none'));
  const shown = pageOf(works, page);
  const lines = shown.items.map(({ article, passages, neverShown }) => {
    const counts = { shown: passages - neverShown.length, count: passages };
    return `- ${escapeMarkdown(truncate(article.source.title, 100))}: ${messages.markdown('coverage.shown', counts)}`;
  });
  const options = shown.items.map(({ article: { source } }) => ({
    label: source.title,
    value: sourceRef(source),
    description: formatShort(source, citationWords(messages)),
  }));
  return [
    container(ACCENT.neutral, [
      ...textsWithin(createBudget(), [
        `## ${messages.markdown('coverage.title')}\n-# ${messages.markdown('coverage.days')}`,
        lines.join('\n'),
        questionsText(covered, messages),
        ...mistakenTexts(covered, messages),
      ]),
      row(select(coverageOpen.id(), messages.plain('coverage.open'), options)),
      ...pageButtons(shown, (to) => coverageWorks.id({ page: to }), messages),
    ]),
  ];
}

function questionsText({ missed, keepsMissed }: Covered, messages: Messages): string {
  if (!keepsMissed) return `-# ${messages.markdown('coverage.missedOff')}`;
  if (missed.length === 0) return `-# ${messages.markdown('coverage.noneMissed')}`;
  const lines = missed
    .slice(0, MAX_QUESTIONS)
    .map(
      ({ question, times }) =>
        `- ${messages.markdown('coverage.question', { question: truncate(question, 120), count: times })}`,
    );
  return [`**${messages.markdown('coverage.missed')}**`, ...lines].join('\n');
}

function mistakenTexts({ mistaken }: Covered, messages: Messages): string[] {
  if (mistaken.length === 0) return [];
  const lines = mistaken.slice(0, MAX_QUESTIONS).map(({ prompt, wrong, answers }) => {
    const said = { question: truncate(prompt, 120), wrong, count: answers };
    return `- ${messages.markdown('coverage.wrong', said)}`;
  });
  return [[`**${messages.markdown('coverage.mistaken')}**`, ...lines].join('\n')];
}

/** The paragraphs of a work that no answer showed, page by page, each to be read. */
export function neverShownView(
  { article, neverShown }: CoveredWork,
  page: number,
  messages: Messages,
): APIMessageTopLevelComponent[] {
  const { source } = article;
  const title = truncate(source.title, 150);
  if (neverShown.length === 0) return noticeView(messages.markdown('coverage.allShown', { title }));
  const shown = pageOf(neverShown, page);
  const words = citationWords(messages);
  const lines = shown.items.map(
    (passage) => `**${escapeMarkdown(formatPlace(passage, words))}** ${escapeMarkdown(truncate(passage.text, 80))}`,
  );
  const options = shown.items.map((passage) => ({
    label: truncate(`${formatPlace(passage, words)} ${passage.text}`, 100),
    value: placeRef(passage, article),
  }));
  return [
    container(ACCENT.neutral, [
      ...textsWithin(createBudget(), [
        `## ${escapeMarkdown(title)}\n-# ${messages.markdown('coverage.never', { count: neverShown.length })}`,
        lines.join('\n'),
      ]),
      row(select(goTo.id(), messages.plain('sources.read'), options)),
      ...pageButtons(shown, (to) => coverageWork.id({ work: sourceRef(source), page: to }), messages),
    ]),
  ];
}
