import type { DraftEntry } from '../answer/drafts.ts';
import { truncate } from './cut.ts';
import { escapeMarkdown } from './escape.ts';
import { type EntryTextOptions, entryText } from './fact-lines.ts';

/** UTF-16 units of the sentence that are shown. */
const SENTENCE = 600;

/** A drafted fact as markdown: what it says and where, the sentence that it was read from, and that nobody checked it. */
export function draftText({ entry, sentence }: DraftEntry, options: EntryTextOptions): string {
  const quoted = escapeMarkdown(truncate(sentence.replace(/\s+/g, ' ').trim(), SENTENCE));
  return [entryText(entry, options), `> ${quoted}`, `-# ${options.messages.markdown('fact.draft')}`].join('\n');
}
