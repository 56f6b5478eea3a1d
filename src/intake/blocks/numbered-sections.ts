import { looksLikeHeading } from '../print/headings.ts';
import type { Block } from './types.ts';

/** So many lines with a number, counted on, are the headings of a work that has no others. */
const MIN_SECTIONS = 3;

/**
 * In a work without headings, lines such as "9. Keeping bread" between its paragraphs are its headings: they were typed, or
 * numbered as a list of one item each. Their count goes on from each to the next, and something stands below each.
 */
export function headNumberedSections(blocks: readonly Block[]): readonly Block[] {
  if (blocks.some(({ type }) => type === 'heading')) return blocks;
  const numbers = blocks.map(sectionNumber);
  const counted = numbers.filter((number) => number !== undefined);
  const goesOn = counted.every((number, i) => i === 0 || number === (counted[i - 1] ?? 0) + 1);
  const areApart = numbers.every((number, i) => number === undefined || (i + 1 < numbers.length && !numbers[i + 1]));
  if (counted.length < MIN_SECTIONS || !goesOn || !areApart) return blocks;
  return blocks.map((block, i) => (numbers[i] === undefined ? block : { type: 'heading', text: block.text }));
}

function sectionNumber(block: Block): number | undefined {
  if (block.type === 'heading' || block.role !== undefined || (block.kind ?? 'list') !== 'list') return undefined;
  const [, number, title = ''] = /^(\d{1,3})[.)] (.+)$/.exec(block.text) ?? [];
  return number !== undefined && looksLikeHeading(title) ? Number(number) : undefined;
}
