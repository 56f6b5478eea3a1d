import type { AddResult, FileFailure } from '../../src/guilds/types.ts';
import { createBudget } from '../../src/reply/budget.ts';
import { truncate } from '../../src/reply/cut.ts';
import { escapeMarkdown } from '../../src/reply/escape.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { problemText } from '../../src/reply/problem-text.ts';
import { formatSize } from '../../src/reply/size.ts';
import type { Duplicate, Refusal } from '../../src/store/types.ts';

type Refused = Exclude<AddResult, { ok: true }>;

/** Why a file was not taken in, in a sentence that says what to do. */
export function whyNotAdded(result: Refused, name: string, messages: Messages): string {
  if (result.reason === 'duplicate') return whyRefused(result, messages);
  const [sentence, ...details] =
    result.reason === 'file' ? whyUnread(result, messages) : [whyRefused(result, messages)];
  return [lead('library.failed', sentence, messages, name), ...details].join('\n');
}

export function whyNoFacts(failure: FileFailure | Refusal, messages: Messages): string {
  const [sentence, ...details] =
    failure.reason === 'file' ? whyUnread(failure, messages) : [whyRefused(failure, messages)];
  return [lead('library.factsFailed', sentence, messages), ...details].join('\n');
}

/** Why the store would not take a work in, or back: it is there already, or a quota would be exceeded. */
export function whyRefused(refusal: Refusal | Duplicate, messages: Messages): string {
  if (refusal.reason === 'duplicate')
    return messages.markdown('library.duplicate', { title: truncate(refusal.source.title, 150) });
  const { reason, most, wanted } = refusal;
  const shown = (amount: number) => (reason === 'bytes' ? formatSize(amount, messages) : amount);
  return messages.plain(`library.quota.${reason}`, { most: shown(most), wanted: shown(wanted) });
}

/** The lines of details that a message has room for, and the characters of each and of all. */
const MAX_DETAILS = 20;
const DETAIL = 260;
const DETAILS_ROOM = 3000;

function whyUnread({ problem, details, more = 0, most }: FileFailure, messages: Messages): string[] {
  const values = most === undefined ? {} : { most: formatSize(most, messages) };
  const budget = createBudget(DETAILS_ROOM);
  const shown = details
    .slice(0, MAX_DETAILS)
    .map((detail) => `- ${escapeMarkdown(truncate(problemText(detail, messages), DETAIL))}`)
    .filter((line) => budget.take(line) !== undefined);
  const others = details.length - shown.length + more;
  return [
    messages.plain(`intake.problem.${problem}`, values),
    ...shown,
    ...(others > 0 ? [messages.markdown('library.more', { count: others })] : []),
  ];
}

function lead(key: string, why: string | undefined, messages: Messages, name = ''): string {
  return messages.markdown(key, { why: why ?? '', name: truncate(name, 100) });
}
