/** A piece of text as a PDF places it; lengths in points (1/72 inch), y growing upwards from the page's foot. */
export interface TextItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the type. */
  readonly size: number;
}

/** A line of print. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Counted from 1. */
  readonly page: number;
}

/** Items farther apart than this many times their size belong to two lines side by side: columns, or a table's cells. */
const APART = 1.6;
/** A gap wider than this many times the size is a space that the file leaves to the eye. */
const SPACE = 0.15;

/** Joins the items of a page to lines, top to bottom; what stands side by side stays apart. */
export function linesOfItems(items: readonly TextItem[], page: number): PdfLine[] {
  const sorted = items.filter(({ text }) => text.trim() !== '').sort((a, b) => b.y - a.y || a.x - b.x);
  const rows: TextItem[][] = [];
  for (const item of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && first.y - item.y < Math.max(first.size, item.size) * 0.4) row.push(item);
    else rows.push([item]);
  }
  return rows.flatMap((row) => splitRow(row).map((run) => toLine(run, page)));
}

function splitRow(row: TextItem[]): TextItem[][] {
  const runs: TextItem[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const item of row.sort((a, b) => a.x - b.x)) {
    const run = runs.at(-1);
    if (run && item.x - right <= item.size * APART) run.push(item);
    else runs.push([item]);
    right = Math.max(right, item.x + item.width);
  }
  return runs;
}

function toLine(run: readonly TextItem[], page: number): PdfLine {
  const longest = run.reduce((best, item) => (item.text.length > best.text.length ? item : best));
  let text = '';
  let right = run[0]?.x ?? 0;
  for (const item of run) {
    if (isNoteSign(item, longest)) continue;
    const spaced = /\s$/.test(text) || /^\s/.test(item.text) || text === '';
    text += !spaced && item.x - right > item.size * SPACE ? ` ${item.text}` : item.text;
    right = Math.max(right, item.x + item.width);
  }
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    left: run[0]?.x ?? 0,
    right,
    y: run[0]?.y ?? 0,
    size: longest.size,
    page,
  };
}

/** The small raised number that leads to a note; at a line's beginning it is the note's own. */
function isNoteSign(item: TextItem, { size, y }: TextItem): boolean {
  return item.size < size * 0.8 && item.y > y + size * 0.15 && /^\s*(?:\d{1,3}|[*†‡])\s*$/.test(item.text);
}
