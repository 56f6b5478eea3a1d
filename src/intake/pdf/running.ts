import { groupBy } from '../../group.ts';
import { type PdfLine, placed } from './lines.ts';
import { bodySize } from './style.ts';

/** Lines at the top and at the foot of a page that may run from page to page. */
const EDGE = 2;
/** How often a running line may stand inside pages, in times that it runs: once as a title, but not as a refrain. */
const MAX_INSIDE = 0.5;
/** On so few pages a row that repeats in part may be one of a table that does. */
const FEW_PAGES = 5;
/** Share of the slides that a line of the outline beside them stands on. */
const FIXED = 0.6;
/** Share of the text's size that the names of parts above or below a slide have at most. */
const SMALL = 0.75;
/** Times the size of other text on a slide that its title has at least. */
const TITLE = 1.12;
/** Share of the pages' height, at top and foot, that has running lines. */
const MARGIN = 0.2;
/** Baselines closer than this, in points, are of one row. */
const SAME_ROW = 2;
/** From a line of text to the next, in times of the size, at most. */
const LEADING = 1.5;
const LISTED = /^(?:[•◦▪‣●○–—-]|\d{1,2}[.)])\s/;
/** From an item's bullet to its text, in times of the size, at most. */
const SET_IN = 2.5;
const PAGE_NUMBER = /^(?:[-–—|]\s*)?(?:page|p\.)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/)\s*\d{1,4})?(?:\s*[-–—|])?$/i;

/**
 * Pages without running heads, running feet and page numbers, and what was left out; slides without the outline that
 * stands beside each. Lines come top to bottom.
 */
export function withoutRunning(
  printed: readonly (readonly PdfLine[])[],
  slides = false,
): { pages: PdfLine[][]; running: PdfLine[] } {
  const fixed = slides ? fixedLines(printed) : new Set<PdfLine>();
  const pages = printed.map((lines) => lines.filter((line) => !fixed.has(line)));
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const key of new Set(edges(lines).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  // Left and right pages may differ: a third of them is enough.
  const most = Math.max(2, pages.length / 3);
  const largest = largestOf(pages.flat());
  const isAtEdge = edgeOf(pages.flat());
  const inside = new Map<string, number>();
  for (const lines of pages) {
    const atEdge = new Set(edges(lines));
    for (const line of lines)
      if (!atEdge.has(line)) inside.set(mask(line.text), (inside.get(mask(line.text)) ?? 0) + 1);
  }
  const running = pages.flatMap((lines) => {
    const isRepeated = (line: PdfLine) => {
      const count = counts.get(keyOf(line)) ?? 0;
      if (slides && isTitle(line, lines)) return false;
      return count >= most && (inside.get(mask(line.text)) ?? 0) <= count * MAX_INSIDE;
    };
    const isRunning = (line: PdfLine) =>
      isRepeated(line) ||
      // Beside other text a number is a table's cell; a footer in parts repeats.
      (PAGE_NUMBER.test(line.text) &&
        !isLastWord(line, lines) &&
        lines.every((other) => other === line || Math.abs(other.y - line.y) >= SAME_ROW || isRepeated(other))) ||
      // The work's or chapter's heading, small at the top of a page.
      line.size < (largest.get(line.text) ?? 0) * 0.9;
    return edgeRows(lines)
      .map((rows) => rows.filter(([line]) => line !== undefined && isAtEdge(line.y)))
      .flatMap((rows) => outermost(rows, isRunning, pages.length < FEW_PAGES));
  });
  const left = new Set(running);
  return { pages: pages.map((lines) => lines.filter((line) => !left.has(line))), running: [...fixed, ...running] };
}

/** Whether a number is what was left over of the line above: it stands below that one's first word as a line of text would. */
const isLastWord = (line: PdfLine, lines: readonly PdfLine[]): boolean =>
  lines.some(({ y, left, size, text }) => {
    const isAbove = y > line.y && y - line.y < size * LEADING && /\p{L}{2}/u.test(text);
    const by = line.left - left;
    const isBelow = Math.abs(by) < 1 || (LISTED.test(text) && by > 0 && by < size * SET_IN);
    return isAbove && isBelow && Math.abs(size - line.size) < 0.5;
  });

/** What stands at the same place of most slides, of which each says something else. */
export function fixedLines(pages: readonly (readonly PdfLine[])[]): Set<PdfLine> {
  const placeOf = (line: PdfLine): string => placed(line, line.text);
  const counts = new Map<string, number>();
  let count = 0;
  let before = new Set<string>();
  for (const lines of pages) {
    const places = new Set(lines.map(placeOf));
    // A slide that is shown line by line is one.
    if (![...before].every((place) => places.has(place)) || before.size === 0) {
      count++;
      for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
    }
    before = places;
  }
  if (count < FEW_PAGES) return new Set();
  const fixed = new Set(pages.flat().filter((line) => (counts.get(placeOf(line)) ?? 0) > count * FIXED));
  const others = pages.flat().filter((line) => !fixed.has(line));
  for (const line of headings(others, count)) fixed.add(line);
  return fixed;
}

/** Names of parts in small type, each on the slides of its part, where most slides have such a name. */
function headings(lines: readonly PdfLine[], count: number): PdfLine[] {
  const size = bodySize(lines);
  const isAtEdge = edgeOf(lines);
  const small = lines.filter((line) => line.size < size * SMALL && isAtEdge(line.y));
  const rows = groupBy(small, ({ y }) => Math.round(y));
  return [...rows.values()].flatMap((row) => {
    const names = groupBy(row, ({ left, text }) => `${Math.round(left)}:${text}`);
    const often = [...names.values()].filter((name) => name.length > 1).flat();
    return new Set(often.map(({ page }) => page)).size > count * FIXED ? often : [];
  });
}

/** The heading of a slide, which several slides may have. */
const isTitle = ({ size }: PdfLine, lines: readonly PdfLine[]): boolean =>
  lines.every((other) => other.size <= size) && lines.some((other) => other.size * TITLE < size);

/** Whether a height is in the margins of the pages, as far as they have text. */
function edgeOf(lines: readonly PdfLine[]): (y: number) => boolean {
  let [low, top] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { y } of lines) [low, top] = [Math.min(low, y), Math.max(top, y)];
  const margin = (top - low) * MARGIN;
  return (y) => y <= low + margin || y >= top - margin;
}

