import type { TextItem } from './items.ts';
import { isSmallNumber } from './marks.ts';

/** The least width of a gutter, in times the type's size: wider than the spaces of justified text mostly are. */
const NARROWEST = 0.7;
/** Rows that follow each other with the same white strip before it is a gutter. */
const MIN_ROWS = 4;
/** Width of the strips that a page is looked through by, in points. */
const STRIP = 2;

/**
 * For each row the places of the items that a gutter stands before. `rows` come top to bottom, the items of each from
 * left to right. A gutter is a strip that stays white over rows which have text on both its sides; a chance gap of
 * justified text ends in the next row.
 */
export function gutterSplits(rows: readonly (readonly TextItem[])[]): Set<number>[] {
  const splits = rows.map(() => new Set<number>());
  const open = new Map<number, [row: number, item: number][]>();
  const close = (strip: number) => {
    const found = open.get(strip) ?? [];
    if (found.length >= MIN_ROWS) for (const [row, item] of found) splits[row]?.add(item);
    open.delete(strip);
  };
  for (const [at, row] of rows.entries()) {
    for (const strip of open.keys()) if (isInked(row, strip * STRIP)) close(strip);
    for (const { item, strips } of gapsOf(row))
      for (const strip of strips) open.set(strip, [...(open.get(strip) ?? []), [at, item]]);
  }
  for (const strip of [...open.keys()]) close(strip);
  return splits;
}

/** The wide gaps of a row: the item after each, and the strips that it is as wide as. None stands after an item's small number. */
function gapsOf(row: readonly TextItem[]): { item: number; strips: number[] }[] {
  let right = Number.POSITIVE_INFINITY;
  return row.flatMap(({ x, width, size }, item) => {
    const from = right;
    right = item === 0 ? x + width : Math.max(right, x + width);
    if (x - from <= size * NARROWEST || (item === 1 && isNumbered(row))) return [];
    const first = Math.ceil(from / STRIP);
    return [{ item, strips: Array.from({ length: Math.floor(x / STRIP) - first + 1 }, (_, i) => first + i) }];
  });
}

const isNumbered = ([first, second]: readonly TextItem[]): boolean =>
  first !== undefined && second !== undefined && isSmallNumber(first, second);

const isInked = (row: readonly TextItem[], x: number): boolean =>
  row.some((item) => item.x < x && item.x + item.width > x);
