import { type APIMessageTopLevelComponent, ButtonStyle } from 'discord-api-types/v10';
import type { ReplyFile } from '../../src/bot/reply.ts';
import type { Added, PageRead } from '../../src/guilds/types.ts';
import { formatPlace, formatReference, referenceBelowTitle } from '../../src/material/cite.ts';
import { sourceRef } from '../../src/material/refs.ts';
import type { Article, Source } from '../../src/material/types.ts';
import { createBudget, textsWithin } from '../../src/reply/budget.ts';
import { citationWords } from '../../src/reply/citation-words.ts';
import { ACCENT, button, container, file, linkButtons, row, select, text } from '../../src/reply/components.ts';
import { truncate } from '../../src/reply/cut.ts';
import { escapeMarkdown } from '../../src/reply/escape.ts';
import { leftOutOf, lowShare } from '../../src/reply/left-out.ts';
import { mentionUser, timeAgo } from '../../src/reply/mentions.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { pageButtons, pageOf } from '../../src/reply/pages.ts';
import { formatSize } from '../../src/reply/size.ts';
import { workHeading } from '../../src/reply/work-heading.ts';
import type { Quota, WorkRecord } from '../../src/store/types.ts';
import { outline } from '../sources/buttons.ts';
import { edit, list, open, remove, restore, restoreChosen, undo } from './buttons.ts';

/** Which of several files is at hand, counted from 1. */
export interface FileOf {
  readonly file: number;
  readonly files: number;
}

/** Where long work stands: `at` counts from 1. */
export function progressView(
  name: string,
  step: {
    readonly key: string;
    readonly at: number;
    readonly count: number;
    readonly of?: FileOf | undefined;
    readonly page?: PageRead;
  },
  messages: Messages,
): APIMessageTopLevelComponent[] {
  const what = messages.plain(`library.progress.${step.key}`);
  return [
    container(ACCENT.neutral, [
      text(messages.markdown('library.progress.title', { name: truncate(name, 100) })),
      ...(step.of ? [text(messages.markdown('library.progress.file', { ...step.of }))] : []),
      text(messages.markdown('library.progress.step', { at: step.at, count: step.count, what })),
      ...(step.page ? [text(messages.markdown('library.progress.page', { ...step.page }))] : []),
    ]),
  ];
}

/** What was understood of what was added, and the ways on: correct it, read it, take it back. */
export function addedView(added: Added, messages: Messages): APIMessageTopLevelComponent[] {
  const { at, articles, words, facts, accounts } = added;
  const leftOut = leftOutParts(accounts, messages);
  const isScan = articles.some(({ passages }) => passages.some(({ form }) => form === 'scan'));
  const [only] = articles.length === 1 ? articles : [];
  const lead = added.changes
    ? changesLine(added.changes, messages)
    : only
      ? messages.markdown('library.added')
      : messages.markdown('library.addedMany', { count: articles.length });
  const works = only
    ? workLines(only, words, messages)
    : articles.map(({ source }) => `- ${referenceOf(source, messages)}`);
  const buttons = [
    ...(only ? [describeButton(only.source, messages), outlineButton(only.source, messages)] : []),
    button(messages.plain('button.undo'), undo.id({ at })),
  ];
  return [
    container(ACCENT.answered, [
      ...textsWithin(createBudget(), [
        only && shareLine(added, messages),
        lead,
        ...works,
        isScan ? `-# ${messages.markdown('library.scan')}` : undefined,
        leftOut.line,
        facts > 0 ? messages.markdown('library.facts', { count: facts }) : undefined,
      ]),
      ...leftOut.file,
      row(...buttons),
    ]),
  ];
}

/** The file that shows what was left out: it is sent with the reply, since nothing keeps it. */
const LEFT_OUT_FILE = 'left-out.txt';

export function leftOutFiles(accounts: Added['accounts'], messages: Messages): ReplyFile[] {
  const leftOut = leftOutOf(accounts, messages);
  return leftOut ? [{ name: LEFT_OUT_FILE, data: new TextEncoder().encode(leftOut.shown) }] : [];
}

/** The line that says what was left out, and the file that shows it; neither where nothing was. */
export function leftOutParts(accounts: Added['accounts'], messages: Messages) {
  const leftOut = leftOutOf(accounts, messages);
  if (!leftOut) return { line: undefined, file: [] };
  return {
    line: `-# ${messages.markdown('intake.leftOut.title', { what: leftOut.what })}`,
    file: [file(LEFT_OUT_FILE)],
  };
}

/** "Updated: 2 paragraphs added, 1 changed." */
export function changesLine(changes: NonNullable<Added['changes']>, messages: Messages): string {
  const counts = (['added', 'removed', 'changed'] as const)
    .filter((key) => changes[key] > 0)
    .map((key) => messages.plain(`library.changes.${key}`, { count: changes[key] }));
  return messages.markdown('library.updated', { what: counts.join(', '), count: changes.unchanged });
}

function shareLine({ accounts: [account] }: Added, messages: Messages): string | undefined {
  const percent = account && lowShare(account);
  return percent === undefined ? undefined : `**${messages.markdown('intake.leftOut.share', { percent })}**`;
}

function workLines({ source, passages }: Article, words: number, messages: Messages): (string | undefined)[] {
  const [first] = passages;
  return [
    workHeading(source, messages),
    [paragraphCount(passages, messages), messages.markdown('library.words', { count: words })].join(' · '),
    first && `${messages.markdown('library.begins')}\n> ${escapeMarkdown(truncate(first.text, 300))}`,
    unknownLine(source, messages),
  ];
}