/** Each text with the largest size that it is set in. */
function largestOf(lines: readonly PdfLine[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { text, size } of lines) sizes.set(text, Math.max(size, sizes.get(text) ?? 0));
  return sizes;
}

const edges = (lines: readonly PdfLine[]): PdfLine[] => edgeRows(lines).flat(2);

/** The rows at the top and at the foot, each from the outside inwards: a footer may have parts side by side. */
function edgeRows(lines: readonly PdfLine[]): PdfLine[][][] {
  const rows: PdfLine[][] = [];
  for (const line of lines) {
    const row = rows.at(-1);
    if (row?.[0] && Math.abs(row[0].y - line.y) < SAME_ROW) row.push(line);
    else rows.push([line]);
  }
  const edge = Math.min(EDGE, Math.floor(rows.length / 2));
  return edge === 0 ? [] : [rows.slice(0, edge), rows.slice(-edge).reverse()];
}

/** The running lines that nothing but other running lines parts from the page's edge; `whole` of whole rows alone. */
function outermost(rows: readonly PdfLine[][], isRunning: (line: PdfLine) => boolean, whole: boolean): PdfLine[] {
  const end = rows.findIndex((row) => !(whole ? row.every(isRunning) : row.some(isRunning)));
  return rows.slice(0, end === -1 ? rows.length : end).flatMap((row) => row.filter(isRunning));
}

/** What a line says but for its numbers, and how high it stands: text that comes again elsewhere is text. */
const keyOf = ({ text, y }: PdfLine): string => `${Math.round(y / 6)}:${mask(text)}`;

const mask = (text: string): string => text.replace(/\d+/g, '#').slice(0, 120);
