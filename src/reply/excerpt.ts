import { formatCitation } from '../material/cite.ts';
import type { Passage, Source } from '../material/types.ts';
import type { Span } from '../text/token.ts';
import { citationWords } from './citation-words.ts';
import { cutAtSentences } from './cut.ts';
import { escapeLines } from './escape.ts';
import type { Messages } from './messages.ts';

/** The passage as a quotation, matched words in bold, cut at sentences around what bears on the question. */
export function quoteExcerpt(text: string, marks: readonly Span[], focus: Span, max: number): string {
  const [start, end] = cutAtSentences(text, max, focus);
  const before = start > 0 ? '… ' : '';
  const after = end < text.length ? ' …' : '';
  return `> ${before}${markWords(text, marks, start, end)}${after}`.replace(/\n/g, '\n> ');
}

/** `text` from `start` to `end`, escaped, with the marked spans in bold; spans one word apart are joined into one. */
export function markWords(text: string, marks: readonly Span[], start = 0, end = text.length): string {
  const parts: string[] = [];
  let at = start;
  for (const [from, to] of joinNeighbours(
    text,
    marks.filter(([from, to]) => from >= start && to <= end),
  )) {
    parts.push(escapePart(text.slice(at, from)), `**${escapePart(text.slice(from, to))}**`);
    at = to;
  }
  parts.push(escapePart(text.slice(at, end)));
  return parts.join('');
}

/** Marks with nothing but a space or hyphen between them read better, and cost less, as one. */
function joinNeighbours(text: string, marks: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const mark of marks) {
    const last = joined.at(-1);
    if (last && /^[ -]?$/.test(text.slice(last[1], mark[0]))) joined[joined.length - 1] = [last[0], mark[1]];
    else joined.push(mark);
  }
  return joined;
}

/** Escaped like a whole text, but the white space at its ends, which parts of a sentence need, is kept. */
function escapePart(part: string): string {
  const [, before = '', body = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(part) ?? [];
  return `${gap(before)}${escapeLines(body)}${gap(after)}`;
}

const gap = (space: string): string => (space.includes('\n') ? '\n' : space && ' ');

/**
 * "“Title”, The Moscow Times, 29 May 2013, ¶ 3 · our summary of this paragraph": where an excerpt comes from and what it
 * is; `brief` where nothing is quoted and a phone has little room: "· our summary".
 */
export function citePassage(
  passage: Passage,
  source: Source,
  messages: Messages,
  said: 'kind' | 'brief' = 'kind',
): string {
  return messages.markdown('citation.passage', {
    reference: formatCitation(source, passage, citationWords(messages)),
    kind: messages.plain(`citation.${said}.${passage.kind}`),
  });
}
