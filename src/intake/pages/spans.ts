import { parseDocument } from 'htmlparser2';
import { descendants, type Element, elementsIn, htmlOf, type Node } from './tree.ts';

/** Rows and columns that one cell may cover, and cells that are written again in a page: beyond it, they stay as they are. */
const MAX_SPAN = 50;
const MAX_COPIES = 2_000;

interface Reaching {
  readonly cell: Element;
  rows: number;
}

/** Writes a cell that covers several rows into each of them: the year of three rows is said in all three. */
export function repeatSpans(roots: readonly Node[]): void {
  let copies = 0;
  for (const table of [...descendants(roots)]) {
    if (table.name !== 'table' || copies > MAX_COPIES) continue;
    const reaching = new Map<number, Reaching>();
    for (const row of rowsOf(table)) copies += fillRow(row, reaching);
  }
}

/** Returns how many cells were added. */
function fillRow(row: Element, reaching: Map<number, Reaching>): number {
  const filled: Element[] = [];
  let column = 0;
  let copies = 0;
  const takeReaching = () => {
    for (let held = reaching.get(column); held; held = reaching.get(column)) {
      if (--held.rows === 0) reaching.delete(column);
      filled.push(copyOf(held.cell, row));
      column++;
      copies++;
    }
  };
  for (const cell of elementsIn(row.children).filter(({ name }) => /^t[hd]$/.test(name))) {
    takeReaching();
    const below = spanOf(cell, 'rowspan') - 1;
    delete cell.attribs.rowspan;
    if (below > 0) reaching.set(column, { cell, rows: below });
    filled.push(cell);
    column += spanOf(cell, 'colspan');
  }
  takeReaching();
  if (copies > 0) row.children = filled;
  return copies;
}

function copyOf(cell: Element, row: Element): Element {
  const copy = elementsIn(parseDocument(htmlOf([cell])).children)[0] ?? cell;
  copy.parent = row;
  return copy;
}

function rowsOf({ children }: Element): Element[] {
  return elementsIn(children).flatMap((child) => {
    if (child.name === 'tr') return [child];
    return /^t(?:head|body|foot)$/.test(child.name) ? rowsOf(child) : [];
  });
}

const spanOf = ({ attribs }: Element, name: 'rowspan' | 'colspan'): number =>
  Math.min(MAX_SPAN, Math.max(1, Math.floor(Number(attribs[name] ?? 1)) || 1));
