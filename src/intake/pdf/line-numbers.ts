import { groupBy } from '../../group.ts';
import type { TextItem } from './items.ts';
import { isSmall } from './marks.ts';

/** So many numbers below each other, each one more than the one before, count lines. */
const MIN_NUMBERS = 8;
/** Where they are as large as the text there must be more, beside so many of a page's rows: a table counts its rows, too. */
const MANY = { numbers: 20, share: 0.8 } as const;
/** Baselines closer than this, in times of the size, are one. */
const LEVEL = 0.4;

/** A page's items without the numbers of its lines, which manuscripts have in the margin. */
export function partLineNumbers(items: readonly TextItem[]): { text: TextItem[]; numbers: TextItem[] } {
  const all = items.filter(({ text }) => /^\s*\d{1,4}\s*$/.test(text));
  if (all.length < MIN_NUMBERS) return { text: [...items], numbers: [] };
  const [byLeft, byRight] = [
    groupBy(all, ({ x }) => Math.round(x)),
    groupBy(all, ({ x, width }) => Math.round(x + width)),
  ];
  const numbers = new Set([...byLeft.values(), ...byRight.values()].flatMap((column) => countedIn(column, items)));
  return { text: items.filter((item) => !numbers.has(item)), numbers: [...numbers] };
}

/** A column's numbers where they count the lines beside them, and nothing else stands in their strip. */
function countedIn(column: readonly TextItem[], items: readonly TextItem[]): TextItem[] {
  const sorted = [...column].sort((a, b) => b.y - a.y);
  const [first] = sorted;
  if (!first || sorted.length < MIN_NUMBERS) return [];
  const isCounted = sorted.every(({ text }, i) => Number(text) === Number(first.text) + i);
  const left = Math.min(...sorted.map(({ x }) => x));
  const right = Math.max(...sorted.map(({ x, width }) => x + width));
  const own = new Set(sorted);
  const [top, low] = [first.y, sorted.at(-1)?.y ?? first.y];
  const others = items.filter((item) => !own.has(item) && item.text.trim() !== '');
  const between = others.filter(({ y, size }) => y <= top + size && y >= low - size);
  if (!isCounted || between.some(({ x, width }) => x < right && x + width > left)) return [];
  const beside = sorted.map((number) => between.filter(({ y, size }) => Math.abs(y - number.y) < size * LEVEL));
  if (beside.some((line) => line.length === 0)) return [];
  if (sorted.every((number, i) => beside[i]?.some((item) => isSmall(number, item)))) return sorted;
  const rows = new Set(others.map(({ y }) => Math.round(y))).size;
  return sorted.length >= MANY.numbers && sorted.length >= rows * MANY.share ? sorted : [];
}
