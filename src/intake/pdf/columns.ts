import type { PdfLine } from './lines.ts';

/** Lines that each column must have before a page is taken for one with two. */
const FEWEST = 4;
/** Share of a page's lines that may run across: headings, captions. */
const ACROSS = 0.3;

/**
 * The lines of a page in the order in which they are read. On a page of two columns, what runs across both divides it
 * into bands, and in each band the left column comes before the right:
 *
 *     ======= title =======        1
 *     2 2 2 2     3 3 3 3
 *     2 2 2 2     3 3 3 3
 *     ======= figure ======        4
 *     5 5 5 5     6 6 6 6
 */
export function inReadingOrder(lines: readonly PdfLine[]): PdfLine[] {
  const gutter = findGutter(lines);
  if (gutter === undefined) return joinRows(lines);
  const ordered: PdfLine[] = [];
  let left: PdfLine[] = [];
  let right: PdfLine[] = [];
  for (const line of lines) {
    if (line.right <= gutter) left.push(line);
    else if (line.left >= gutter) right.push(line);
    else {
      ordered.push(...left, ...right, line);
      left = [];
      right = [];
    }
  }
  return [...ordered, ...left, ...right];
}

/** The x of the white strip between two columns, near the middle of what is printed. */
function findGutter(lines: readonly PdfLine[]): number | undefined {
  const from = Math.min(...lines.map(({ left }) => left));
  const to = Math.max(...lines.map(({ right }) => right));
  let best: { x: number; across: number } | undefined;
  for (let x = from + (to - from) * 0.3; x < from + (to - from) * 0.7; x += 2) {
    const across = lines.filter(({ left, right }) => left < x && right > x).length;
    if (best === undefined || across < best.across) best = { x, across };
  }
  if (best === undefined || best.across > lines.length * ACROSS) return undefined;
  const { x } = best;
  const left = lines.filter(({ right }) => right <= x);
  const right = lines.filter((line) => line.left >= x);
  const isColumn = (column: readonly PdfLine[]) => column.length >= FEWEST && medianLength(column) > 15;
  return isColumn(left) && isColumn(right) ? x : undefined;
}

/** Cells of a table are no columns: what stands side by side is one line again. */
function joinRows(lines: readonly PdfLine[]): PdfLine[] {
  const rows: PdfLine[] = [];
  for (const line of lines) {
    const last = rows.at(-1);
    if (last && Math.abs(last.y - line.y) < line.size * 0.4)
      rows[rows.length - 1] = { ...last, text: `${last.text} | ${line.text}`, right: line.right };
    else rows.push(line);
  }
  return rows;
}

function medianLength(lines: readonly PdfLine[]): number {
  const lengths = lines.map(({ text }) => text.length).sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)] ?? 0;
}
