import type { DraftPassage } from '../../material/types.ts';
import { splitSentences } from '../../search/index.ts';
import type { Block, Paragraph } from './types.ts';

/** The most characters of a passage: three excerpts of that length and their citations fit one Discord message (4,000). */
export const LONGEST = 900;

/**
 * Numbers paragraphs as a reader would: body text 1, 2, 3 …, captions by themselves. A long paragraph becomes several
 * passages with its number. Headings go to the passages below them; one with nothing below it vanishes.
 */
export function toPassages(blocks: readonly Block[]): DraftPassage[] {
  const counts = { body: 0, caption: 0 };
  let heading: string | undefined;
  return blocks.flatMap((block) => {
    if (block.type === 'heading') {
      heading = block.text;
      return [];
    }
    const paragraph = ++counts[block.role ?? 'body'];
    return cut(block.text).map(([start, end], i): DraftPassage => {
      const page = pageAt(block, start);
      return {
        paragraph,
        ...(i === 0 ? {} : { part: i + 1 }),
        ...(page === undefined ? {} : { page }),
        kind: 'quote',
        ...(block.role === undefined ? {} : { role: block.role }),
        ...(heading === undefined ? {} : { heading }),
        text: block.text.slice(start, end),
      };
    });
  });
}

function pageAt({ pages }: Paragraph, at: number): number | undefined {
  return pages?.findLast((start) => start.at <= at)?.page;
}

type Span = readonly [start: number, end: number];

/** Spans of at most `LONGEST` characters, cut between sentences and of about the same length. */
function cut(text: string): Span[] {
  if (text.length <= LONGEST) return [[0, text.length]];
  const target = text.length / Math.ceil(text.length / LONGEST);
  const spans: [number, number][] = [];
  for (const [start, end] of splitSentences(text).flatMap((span) => cutSentence(text, span))) {
    const open = spans.at(-1);
    if (open && open[1] - open[0] < target * 0.9 && end - open[0] <= LONGEST) open[1] = end;
    else spans.push([start, end]);
  }
  return spans;
}

/** A sentence that is too long by itself is cut between words, and a word that is, anywhere. */
function cutSentence(text: string, [start, end]: Span): Span[] {
  const spans: Span[] = [];
  let from = start;
  while (end - from > LONGEST) {
    const space = text.lastIndexOf(' ', from + LONGEST);
    const to = space > from + LONGEST / 2 ? space : from + LONGEST;
    spans.push([from, to]);
    from = text[to] === ' ' ? to + 1 : to;
  }
  return [...spans, [from, end]];
}
