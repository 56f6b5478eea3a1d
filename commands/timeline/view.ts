import { type APIMediaGalleryComponent, type APIMessageTopLevelComponent, ComponentType } from 'discord-api-types/v10';
import { formatPlace, formatShort } from '../../src/material/cite.ts';
import type { Material } from '../../src/material/load.ts';
import { createBudget, textsWithin } from '../../src/reply/budget.ts';
import { citationWords } from '../../src/reply/citation-words.ts';
import { ACCENT, button, container, row, text } from '../../src/reply/components.ts';
import { cutAtSentences, truncate } from '../../src/reply/cut.ts';
import { clean, escapeMarkdown } from '../../src/reply/escape.ts';
import { citeFact, valueText } from '../../src/reply/fact-lines.ts';
import { LIMITS } from '../../src/reply/limits.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { noticeView } from '../../src/reply/notice-view.ts';
import { pageButtons, pageOf } from '../../src/reply/pages.ts';
import { reachLine } from '../../src/reply/reach-line.ts';
import { topicLine } from '../../src/reply/topic-line.ts';
import type { PictureEvent } from '../../src/study/timeline/picture.ts';
import type { TimelineEvent } from '../../src/study/timeline/timeline.ts';
import { share } from '../excerpts/buttons.ts';
import { timelinePage, timelinePicture } from './buttons.ts';

/** Events on a page, and in a picture. */
export const PAGE = 8;
/** UTF-16 units of a sentence. */
const SENTENCE = 220;

export interface TimelinePage {
  /** '' where it is about everything. */
  readonly about: string;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly page: number;
  /** As a button keeps it; see `scopeWord`. */
  readonly source: string;
  readonly events: readonly TimelineEvent[];
  /** The works that it keeps to, where these are not all. */
  readonly sources?: ReadonlySet<string> | undefined;
}

export interface TimelineViewOptions {
  readonly material: Material;
  readonly messages: Messages;
}

/** The events of a page, each with its date and where it stands. */
export function timelineView(
  timeline: TimelinePage,
  { material, messages }: TimelineViewOptions,
): APIMessageTopLevelComponent[] {
  const { about, events, source, sources, from = 0, to = 0 } = timeline;
  if (events.length === 0) return noticeView(messages.markdown('timeline.none'));
  const shown = pageOf(events, timeline.page, PAGE);
  const lines = pictureEvents(shown.items, { material, messages }).map(
    ({ date, text, cite }) => `**${escapeMarkdown(date)}** ${escapeMarkdown(text)}\n-# ${escapeMarkdown(cite)}`,
  );
  const only = reachLine('only', sources, { material, messages });
  const years = { from, to, source };
  return [
    container(ACCENT.neutral, [
      text([`## ${messages.markdown('timeline.title', { count: events.length })}`, ...(only ? [only] : [])].join('\n')),
      ...topicLine(about),
      ...textsWithin(createBudget(ROOM), lines),
      ...pageButtons(shown, (page) => timelinePage.id({ page, ...years }), messages),
      row(
        button(messages.plain('timeline.picture'), timelinePicture.id({ page: shown.at, ...years })),
        button(messages.plain('button.share'), share.id()),
      ),
    ]),
  ];
}

/** What the title and the topic leave of a message. */
const ROOM = 3300;

/** The events as plain text: what happened, and the work with the paragraph. */
export function pictureEvents(events: readonly TimelineEvent[], options: TimelineViewOptions): PictureEvent[] {
  const words = citationWords(options.messages);
  return events.map((event) => ({ date: words.date(event.date), ...toldBy(event, options) }));
}

function toldBy(event: TimelineEvent, { material, messages }: TimelineViewOptions): Omit<PictureEvent, 'date'> {
  const words = citationWords(messages);
  if (event.kind === 'fact') {
    const { subject, attribute, disputed } = event.entry;
    const told = truncate(clean(`${subject} · ${attribute}: ${valueText(event.row)}`), SENTENCE);
    const doubt = disputed ? ` (${messages.plain('timeline.disputed')})` : '';
    return { text: told + doubt, cite: citeFact(event.row, material, words) };
  }
  const { passage, sentence } = event;
  const [start, end] = cutAtSentences(sentence, SENTENCE);
  const source = material.sources.get(passage.source);
  return {
    text: clean(sentence.slice(start, end)) + (end < sentence.length ? ' …' : ''),
    cite: [source && truncate(formatShort(source, words), 100), formatPlace(passage, words)].filter(Boolean).join(', '),
  };
}

/** "Timeline: CELAC", "Timeline: CELAC, 1990 to 2010"; plain text. */
export function titleOf({ about, from, to }: TimelinePage, messages: Messages): string {
  const years = from === undefined && to === undefined ? '' : [from ?? '…', to ?? '…'].join('–');
  return [messages.plain('timeline.name'), [about, years].filter(Boolean).join(', ')].filter(Boolean).join(': ');
}

/** The picture, with all that it shows in words. */
export function pictureView(
  name: string,
  page: TimelinePage,
  events: readonly PictureEvent[],
  messages: Messages,
): APIMessageTopLevelComponent[] {
  const told = events.map(({ date, text, cite }) => `${date}: ${text} (${cite})`).join('\n');
  const gallery: APIMediaGalleryComponent = {
    type: ComponentType.MediaGallery,
    items: [
      {
        media: { url: `attachment://${name}` },
        description: truncate(`${titleOf(page, messages)}\n${told}`, LIMITS.mediaDescription),
      },
    ],
  };
  return [container(ACCENT.neutral, [gallery])];
}
