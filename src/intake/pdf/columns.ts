import type { PdfLine } from './lines.ts';

/** Lines that each column must have before a page is taken for one with two. */
const FEWEST = 4;
/** Share of a page's lines that may run across: headings, captions. */
const ACROSS = 0.3;
/** Share of the width, at its left and right, that has no gutter. */
const EDGES = 0.15;

/** Columns within columns are looked for this deep: four beside each other, or a box in one of them. */
const DEEPEST = 3;
/** Characters of a column's middling line; cells of a table have fewer. */
const COLUMN_LINE = 15;

/** The lines of a page in the order in which they are read: flow by flow. */
export function inReadingOrder(lines: readonly PdfLine[]): PdfLine[] {
  const flows = new Map<number, PdfLine[]>();
  for (const line of lines) {
    const flow = flows.get(line.flow);
    if (flow) flow.push(line);
    else flows.set(line.flow, [line]);
  }
  return [...flows].sort(([a], [b]) => a - b).flatMap(([, flow]) => flowInOrder(flow));
}

/**
 * The lines of a flow in reading order. Where it has columns, what runs across them divides it
 * into bands, and in each band the left column comes before the right; each column may have columns again:
 *
 *     ======= title =======        1
 *     2 2 2 2     3 3 3 3
 *     2 2 2 2     3 3 3 3
 *     ======= figure ======        4
 *     5 5 5 5     6 6 6 6
 */
function flowInOrder(lines: readonly PdfLine[], depth = 0): PdfLine[] {
  const gutter = depth < DEEPEST ? findGutter(lines) : undefined;
  if (gutter === undefined) return joinRows(lines);
  const ordered: PdfLine[] = [];
  let left: PdfLine[] = [];
  let right: PdfLine[] = [];
  const close = () => {
    ordered.push(...flowInOrder(left, depth + 1), ...flowInOrder(right, depth + 1));
    left = [];
    right = [];
  };
  for (const line of lines) {
    if (line.right <= gutter) left.push(line);
    else if (line.left >= gutter) right.push(line);
    else {
      close();
      ordered.push(line);
    }
  }
  close();
  return ordered;
}

/** The x of the white strip between two columns: the one that the fewest lines run across. */
function findGutter(lines: readonly PdfLine[]): number | undefined {
  if (lines.length < FEWEST * 2) return undefined;
  const from = Math.min(...lines.map(({ left }) => left));
  const to = Math.max(...lines.map(({ right }) => right));
  let best: { x: number; across: number } | undefined;
  for (let x = from + (to - from) * EDGES; x < to - (to - from) * EDGES; x += 2) {
    const across = lines.filter(({ left, right }) => left < x && right > x).length;
    if (across > lines.length * ACROSS || across >= (best?.across ?? Number.POSITIVE_INFINITY)) continue;
    if (isColumn(lines.filter(({ right }) => right <= x)) && isColumn(lines.filter(({ left }) => left >= x)))
      best = { x, across };
  }
  return best?.x;
}

const isColumn = (lines: readonly PdfLine[]): boolean => lines.length >= FEWEST && medianLength(lines) > COLUMN_LINE;

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
