import { countLetters } from '../blocks/letters.ts';
import { subscript, superscript } from '../formulas/raised.ts';
import { flowsOf } from './flows.ts';
import { gutterSplits } from './gutters.ts';
import { withInitials } from './initials.ts';
import type { TextItem } from './items.ts';
import { isSmall, isSmallNumber } from './marks.ts';
import { itemsOf, type Table, tablesOf } from './tables.ts';

/** A line of print. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** The lowest baseline, where a table's row has cells of several lines. */
  readonly low?: number;
  readonly size: number;
  /** Counted from 1. */
  readonly page: number;
  /** Signs that lead from the line to notes; they are not in the text. */
  readonly signs?: string;
  /** The small number that it begins with, as items and footnotes do; it is in the text, too. */
  readonly number?: string;
  /** Set where all its letters have the same width. */
  readonly isEven?: true;
  /** Set where a bullet is drawn before it that is no text. */
  readonly hasBullet?: true;
  /** Which of the page's flows it is in, counted in reading order. */
  readonly flow: number;
  /** Where the flow is a table: row and column of the cell that it is in. */
  readonly cell?: readonly [row: number, column: number];
}

/** Items farther apart than this many times their size belong to two lines side by side: columns, or a table's cells. */
const APART = 1.6;
/** A gap wider than this many times the size is a space that the file leaves to the eye. */
const SPACE = 0.15;
/** Characters of a name or number in a formula. */
const SHORT = 3;
/** How far such type stands from the line's baseline, in times the line's size. */
const SHIFT = { least: 0.08, raised: 0.15, most: 0.65 } as const;

/** Joins the items of a page to lines, top to bottom; what stands side by side stays apart. `items` come in the file's order. */
export function linesOfItems(items: readonly TextItem[], page: number): PdfLine[] {
  const all = withInitials(items);
  const tables = new Map(tablesOf(all).flatMap((table) => itemsOf(table).map((item) => [item, table] as const)));
  const linesOf = (flow: readonly TextItem[], i: number) => linesOfFlow(flow).map((run) => toLine(run, page, i));
  const lines = flowsOf(all, tables).flatMap((flow, i) => {
    const table = wholeTable(flow, tables);
    if (!table) return linesOf(flow, i);
    return table.rows.flatMap((row, at) =>
      row.flatMap((cell, column) => linesOf(cell, i).map((line) => ({ ...line, cell: [at, column] as const }))),
    );
  });
  return lines.sort((a, b) => b.y - a.y || a.left - b.left);
}

/** The table that a flow is; undefined where other text stands between its cells. */
function wholeTable(flow: readonly TextItem[], tables: ReadonlyMap<TextItem, Table>): Table | undefined {
  const table = flow[0] && tables.get(flow[0]);
  const isWhole = table && flow.length === itemsOf(table).length && flow.every((item) => tables.get(item) === table);
  return isWhole ? table : undefined;
}

function linesOfFlow(items: readonly TextItem[]): TextItem[][] {
  const rows = withShifted(rowsOf(items)).map((row) => row.sort((a, b) => a.x - b.x));
  const splits = gutterSplits(rows);
  return rows.flatMap((row, i) => splitRow(row, splits[i] ?? new Set()));
}

function rowsOf(items: readonly TextItem[]): TextItem[][] {
  const sorted = items.filter(({ text }) => text.trim() !== '').sort((a, b) => b.y - a.y || a.x - b.x);
  const rows: TextItem[][] = [];
  for (const item of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && first.y - item.y < Math.max(first.size, item.size) * 0.4) row.push(item);
    else rows.push([item]);
  }
  return rows;
}

/** What a line says and where, to a point: the same for two that are printed at the same place of two pages. */
export const placed = ({ left, y }: PdfLine, text: string): string => `${Math.round(left)}:${Math.round(y)}:${text}`;

/** Small type that stands high or low at the end of a word belongs to that word's row. */
function withShifted(rows: TextItem[][]): TextItem[][] {
  const moved = new Map<TextItem, TextItem[]>();
  for (const [i, row] of rows.entries()) {
    let last: TextItem | undefined;
    for (const item of [...row].sort((a, b) => a.x - b.x)) {
      const host =
        [rows[i + 1], rows[i - 1]].find((other) => other?.some((base) => isBeside(item, base) || leads(item, other))) ??
        (last && goesOnBeside(item, last) ? moved.get(last) : undefined);
      last = item;
      if (host === undefined || moved.has(item)) continue;
      moved.set(item, host);
      host.push(item);
      rows[i] = (rows[i] ?? []).filter((other) => other !== item);
    }
  }
  return rows.filter((row) => row.length > 0);
}

function isBeside(item: TextItem, base: TextItem): boolean {
  if (!isSmall(item, base) || item.text.length > 8) return false;
  const gap = item.x - (base.x + base.width);
  return Math.abs(gap) < base.size * SPACE && Math.abs(item.y - base.y) < base.size * SHIFT.most;
}

