import type { Block } from '../blocks/types.ts';
import { type Element, elementsIn, isElement, type Node, textIn } from './tree.ts';

/** A cell with more text than this belongs to a page that is laid out by a table. */
const CELL = 400;

/** A table's rows, cells apart by " | "; undefined where it is no table of data but a page's layout. */
export function dataRows(table: Element, blocksOf: (nodes: readonly Node[]) => readonly Block[]): string[] | undefined {
  const rows = rowsOf(table).map((row) => elementsIn(row.children).filter(({ name }) => /^t[hd]$/.test(name)));
  if (Math.max(0, ...rows.map(({ length }) => length)) < 2) return undefined;
  const cells = rows.map((row) => row.map((cell) => blocksOf(cell.children)));
  const isLayout = cells
    .flat()
    .some((blocks) => blocks.some(({ type }) => type === 'heading') || lengthOf(blocks) > CELL);
  if (isLayout) return undefined;
  return cells.map((row) => row.map(textOfCell).join(' | ')).filter((row) => /[^\s|]/.test(row));
}

const textOfCell = (blocks: readonly Block[]): string => blocks.map(({ text }) => text.replace(/\n/g, ' ')).join(' ');

function rowsOf({ children }: Element): Element[] {
  return elementsIn(children).flatMap((child) => {
    if (child.name === 'tr') return [child];
    return /^t(?:head|body|foot)$/.test(child.name) ? rowsOf(child) : [];
  });
}

const lengthOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { text }) => sum + text.length, 0);

/** What stands inside a table but in none of its cells, as where a page forgets to close it. */
export function outsideCells(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => {
    if (!isElement(node)) return /\S/.test(textIn([node])) ? [node] : [];
    if (/^t(?:head|body|foot|r)$/.test(node.name)) return outsideCells(node.children);
    return /^(?:t[hd]|caption|colgroup|col)$/.test(node.name) ? [] : [node];
  });
}
