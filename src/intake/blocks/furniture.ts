import { BUTTON, FURNITURE_LINES, TAIL_HEADING } from '../words/english.ts';
import { oneLine } from './normalise.ts';
import type { Block } from './types.ts';

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

/** Leaves the furniture out, and all that follows a heading such as "Related articles" where no long paragraph does. */
export function withoutFurniture(blocks: readonly Block[]): Block[] {
  return withoutTail(blocks).filter((block) => !isFurniture(block.text, block.type === 'heading'));
}

function withoutTail(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.findLastIndex(({ type, text }) => type === 'paragraph' && text.length > 220);
  const tail = blocks.findIndex(({ text }, i) => i > last && i > 0 && isTail(text));
  return tail === -1 ? blocks : blocks.slice(0, tail);
}
