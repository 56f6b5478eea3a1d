import type { TextItem } from './items.ts';
import { LONE_MARK } from './marks.ts';

/** Room that parts two cells of a row, in times of the size. */
const APART = 0.9;
/** Baselines closer than this, in times of the size, are one; exponents stand farther from it. */
const LEVEL = 0.4;
const SHIFT = 0.9;
/** From a cell's line to the next, and from a row to the next, in times of the size, at most. */
const LEADING = 1.9;
const ROW_GAP = 3.5;
/** How much of its size a line of the same cell may differ. */
const LIKE = 0.2;
/** Lines of a cell at most: in two columns, where text has a note beside it, and in more. */
const CELL_LINES = { two: 4, more: 12 } as const;
/** Rows that a table has, and columns with a cell in so many of them. */
const MIN_ROWS = 2;
/** A row of more cells is a chart's axis, or made to harm: each is compared with each. */
const MAX_COLUMNS = 50;
/** A page with more cells, a map or one made to harm, has no tables. */
const MAX_CELLS = 5_000;

/** A table's cells, row by row; empty where a row has none in the column. */
export interface Table {
  readonly rows: readonly (readonly (readonly TextItem[])[])[];
}

export const itemsOf = ({ rows }: Table): readonly TextItem[] => rows.flat(2);

interface Cell {
  readonly items: TextItem[];
  left: number;
  right: number;
  readonly top: number;
  low: number;
  readonly size: number;
  lines: number;
}

/** Left and right edge. */
type Column = [left: number, right: number];

/** Rows below each other, and the columns that they stand in. */
interface Rows {
  readonly rows: Cell[][];
  columns: readonly Column[];
}

/**
 * The tables of a page that have cells of several lines, which no line of the page tells. Programs write a table cell by
 * cell and row by row: after a cell comes another at its right and height, and after a row one below it, whose cells stand
 * in the same columns. What is written down one column and then down the next is text in columns. `items` come in the file's order.
 */
export function tablesOf(items: readonly TextItem[]): Table[] {
  const found: Rows[] = [];
  const cells = cellsOf(items);
  if (cells.length > MAX_CELLS) return [];
  for (const row of rowsOf(cells)) {
    const open = found.at(-1);
    const columns = open && columnsWith(open, row);
    if (open && columns) {
      open.rows.push(row);
      open.columns = columns;
    } else {
      const first = withoutTextAbove(row);
      found.push({ rows: [first], columns: withRow([], first) ?? [] });
    }
  }
  return found.flatMap((one) => tableOf(one) ?? []);
}

/** The columns of a table with its next row; undefined where that is no row of it. */
function columnsWith({ rows, columns }: Rows, row: readonly Cell[]): Column[] | undefined {
  const last = rows.at(-1) ?? [];
  if (last.length < 2 || row.length < 2 || !isBelow(row, last)) return undefined;
  const all = withRow(columns, row);
  // The first row may lack its first cell; other columns are another table's.
  return all && all.length <= columns.length + (rows.length === 1 ? 1 : 0) ? all : undefined;
}

function cellsOf(items: readonly TextItem[]): Cell[] {
  const cells: Cell[] = [];
  let last: TextItem | undefined;
  for (const item of items) {
    if (item.text.trim() === '') continue;
    const cell = cells.at(-1);
    const isNext = cell !== undefined && last !== undefined && isBelowIn(cell, item);
    if (cell && last && (isNext || isBeside(last, item))) {
      cell.items.push(item);
      cell.left = Math.min(cell.left, item.x);
      cell.right = Math.max(cell.right, item.x + item.width);
      if (isNext) [cell.low, cell.lines] = [item.y, cell.lines + 1];
    } else {
      const { x, y, width, size } = item;
      cells.push({ items: [item], left: x, right: x + width, top: y, low: y, size, lines: 1 });
    }
    last = item;
  }
  return cells;
}

