import type { AddResult, FileFailure } from '../servers/types.ts';
import { truncate } from './cut.ts';
import { escapeMarkdown } from './escape.ts';
import type { Messages } from './messages.ts';
import { formatSize } from './size.ts';

type Refused = Exclude<AddResult, { ok: true }>;

/** Why a file was not taken in, in a sentence that says what to do. */
export function whyNotAdded(result: Refused, name: string, messages: Messages): string {
  if (result.reason === 'duplicate')
    return messages.markdown('library.duplicate', { title: truncate(result.source.title, 150) });
  const why = result.reason === 'file' ? whyUnread(result, messages) : whyTooMuch(result, messages);
  const [sentence, ...details] = why;
  return [lead('library.failed', sentence, messages, name), ...details].join('\n');
}

export function whyNoFacts(failure: FileFailure, messages: Messages): string {
  const [sentence, ...details] = whyUnread(failure, messages);
  return [lead('library.factsFailed', sentence, messages), ...details].join('\n');
}

/** The quota that would be exceeded, alone: for what is no file, such as bringing a work back. */
export function whyTooMuch(
  { reason, most, wanted }: Exclude<Refused, { reason: 'file' | 'duplicate' }>,
  messages: Messages,
): [string] {
  const shown = (amount: number) => (reason === 'bytes' ? formatSize(amount) : amount);
  return [messages.plain(`library.quota.${reason}`, { most: shown(most), wanted: shown(wanted) })];
}

/** The lines of details that a message has room for. */
const MOST_DETAILS = 20;
const DETAIL = 150;

function whyUnread({ problem, details, most }: FileFailure, messages: Messages): string[] {
  const values = most === undefined ? {} : { most: formatSize(most) };
  const shown = details.slice(0, MOST_DETAILS).map((line) => `- ${escapeMarkdown(truncate(line, DETAIL))}`);
  const more = details.length - shown.length;
  return [
    messages.plain(`intake.problem.${problem}`, values),
    ...shown,
    ...(more > 0 ? [messages.markdown('library.more', { count: more })] : []),
  ];
}

function lead(key: string, why: string | undefined, messages: Messages, name = ''): string {
  return messages.markdown(key, { why: why ?? '', name: truncate(name, 100) });
}
