import { referenceBelowTitle } from '../material/cite.ts';
import type { Source } from '../material/types.ts';
import { citationWords } from './citation-words.ts';
import { truncate } from './cut.ts';
import { escapeMarkdown } from './escape.ts';
import type { Messages } from './messages.ts';

/** A work's title, and below it in small letters its reference and `more`, which is markdown. */
export function workHeading(source: Source, messages: Messages, ...more: readonly string[]): string {
  const reference = referenceBelowTitle(source, citationWords(messages));
  const below = [...(reference === undefined ? [] : [escapeMarkdown(truncate(reference, 300))]), ...more].join(' · ');
  return `## ${escapeMarkdown(truncate(source.title, 150))}${below === '' ? '' : `\n-# ${below}`}`;
}