/** Whether an item goes on in the line of the one before. */
function isBeside(last: TextItem, item: TextItem): boolean {
  const size = Math.max(last.size, item.size);
  const gap = item.x - last.x - last.width;
  return gap > -size && gap < size * APART && Math.abs(item.y - last.y) < size * SHIFT;
}

/** Whether an item begins the next line of a cell. */
function isBelowIn({ left, right, low, size }: Cell, item: TextItem): boolean {
  const fall = (low - item.y) / size;
  const isLike = Math.abs(item.size - size) <= size * LIKE;
  return isLike && fall > LEVEL && fall < LEADING && item.x < right && item.x + item.width > left;
}

/** Cells that follow each other to the right, at one height. */
function rowsOf(cells: readonly Cell[]): Cell[][] {
  const rows: Cell[][] = [];
  for (const cell of cells) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    const isBeside =
      first &&
      row &&
      row.length < MAX_COLUMNS &&
      cell.left >= (row.at(-1)?.right ?? 0) &&
      Math.abs(cell.size - first.size) <= first.size * LIKE &&
      cell.low <= first.top + first.size * LEVEL &&
      cell.top >= Math.min(...row.map(({ low }) => low)) - first.size * LEVEL;
    if (row && isBeside) row.push(cell);
    else rows.push([cell]);
  }
  return rows;
}

/** A first row without what stands right above its first cell: its other cells begin where that one does. */
function withoutTextAbove([first, ...others]: readonly Cell[]): Cell[] {
  if (!first) return [];
  const top = Math.max(...others.map((cell) => cell.top));
  const isAbove = ({ y }: TextItem) => y > top + first.size * LEVEL;
  const rest = first.items.filter((item) => !isAbove(item));
  const [own] = cellsOf(rest);
  return own && Math.abs(own.top - top) < own.size * LEVEL ? [own, ...others] : [first, ...others];
}

function isBelow(row: readonly Cell[], last: readonly Cell[]): boolean {
  const low = Math.min(...last.map((cell) => cell.low));
  const top = Math.max(...row.map((cell) => cell.top));
  const size = row[0]?.size ?? 0;
  const gap = (low - top) / size;
  return gap > LEVEL && gap < ROW_GAP && Math.abs((last[0]?.size ?? 0) - size) <= size * LIKE;
}

/** The columns with a row's cells in them; undefined where one is in two of them. */
function withRow(columns: readonly Column[], row: readonly Cell[]): Column[] | undefined {
  const all = columns.map((column): Column => [...column]);
  for (const { left, right } of row) {
    const over = all.filter((column) => column[0] < right && column[1] > left);
    const [column] = over;
    if (over.length > 1) return undefined;
    if (column) [column[0], column[1]] = [Math.min(column[0], left), Math.max(column[1], right)];
    else all.push([left, right]);
  }
  all.sort((a, b) => a[0] - b[0]);
  return all.every((column, i) => i === 0 || column[0] >= (all[i - 1]?.[1] ?? 0)) ? all : undefined;
}

function tableOf({ rows, columns }: Rows): Table | undefined {
  const inColumn = columns.map(([left, right]) =>
    rows.map((row) => row.find((cell) => cell.left >= left && cell.right <= right)),
  );
  const shared = inColumn.filter((cells) => cells.filter((cell) => cell).length >= MIN_ROWS);
  const most = columns.length > 2 ? CELL_LINES.more : CELL_LINES.two;
  const lines = rows.flat().map((cell) => cell.lines);
  if (rows.length < MIN_ROWS || shared.length < 2 || Math.max(...lines) > most || !lines.some((count) => count > 1))
    return undefined;
  if (rows.some(([first]) => LONE_MARK.test(first?.items[0]?.text.trim() ?? ''))) return undefined;
  return { rows: rows.map((_, at) => inColumn.map((cells) => cells[at]?.items ?? [])) };
}
