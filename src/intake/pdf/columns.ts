import { groupBy } from '../../group.ts';
import { endsSentence } from '../blocks/sentences.ts';
import { joinTwo, type Words } from '../print/join.ts';
import type { PdfLine } from './lines.ts';
import { BEGINS, LONE_MARK } from './marks.ts';

/** Lines that each column must have before a page is taken for one with two. */
const MIN_LINES = 4;
/** Share of a page's lines that may run across: headings, captions. */
const ACROSS = 0.3;
/** Share of the width, at its left and right, that has no gutter. */
const EDGES = 0.15;

/** Columns within columns are looked for this deep: four beside each other, or a box in one of them. */
const DEEPEST = 3;
/** Characters of a column's middling line; cells of a table have fewer. */
const COLUMN_LINE = 15;
/** Characters of running text's middling line, share of its lines that are full, and how much of its width these may lack. */
const TEXT_LINE = 30;
const FULL = 0.6;
const RAGGED = 0.15;
/** Share of a table's cells that stand at the height of the text beside it, and that may have a baseline of it. */
const BESIDE = 0.75;
const ALIGNED = 0.4;
/** Lines of a table's cell at most. */
const CELL_LINES = 3;
/** Baselines closer than this, in times of the size, are one. */
const LEVEL = 0.4;
/** Lines that are larger than their neighbours by this factor are headings. */
const LARGER = 1.12;
const LIST_MARK = /^(?:[•◦▪‣●○]|\d{1,2}[.)]|\([a-z\d]{1,2}\))(?=\s|$)/;
const NO_WORDS: Words = new Set();

/** The lines of a page in the order in which they are read: flow by flow. */
export function inReadingOrder(lines: readonly PdfLine[]): PdfLine[] {
  return joinCells(
    [...groupBy(lines, ({ flow }) => flow)]
      .sort(([a], [b]) => a - b)
      .map(([, flow]) => (flow[0]?.cell ? tableRows(flow) : flowInOrder(flow))),
  );
}

/** The rows of a table that is known to be one. */
function tableRows(lines: readonly PdfLine[]): PdfLine[] {
  const columns = Math.max(...lines.map(({ cell }) => (cell?.[1] ?? 0) + 1));
  return [...groupBy(lines, ({ cell }) => cell?.[0] ?? 0)]
    .sort(([a], [b]) => a - b)
    .map(([, row]) => {
      const cells = groupBy(row, ({ cell }) => cell?.[1] ?? 0);
      const texts = Array.from({ length: columns }, (_, i) => cells.get(i) ?? []).map((cell) =>
        cell.length > 0 ? cellOf(cell).text : '',
      );
      const { isEven: _, ...line } = cellOf(row);
      return { ...line, text: texts.join(' | ') };
    });
}

/**
 * The cells of a table's row are a line, though one has several lines:
 *
 *     Purchase of     12    3
 *     own shares
 */
function joinCells(flows: readonly (readonly PdfLine[])[]): PdfLine[] {
  const joined: PdfLine[] = [];
  let cells: readonly PdfLine[] = [];
  for (const flow of flows) {
    if (isBeside(flow, cells)) {
      joined.splice(-cells.length, cells.length, beside(cellOf(cells), cellOf(flow)));
      cells = joined.slice(-1);
    } else {
      joined.push(...flow);
      cells = flow;
    }
  }
  return joined;
}

/** Whether a flow is a cell at the right of another: both of a few lines, which are no list's, at the same height. */
function isBeside(flow: readonly PdfLine[], cells: readonly PdfLine[]): boolean {
  const [first] = flow;
  const [top] = cells;
  if (!first || !top || first.cell || top.cell || flow.length > CELL_LINES || cells.length > CELL_LINES) return false;
  if ([...cells, ...flow].some(({ text, size }) => isListed(text) || size > first.size * LARGER)) return false;
  if ([flow, cells].some((lines) => isList(lines) || isBox(lines))) return false;
  const low = (cells.at(-1)?.low ?? cells.at(-1)?.y ?? top.y) - first.size * LEVEL;
  const right = Math.max(...cells.map((line) => line.right));
  return first.left >= right && first.y >= low && (flow.at(-1)?.y ?? first.y) <= top.y + first.size * LEVEL;
}

/** Lines that all begin with a capital, and none of which ends a sentence: a cell's lines are wrapped. */
const isList = ([, ...others]: readonly PdfLine[]): boolean =>
  others.length > 0 && others.every(({ text }) => /^\p{Lu}\p{L}/u.test(text));

