import type { TextItem } from './items.ts';

const RIGHT_TO_LEFT = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/gu;
/** Baselines closer than this, in times of the size, are one. */
const LEVEL = 0.2;
/** The same with exponents, which stand higher. */
const ROW = 0.5;
/** Items that run from left to right and follow each other at most so far, in times of the size, are one stretch. */
const NEAR = 0.6;
/** A gap wider than this is a space. */
const SPACE = 0.15;

/**
 * Items as a mirror shows them, where most letters of the page run from right to left: what is read first then stands
 * at the left, as everywhere else, in lines, columns and tables alike. Stretches of a line that run from left to right
 * stay whole.
 */
export function mirrored(items: readonly TextItem[], width: number): readonly TextItem[] {
  const count = (pattern: RegExp) => items.reduce((sum, { text }) => sum + (text.match(pattern) ?? []).length, 0);
  if (2 * count(RIGHT_TO_LEFT) <= count(/\p{L}/gu)) return items;
  return withBrackets(inOrder(stretches(items))).map((item) => ({ ...item, x: width - item.x - item.width }));
}

const OPENING = '([{«‹';
const CLOSING = ')]}»›';
const BRACKET = /[()[\]{}«»‹›]/g;

/** Items with the brackets that are meant: many files name them as they look, and what opens looks like what closes. */
function withBrackets(items: readonly TextItem[]): readonly TextItem[] {
  const turned = new Set(items.filter((item) => !runsRight(item)));
  const named = [...turned].flatMap(({ text }) => text.match(BRACKET) ?? []);
  if (unmatched(named) <= unmatched(named.map(opposite))) return items;
  return items.map((item) => (turned.has(item) ? { ...item, text: item.text.replace(BRACKET, opposite) } : item));
}

/** How many brackets close what was not opened, or open what is not closed. */
function unmatched(brackets: readonly string[]): number {
  let open = 0;
  let odd = 0;
  for (const bracket of brackets) {
    if (OPENING.includes(bracket)) open++;
    else if (open > 0) open--;
    else odd++;
  }
  return odd + open;
}

function opposite(bracket: string): string {
  const at = OPENING.indexOf(bracket);
  return (at === -1 ? OPENING[CLOSING.indexOf(bracket)] : CLOSING[at]) ?? bracket;
}

/** Items in the order of reading, where the file has those of a line from left to right. */
function inOrder(items: readonly TextItem[]): TextItem[] {
  const rows: TextItem[][] = [];
  for (const item of items) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row && last && isRightOf(last, item)) row.push(item);
    else rows.push([item]);
  }
  return rows.flatMap((row) => row.reverse());
}

function isRightOf(last: TextItem, item: TextItem): boolean {
  const size = Math.max(last.size, item.size);
  return Math.abs(last.y - item.y) < size * ROW && item.x > last.x + last.width - size * SPACE;
}

/** Items with those of a stretch that runs from left to right as one. */
function stretches(items: readonly TextItem[]): TextItem[] {
  const joined: TextItem[] = [];
  for (const item of items) {
    const last = joined.at(-1);
    if (last && goesOn(last, item)) joined.splice(-1, 1, join(last, item));
    else joined.push(item);
  }
  return joined;
}

function goesOn(last: TextItem, item: TextItem): boolean {
  if (!runsRight(last) || !runsRight(item) || last.mark !== item.mark) return false;
  const gap = item.x - (last.x + last.width);
  return Math.abs(last.y - item.y) < last.size * LEVEL && gap > -last.size * SPACE && gap < last.size * NEAR;
}

/** Figures and signs alone run as the text around them does. */
const runsRight = ({ text }: TextItem): boolean => /\p{L}/u.test(text) && text.search(RIGHT_TO_LEFT) < 0;

function join(last: TextItem, item: TextItem): TextItem {
  const space = item.x - (last.x + last.width) > last.size * SPACE ? ' ' : '';
  return { ...last, text: `${last.text}${space}${item.text}`, width: item.x + item.width - last.x };
}
