import type { PdfLine } from './lines.ts';
import type { Style } from './style.ts';

/** "80–95." and "1,204" begin no note. */
const BEGINS = /^(?:\d{1,3}(?!\s*[\d–—,-])|[*†‡])[.)]?\s*\S/;

/** Share of a page's height, from its foot, in which a column's notes stand. */
const LOWER = 0.5;

/**
 * Lines with the footnotes set apart, as if they stood at the end: they are no paragraphs of the text above them. Each
 * column of a page may have its own.
 */
export function partNotes(lines: readonly PdfLine[], style: Style): { text: PdfLine[]; notes: PdfLine[] } {
  const text: PdfLine[] = [];
  const notes: PdfLine[] = [];
  for (const page of partsWhere(lines, (line, next) => line.page !== next.page)) {
    const [low, top] = heightsOf(page);
    const columns = partsWhere(page, (line, next) => next.y > line.y + line.size);
    for (const [i, column] of columns.entries()) {
      const foot = footOf(column, style);
      const isLow = i === columns.length - 1 || (column.at(-foot)?.y ?? top) < low + (top - low) * LOWER;
      const end = isLow ? column.length - foot : column.length;
      text.push(...column.slice(0, end));
      notes.push(...column.slice(end));
    }
  }
  return { text, notes };
}

function partsWhere(lines: readonly PdfLine[], isNew: (line: PdfLine, next: PdfLine) => boolean): PdfLine[][] {
  const parts: PdfLine[][] = [];
  for (const line of lines) {
    const part = parts.at(-1);
    const last = part?.at(-1);
    if (part && last && !isNew(last, line)) part.push(line);
    else parts.push([line]);
  }
  return parts;
}

function heightsOf(lines: readonly PdfLine[]): [low: number, top: number] {
  return lines.reduce<[number, number]>(
    ([low, top], { y }) => [Math.min(low, y), Math.max(top, y)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}

/** How many of a column's last lines are notes: small ones, the first of which has a number or sign, below text. */
function footOf(column: readonly PdfLine[], style: Style): number {
  let foot = 0;
  while (foot < column.length && (column.at(-1 - foot)?.size ?? style.size) < style.size * 0.92) foot++;
  while (foot > 0 && !BEGINS.test(column.at(-foot)?.text ?? '')) foot--;
  return foot < column.length ? foot : 0;
}