/** What citing the work would need and nobody said. */
function unknownLine({ authors, issued }: Source, messages: Messages): string | undefined {
  const missing = [...(authors.length === 0 ? ['author'] : []), ...(issued === undefined ? ['date'] : [])];
  if (missing.length === 0) return undefined;
  const what = missing.map((key) => messages.plain(`library.missing.${key}`)).join(', ');
  return `-# ${messages.markdown('library.unknown', { what })}`;
}

export interface ShelfViewOptions {
  readonly quota: Quota;
  /** Counts from 0. */
  readonly page: number;
  readonly isEditor: boolean;
}

/** The works that a server added, page by page, and how much of its room they take. */
export function shelfView(
  records: readonly WorkRecord[],
  { quota, page, isEditor }: ShelfViewOptions,
  messages: Messages,
): APIMessageTopLevelComponent[] {
  const present = records.filter(({ removedAt }) => removedAt === undefined);
  const removed = records
    .filter(({ removedAt }) => removedAt !== undefined)
    .toSorted((a, b) => (b.removedAt ?? 0) - (a.removedAt ?? 0));
  const shown = pageOf(present, page);
  const lines = shown.items.map(
    (record) => `- **${referenceOf(record.source, messages)}**\n  ${recordLine(record, messages)}`,
  );
  return [
    container(ACCENT.neutral, [
      ...textsWithin(createBudget(), [
        `## ${messages.markdown('library.title')}`,
        present.length === 0 ? messages.markdown('library.none') : `-# ${usage(present, quota, messages)}`,
        ...lines,
      ]),
      ...(shown.items.length === 0
        ? []
        : [
            row(
              select(
                open.id(),
                messages.plain('library.open'),
                shown.items.map((record) => asOption(record, messages)),
              ),
            ),
          ]),
      ...pageButtons(shown, (to) => list.id({ page: to }), messages),
      ...(removed.length === 0 || !isEditor
        ? []
        : [
            row(
              select(
                restoreChosen.id(),
                messages.plain('library.bringBack'),
                removed.map((record) => asOption(record, messages)),
              ),
            ),
          ]),
    ]),
  ];
}

function usage(present: readonly WorkRecord[], quota: Quota, messages: Messages): string {
  return messages.markdown('library.use', {
    count: present.length,
    works: quota.works,
    passages: sum(present.map(({ passages }) => passages)),
    mostPassages: quota.passages,
    size: formatSize(sum(present.map(({ bytes }) => bytes)), messages),
    mostSize: formatSize(quota.bytes, messages),
  });
}

/** One work that a server added: what cites it, where it begins, and what can be done with it. */
export function workView(
  { source, passages }: Article,
  record: WorkRecord,
  mayChange: boolean,
  messages: Messages,
): APIMessageTopLevelComponent[] {
  const [first] = passages;
  const change = mayChange
    ? [
        describeButton(source, messages),
        button(messages.plain('button.remove'), remove.ask.id({ work: sourceRef(source) }), {
          style: ButtonStyle.Danger,
        }),
      ]
    : [];
  return [
    container(ACCENT.neutral, [
      ...textsWithin(createBudget(), [
        workHeading(source, messages),
        recordLine(record, messages),
        first &&
          `> **${escapeMarkdown(formatPlace(first, citationWords(messages)))}** ${escapeMarkdown(truncate(first.text, 300))}`,
        `-# ${escapeMarkdown(source.id)} · ${escapeMarkdown(truncate(record.fileName, 100))}`,
      ]),
      row(outlineButton(source, messages), ...change, ...linkButtons(messages.plain('button.source'), source.url)),
    ]),
  ];
}

/** Asks before a work is removed. */
export function removeView(source: Source, messages: Messages): APIMessageTopLevelComponent[] {
  return [
    container(ACCENT.close, [
      text(messages.markdown('library.removeAsk', { title: truncate(source.title, 150) })),
      row(
        button(messages.plain('button.remove'), remove.confirm.id({ work: sourceRef(source) }), {
          style: ButtonStyle.Danger,
        }),
        button(messages.plain('button.keep'), remove.cancel.id()),
      ),
    ]),
  ];
}

/** A work was removed, and can be brought back. */
export function removedView(source: Source, messages: Messages): APIMessageTopLevelComponent[] {
  return [
    container(ACCENT.absent, [
      text(messages.markdown('library.removeDone', { title: truncate(source.title, 150) })),
      row(button(messages.plain('button.undo'), restore.id({ work: sourceRef(source) }))),
    ]),
  ];
}

function recordLine(record: WorkRecord, messages: Messages): string {
  const counts = {
    passages: messages.plain('library.passages', { count: record.passages }),
    words: messages.plain('library.words', { count: record.words }),
    when: timeAgo(record.addedAt),
  };
  return record.addedBy === undefined
    ? messages.markdown('library.line', counts)
    : messages.markdown('library.lineBy', { ...counts, who: mentionUser(record.addedBy) });
}

const asOption = ({ source }: WorkRecord, messages: Messages) => ({
  label: source.title,
  value: sourceRef(source),
  description: referenceBelowTitle(source, citationWords(messages)),
});

const referenceOf = (source: Source, messages: Messages): string =>
  escapeMarkdown(truncate(formatReference(source, citationWords(messages)), 220));

const describeButton = (source: Source, messages: Messages) =>
  button(messages.plain('button.describe'), edit.open.id({ work: sourceRef(source) }));

const outlineButton = (source: Source, messages: Messages) =>
  button(messages.plain('button.outline'), outline.id({ work: sourceRef(source), page: 0 }));

function paragraphCount(passages: Article['passages'], messages: Messages): string {
  const body = new Set(passages.filter(({ role }) => role === undefined).map(({ paragraph }) => paragraph));
  return messages.markdown('library.paragraphs', { count: body.size });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