/** Whether a small number stands high before a row's first word, as that of a note does. */
function leads(item: TextItem, row: readonly TextItem[]): boolean {
  const first = row.reduce((left, other) => (other.x < left.x ? other : left));
  const [gap, rise] = [first.x - item.x - item.width, item.y - first.y];
  return isSmallNumber(item, first) && Math.abs(gap) < first.size && rise > 0 && rise < first.size * SHIFT.most;
}

/** An exponent may have several parts, each in a face of its own. */
const goesOnBeside = (item: TextItem, last: TextItem): boolean =>
  item.text.length <= 8 && item.size === last.size && Math.abs(item.x - last.x - last.width) < item.size * SPACE;

function splitRow(row: readonly TextItem[], splits: ReadonlySet<number>): TextItem[][] {
  const runs: TextItem[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const [i, item] of row.entries()) {
    const run = runs.at(-1);
    if (run && item.x - right <= item.size * APART && !splits.has(i)) run.push(item);
    else runs.push([item]);
    right = Math.max(right, item.x + item.width);
  }
  return runs;
}

function toLine(run: readonly TextItem[], page: number, flow: number): PdfLine {
  const longest = run.reduce((best, item) => (weightOf(item) > weightOf(best) ? item : best));
  let text = '';
  let signs = '';
  const number = numberOf(run, longest);
  let right = run[0]?.x ?? 0;
  for (const item of run) {
    if (number !== undefined && item === run[0]) text = `${number} `;
    else if (isNoteSign(item, longest, text)) {
      signs += item.text.trim();
      continue;
    } else text += spacedText(item, longest, text, right);
    right = Math.max(right, item.x + item.width);
  }
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    left: run[0]?.x ?? 0,
    right,
    y: longest.y,
    size: longest.size,
    page,
    flow,
    ...(signs === '' ? {} : { signs }),
    ...(number === undefined ? {} : { number }),
    ...(isEven(run) ? { isEven: true } : {}),
  };
}

/** A line that begins with a bullet may be judged by the font of the bullet alone; no program begins so. */
function isEven(run: readonly TextItem[]): boolean {
  if (!run.every((item) => item.isEven || item.text.trim() === '')) return false;
  const text = run.map((item) => item.text).join('');
  return !/^\s*[•◦▪‣●○]/.test(text) && 2 * (text.match(ALWAYS_EVEN) ?? []).length <= countLetters(text);
}

/** Letters that every font sets in one width. */
const ALWAYS_EVEN = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/gu;

function spacedText(item: TextItem, line: TextItem, before: string, right: number): string {
  const spaced = /\s$/.test(before) || /^\s/.test(item.text) || before === '';
  const shifted = shiftedText(item, line, before);
  return !spaced && item.x - right > item.size * SPACE ? ` ${shifted}` : shifted;
}

/** The small number before a line's first word. */
function numberOf([first, ...others]: readonly TextItem[], line: TextItem): string | undefined {
  const number = first && isSmallNumber(first, line) ? first.text.trim() : undefined;
  return /^\s*["'“‘(]?(?:\p{Lu} )?\p{L}{2}/u.test(others.map(({ text }) => text).join('')) ? number : undefined;
}

/** The longest text sets a line's size; of formulas, in which all are short, the largest type. */
const weightOf = ({ text, size }: TextItem): number => (text.length > SHORT ? text.length : 0) + size / 1_000;

/** An exponent or index after what it belongs to; everything else as it stands. */
function shiftedText(item: TextItem, line: TextItem, before: string): string {
  const shift = (item.y - line.y) / line.size;
  const text = item.text.trim();
  if (!isSmall(item, line) || text === '' || text.length > 8 || !/[\p{L}\p{N})\]]$/u.test(before)) return item.text;
  if (!/^[\p{L}\p{N}+\-−–=()]+$/u.test(text)) return item.text;
  if (shift > SHIFT.raised && /^[\p{N}+\-−–]/u.test(text)) return superscript(text) + trailing(item.text);
  return shift < -SHIFT.least && /\p{N}|^\p{L}$/u.test(text) ? subscript(text) + trailing(item.text) : item.text;
}

const trailing = (text: string): string => (/\s$/.test(text) ? ' ' : '');

/**
 * The small raised number that leads to a note; at a line's beginning it is the note's own. After a figure, a unit or a
 * variable it is an exponent.
 */
function isNoteSign(item: TextItem, line: TextItem, before: string): boolean {
  if (!isSmall(item, line) || item.y <= line.y + line.size * SHIFT.raised) return false;
  return /^\s*(?:\d{1,3}|[*†‡])\s*$/.test(item.text) && !/(?:\p{N}|(?<!\p{L})\p{L}{1,2}|[⁻⁺])$/u.test(before);
}
