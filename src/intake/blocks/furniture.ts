import { groupBy } from '../../group.ts';
import { BUTTON, COMMENTS_HEADING, FURNITURE_LINES, TAIL_HEADING } from '../words/english.ts';
import { countLetters } from './letters.ts';
import { oneLine } from './normalise.ts';
import type { Block, Omission } from './types.ts';

/** A longer paragraph is text, wherever it stands. */
const MAX_TEASER = 220;
/** Links of a page's own come again at least so often, and are no longer than this. */
const OFTEN = 3;
const MAX_LINK = 80;
/** Letters above a heading of comments; with fewer, what was written below it is the page's text. */
const ARTICLE = 200;

/**
 * Whether a line is the page's and not the article's: a button, a box for readers' addresses, the small print. A
 * button's word may head a chapter: "Culture", "News".
 */
export function isFurniture(text: string, isHeading = false): boolean {
  const line = oneLine(text);
  if (line.length > 220) return false;
  if (FURNITURE_LINES.some((pattern) => pattern.test(line))) return true;
  return !isHeading && line.split(/\s*[|•·»›]\s*|\s{2,}|\s\/\s/).every((name) => name === '' || BUTTON.test(name));
}

export const isTail = (text: string): boolean => TAIL_HEADING.test(oneLine(text).replace(/:$/, ''));

/**
 * Leaves the furniture out, all that readers wrote below an article, and all links that follow a heading such as "Related
 * articles"; with what was left out.
 */
export function withoutFurniture(blocks: readonly Block[]): { blocks: Block[]; omitted: Omission[] } {
  const end = tailOf(blocks.slice(0, commentsOf(blocks)));
  const repeated = repeatedLinks(blocks);
  const isKept = (block: Block, i: number) =>
    i < end && !repeated.has(block) && !isFurniture(block.text, block.type === 'heading');
  const omitted = blocks
    .filter((block, i) => !isKept(block, i))
    .map(({ text }): Omission => ({ reason: 'navigation', text }));
  return { blocks: blocks.filter(isKept), omitted };
}

/** Links that come again below each of several posts: "permalink", "quote". */
function repeatedLinks(blocks: readonly Block[]): Set<Block> {
  const isLink = (block?: Block) => block?.type === 'paragraph' && block.linked && block.text.length <= MAX_LINK;
  const links = blocks.filter((block, i) => isLink(block) && !isLink(blocks[i - 1]));
  return new Set([...groupBy(links, ({ text }) => text).values()].filter(({ length }) => length >= OFTEN).flat());
}

/** Where the comments begin: such a heading below an article. */
function commentsOf(blocks: readonly Block[]): number {
  let letters = 0;
  for (const [i, { type, text }] of blocks.entries()) {
    if (type === 'paragraph') letters += countLetters(text);
    else if (letters >= ARTICLE && COMMENTS_HEADING.test(oneLine(text).replace(/:$/, ''))) return i;
  }
  return blocks.length;
}

/** Where the tail begins: such a heading with nothing but links below it. */
function tailOf(blocks: readonly Block[]): number {
  const last = blocks.findLastIndex(
    (block) => block.type === 'paragraph' && !block.linked && block.text.length > MAX_TEASER,
  );
  const at = blocks.findIndex(({ text }, i) => i > last && i > 0 && isTail(text));
  if (at === -1) return blocks.length;
  const below = blocks.slice(at + 1).filter((block) => block.type === 'paragraph');
  const linked = below.filter((block) => block.linked).length;
  return below.length > 0 && linked >= below.length / 2 ? at : blocks.length;
}