/** A name with a sentence below it: the lines of a cell are wrapped, and a sentence's first word had fitted beside its name. */
function isBox(lines: readonly PdfLine[]): boolean {
  const [name, first] = lines;
  if (!name || !first || !endsSentence(lines.at(-1)?.text ?? '') || !BEGINS.test(first.text)) return false;
  const widest = Math.max(...lines.map(widthOf));
  const word = (widthOf(first) * (first.text.indexOf(' ') + 1 || first.text.length)) / first.text.length;
  return widest - widthOf(name) > word + name.size;
}

const widthOf = ({ left, right }: PdfLine): number => right - left;

const isListed = (text: string): boolean => LIST_MARK.test(text) && !LONE_MARK.test(text);

/** A cell's lines as one line. */
function cellOf(lines: readonly PdfLine[]): PdfLine {
  const [first, ...others] = lines;
  if (!first) throw new RangeError('a cell has lines');
  const signs = lines.flatMap((line) => line.signs ?? []).join('');
  return {
    ...first,
    text: others.reduce((text, line) => joinTwo(text, line.text, NO_WORDS), first.text),
    right: Math.max(...lines.map(({ right }) => right)),
    low: Math.min(...lines.map(({ low, y }) => low ?? y)),
    ...(signs === '' ? {} : { signs }),
  };
}

/** Two cells as one line; what marks a list's item stands before it without a bar. */
function beside(left: PdfLine, right: PdfLine): PdfLine {
  const signs = `${left.signs ?? ''}${right.signs ?? ''}`;
  return {
    ...left,
    text: `${left.text}${LONE_MARK.test(left.text) ? ' ' : ' | '}${right.text}`,
    right: Math.max(left.right, right.right),
    y: Math.max(left.y, right.y),
    low: Math.min(left.low ?? left.y, right.low ?? right.y),
    ...(signs === '' ? {} : { signs }),
  };
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
  if (lines.length < MIN_LINES * 2) return undefined;
  const from = Math.min(...lines.map(({ left }) => left));
  const to = Math.max(...lines.map(({ right }) => right));
  let best: { x: number; across: number } | undefined;
  for (let x = from + (to - from) * EDGES; x < to - (to - from) * EDGES; x += 2) {
    const across = lines.filter(({ left, right }) => left < x && right > x).length;
    if (across > lines.length * ACROSS || across >= (best?.across ?? Number.POSITIVE_INFINITY)) continue;
    const [left, right] = [lines.filter((line) => line.right <= x), lines.filter((line) => line.left >= x)];
    if ((isColumn(left) && isColumn(right)) || isBesideText(left, right) || isBesideText(right, left))
      best = { x, across };
  }
  return best?.x;
}

const isColumn = (lines: readonly PdfLine[]): boolean => lines.length >= MIN_LINES && medianLength(lines) > COLUMN_LINE;

/** Whether cells stand beside running text, at its height, and are no cells of its lines: their baselines are others. */
function isBesideText(cells: readonly PdfLine[], text: readonly PdfLine[]): boolean {
  if (cells.length < MIN_LINES || text.length < MIN_LINES || medianLength(text) < TEXT_LINE) return false;
  const [left, right] = [Math.min(...text.map((line) => line.left)), Math.max(...text.map((line) => line.right))];
  const full = text.filter((line) => line.right > right - (right - left) * RAGGED);
  if (full.length < text.length * FULL) return false;
  const [low, top] = [Math.min(...text.map(({ y }) => y)), Math.max(...text.map(({ y }) => y))];
  const beside = cells.filter(({ y, size }) => y > low - size && y < top + size);
  if (beside.length < cells.length * BESIDE) return false;
  const levels = new Set(text.flatMap(({ y }) => [-1, 0, 1].map((by) => Math.round(y) + by)));
  return cells.filter(({ y }) => levels.has(Math.round(y))).length < cells.length * ALIGNED;
}

/** Cells of a table are no columns: what stands side by side is one line again. */
function joinRows(lines: readonly PdfLine[]): PdfLine[] {
  const rows: PdfLine[] = [];
  for (const line of lines) {
    const last = rows.at(-1);
    if (last && Math.abs(last.y - line.y) < line.size * LEVEL)
      // Baselines may differ by a hair.
      rows[rows.length - 1] = line.right <= last.left ? beside(line, last) : beside(last, line);
    else rows.push(line);
  }
  return rows;
}

function medianLength(lines: readonly PdfLine[]): number {
  const lengths = lines.map(({ text }) => text.length).sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)] ?? 0;
}
