import { PAGE_LABEL } from '../../material/places.ts';
import type { DraftPassage } from '../../material/types.ts';
// Not from the room's index: a process that reads one file would load the whole engine first.
import { english } from '../../text/languages/index.ts';
import { splitSentences } from '../../text/sentences.ts';
import { placeBelowHeadings } from './headings.ts';
import type { Block, Paragraph } from './types.ts';

/** The most characters of a passage: three excerpts of that length and their citations fit one Discord message (4,000). */
export const MAX_LENGTH = 900;

/** The longest heading of a passage, with those above it, in characters; the highest are left out first. */
const MAX_HEADING = 200;
const SEPARATOR = ' > ';
/** Of one passage; more are emphasis. */
const MAX_TERMS = 20;

/**
 * Numbers paragraphs as a reader would: body text 1, 2, 3 …, captions by themselves. A long paragraph becomes several
 * passages with its number. Each passage has the headings that it stands below: "Water > The leat".
 */
export function toPassages(blocks: readonly Block[]): DraftPassage[] {
  const counts = { body: 0, caption: 0 };
  return placeBelowHeadings(blocks).flatMap(({ block, path }) => {
    const heading = headingOf(path);
    const paragraph = ++counts[block.role ?? 'body'];
    return cut(block.text).map(([start, end], i): DraftPassage => {
      const text = block.text.slice(start, end);
      const part = i === 0 ? {} : { part: i + 1 };
      return { paragraph, ...part, ...placeOf(block, start), kind: 'quote', ...natureOf(block, text, heading), text };
    });
  });
}

/** Where a passage of a paragraph stands. */
function placeOf(block: Paragraph, start: number): Pick<DraftPassage, 'page' | 'pageLabel' | 'isSlide' | 'seconds'> {
  const page = block.pages?.findLast(({ at }) => at <= start);
  return {
    ...(page === undefined ? {} : { page: page.page }),
    ...(page?.isSlide ? { isSlide: true as const } : {}),
    ...(page?.label === undefined || !PAGE_LABEL.test(page.label) ? {} : { pageLabel: page.label }),
    ...(block.seconds === undefined ? {} : { seconds: block.seconds }),
  };
}

function natureOf(block: Paragraph, text: string, heading: string | undefined) {
  const terms = termsIn(block, text);
  return {
    ...(block.role === undefined ? {} : { role: block.role }),
    ...(block.kind === undefined || (block.role !== undefined && block.kind !== 'scan') ? {} : { form: block.kind }),
    ...(terms.length === 0 ? {} : { terms }),
    ...(heading === undefined ? {} : { heading }),
  };
}

/** What is set in bold in the passage; of a glossary's entry, its first line. */
function termsIn({ kind, terms = [] }: Paragraph, text: string): string[] {
  const [first = ''] = text.split('\n', 1);
  const defined = kind === 'glossary' && first !== text ? [first] : [];
  return [...new Set([...defined, ...terms.filter((term) => text.includes(term))])].slice(0, MAX_TERMS);
}

function headingOf(path: readonly string[]): string | undefined {
  const heading = path.join(SEPARATOR);
  if (heading === '') return undefined;
  return heading.length > MAX_HEADING && path.length > 1 ? headingOf(path.slice(1)) : heading;
}

type Span = readonly [start: number, end: number];

/** Spans of at most `MAX_LENGTH` characters, cut between sentences and of about the same length. */
function cut(text: string): Span[] {
  if (text.length <= MAX_LENGTH) return [[0, text.length]];
  const sentences = splitSentences(text, english).flatMap((span) => cutSentence(text, span));
  const spans: Span[] = [];
  for (let first = 0; first < sentences.length; ) {
    const last = lastOfPassage(sentences, first);
    spans.push([sentences[first]?.[0] ?? 0, sentences[last]?.[1] ?? text.length]);
    first = last + 1;
  }
  return spans;
}

/** The sentence that a passage ends with: what is left, shared out evenly, would be cut nearest to it. */
function lastOfPassage(sentences: readonly Span[], first: number): number {
  const start = sentences[first]?.[0] ?? 0;
  const left = (sentences.at(-1)?.[1] ?? 0) - start;
  const target = left / Math.ceil(left / MAX_LENGTH);
  let best = first;
  for (let i = first + 1; i < sentences.length; i++) {
    const length = (sentences[i]?.[1] ?? 0) - start;
    const before = (sentences[best]?.[1] ?? 0) - start;
    if (length > MAX_LENGTH || Math.abs(length - target) > Math.abs(before - target)) break;
    best = i;
  }
  return best;
}

/** A sentence that is too long by itself is cut between words, and a word that is, anywhere. */
function cutSentence(text: string, [start, end]: Span): Span[] {
  const spans: Span[] = [];
  let from = start;
  while (end - from > MAX_LENGTH) {
    const space = text.slice(from, from + MAX_LENGTH + 1).lastIndexOf(' ');
    const to = from + (space > MAX_LENGTH / 2 ? space : MAX_LENGTH);
    spans.push([from, to]);
    from = text[to] === ' ' ? to + 1 : to;
  }
  return [...spans, [from, end]];
}
