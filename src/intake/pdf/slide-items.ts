import { groupBy } from '../../group.ts';
import { endsSentence } from '../blocks/sentences.ts';
import type { PdfLine } from './lines.ts';
import { BEGINS } from './marks.ts';

/** How far lines of the same list may stand apart, in times of the size. */
const NEAR = 2.6;
/** Room before a line, in times of the least of the list, that parts two lists. */
const ROOM = 1.5;
/** How much of its size a line of the same list may differ. */
const LIKE = 0.1;
/** An item that stands below another is set in by at least this, in times of the size. */
const NESTED = 0.6;
/** Baselines closer than this, in times of the size, stand beside each other. */
const LEVEL = 0.8;
/** Lefts that differ by no more than this, in times of the size, are one. */
const SAME = 0.3;
/** So many lines that all begin with a capital were not wrapped; below a deck's title two. */
const MIN_LINES = 3;
/** A title slide has no more lines below its title, and no longer ones. */
const TITLE_SLIDE = { lines: 5, length: 60 } as const;

const MARK = /^(?:[•◦▪‣●○–—-]|\d{1,2}[.)]|\([a-z\d]{1,2}\))\s+\S/;
const BULLET = /^[•◦▪‣●○]\s/;

/** What begins with a line: an item of a list, or a paragraph. */
export type Start = 'item' | 'paragraph';

/**
 * The lines of slides that begin an item of a list without bullets, or a paragraph: in a deck that has bullets elsewhere.
 * What tells them is the line before, which ended though the next word had fitted: a line that is wrapped is full.
 * Sentences are paragraphs, and so are the lines below the deck's title. `lines` come in reading order.
 */
export function slideStarts(lines: readonly PdfLine[]): Map<PdfLine, Start> {
  const starts = new Map<PdfLine, Start>();
  const hasBullets = lines.some((line) => line.hasBullet || BULLET.test(line.text));
  const pages = groupBy(lines, ({ page }) => page);
  for (const list of listsOf(lines)) {
    const even = evenlyBegun(list, isTitleSlide(list) ? 2 : MIN_LINES);
    const broken = list.filter(
      (line, i) => i > 0 && (even.has(line) || isBroken(list, i, edgeOf(list, i, pages.get(line.page) ?? []))),
    );
    const [first, second] = list;
    if (!first || !second || broken.length === 0) continue;
    const ended = broken.filter((line) => endsSentence(list[list.indexOf(line) - 1]?.text ?? '')).length;
    const start = hasBullets || ended * 2 > broken.length || isTitleSlide(list) ? 'paragraph' : 'item';
    for (const line of broken) starts.set(line, start);
    // A line that the others are set in below leads to them.
    const isItem = broken.some((line) => Math.abs(line.left - first.left) <= line.size * SAME);
    if (isItem && second.left < first.left + first.size * NESTED) starts.set(first, start);
  }
  return starts;
}

const isTitleSlide = (list: readonly PdfLine[]): boolean =>
  list[0]?.page === 1 &&
  list.length <= TITLE_SLIDE.lines &&
  list.every(({ text }) => text.length <= TITLE_SLIDE.length);

/** Lines below each other, of the same size. Rows of a table and what has bullets tell for themselves. */
function listsOf(lines: readonly PdfLine[]): PdfLine[][] {
  const lists: PdfLine[][] = [];
  for (const line of lines) {
    const last = lists.at(-1)?.at(-1);
    if (last && isBelow(line, last)) lists.at(-1)?.push(line);
    else lists.push([line]);
  }
  return lists.flatMap(apart).flatMap(unmarked);
}

/** The parts of a list without rows of a table and items that have marks. */
function unmarked(list: readonly PdfLine[]): PdfLine[][] {
  const parts: PdfLine[][] = [];
  let open: PdfLine[] | undefined;
  let item: PdfLine | undefined;
  for (const line of list) {
    if (line.text.includes(' | ')) open = undefined;
    else if (isItem(line)) [item, open] = [line, undefined];
    else if (open) open.push(line);
    else if (!item || (BEGINS.test(line.text) && !isSetIn(line, item))) {
      open = [line];
      parts.push(open);
    }
  }
  return parts;
}

const isItem = ({ text, hasBullet }: PdfLine): boolean => MARK.test(text) || hasBullet === true;

/** Whether a line stands below an item's text: that of one with a bullet of text is to the right of the bullet. */
export const isSetIn = ({ left }: PdfLine, { left: from, size, hasBullet }: PdfLine): boolean =>
  left > from + size * (hasBullet ? -SAME : SAME);

/** Parts lines where more room is left than between the others. */
function apart(list: readonly PdfLine[]): PdfLine[][] {
  const fall = (i: number) => (list[i - 1]?.y ?? 0) - (list[i]?.y ?? 0);
  const least = Math.min(...list.slice(1).map((_, i) => fall(i + 1)));
  const starts = list.map((_, i) => i).filter((i) => i === 0 || fall(i) > least * ROOM);
  return starts.map((from, i) => list.slice(from, starts[i + 1]));
}

function isBelow(line: PdfLine, last: PdfLine): boolean {
  const fall = last.y - line.y;
  return (
    line.page === last.page &&
    fall > last.size * LEVEL &&
    fall < last.size * NEAR &&
    Math.abs(line.size - last.size) <= last.size * LIKE &&
    line.left < last.right &&
    last.left < line.right
  );
}

/** Whether the line before was ended on purpose. */
function isBroken(list: readonly PdfLine[], at: number, edge: number): boolean {
  const [last, line] = [list[at - 1], list[at]];
  if (!last || !line || isCentred(last, line)) return false;
  const by = line.left - last.left;
  // Below a number the rest of its item is set in.
  if (by > line.size * NESTED && last.number === undefined) return true;
  const room = edge - last.right - line.size / 2;
  const width = line.right - line.left;
  const word = (width * (line.text.indexOf(' ') + 1 || line.text.length)) / line.text.length;
  // In the middle of a sentence a word may have been too long for the line; a whole line had not been.
  return room > (BEGINS.test(line.text) ? word : width);
}

/** Lines that stand below each other, all begin with a capital and end no sentence: wrapped lines would not. */
function evenlyBegun(list: readonly PdfLine[], fewest: number): Set<PdfLine> {
  const begun = new Set<PdfLine>();
  for (let from = 0; from < list.length; ) {
    const first = list[from];
    const past = list.findIndex(
      (line, i) => i > from && !!first && Math.abs(line.left - first.left) > line.size * SAME,
    );
    const end = past === -1 ? list.length : past;
    const column = list.slice(from, end);
    const isEven = column.every(
      ({ text }, i) => /^["'“‘(]?\p{Lu}/u.test(text) && (i === column.length - 1 || !/[,;:–—.!?…-]$/.test(text)),
    );
    if (column.length >= fewest && isEven) for (const line of column) begun.add(line);
    from = end;
  }
  return begun;
}

const isCentred = (last: PdfLine, line: PdfLine): boolean =>
  Math.abs(line.left - last.left) > line.size * SAME &&
  Math.abs(line.left + line.right - last.left - last.right) < line.size;

/** The right edge of the column of the line before: that of the list, or of the white before what stands beside it. */
function edgeOf(list: readonly PdfLine[], at: number, page: readonly PdfLine[]): number {
  const last = list[at - 1];
  if (!last) return 0;
  const beside = page.filter(({ y, left }) => Math.abs(y - last.y) < last.size * LEVEL && left > last.right);
  return Math.min(Math.max(...list.map(({ right }) => right)), ...beside.map(({ left }) => left - last.size));
}
