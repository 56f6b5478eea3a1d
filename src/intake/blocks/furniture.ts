import { BUTTON, FURNITURE_LINES, TAIL_HEADING } from '../words/english.ts';
import { oneLine } from './normalise.ts';
import type { Block, Omission } from './types.ts';

/** A longer paragraph is text, wherever it stands. */
const MAX_TEASER = 220;

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

/** Leaves the furniture out, and all links that follow a heading such as "Related articles"; with what was left out. */
export function withoutFurniture(blocks: readonly Block[]): { blocks: Block[]; omitted: Omission[] } {
  const end = tailOf(blocks);
  const isKept = (block: Block, i: number) => i < end && !isFurniture(block.text, block.type === 'heading');
  const omitted = blocks
    .filter((block, i) => !isKept(block, i))
    .map(({ text }): Omission => ({ reason: 'navigation', text }));
  return { blocks: blocks.filter(isKept), omitted };
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
