import { countLetters } from '../blocks/letters.ts';
import { normalise, oneLine } from '../blocks/normalise.ts';
import type { Omission, Paragraph } from '../blocks/types.ts';

/** Rows above the header that may say what the table is. */
const MAX_ABOVE = 10;
const SEPARATOR = '; ';

export interface Rows {
  readonly blocks: readonly Paragraph[];
  /** What stands above columns without a cell. */
  readonly omitted: readonly Omission[];
  /** Letters and digits of what columns are called, as often as it is said again. */
  readonly repeated: number;
}

/** A table's rows, each readable by itself: "Year: 1890; Loads: 42". The first full row is the header. */
export function rowBlocks(rows: readonly (readonly string[])[]): Rows {
  const clean = rows.map((row) => row.map((cell) => oneLine(normalise(cell))));
  const full = clean.filter((row) => filled(row) > 0);
  const width = Math.max(0, ...full.slice(0, MAX_ABOVE * 2).map(filled));
  const at = full.findIndex((row, i) => i < MAX_ABOVE && filled(row) >= Math.max(2, width * 0.6));
  const below = full.slice(at + 1);
  if (at === -1 || below.length === 0)
    return { blocks: full.map((row) => textBlock(row.filter(Boolean).join(SEPARATOR))), omitted: [], repeated: 0 };
  const header = full[at] ?? [];
  const uses = header.map((_, i) => below.filter((row) => (row[i] ?? '') !== '').length);
  return {
    blocks: [
      ...full.slice(0, at).map((row) => textBlock(row.filter(Boolean).join(SEPARATOR))),
      ...below.map((row) => textBlock(rowText(header, row))),
    ],
    omitted: header.flatMap((text, i): Omission[] => (uses[i] === 0 ? [{ reason: 'details', text }] : [])),
    repeated: header.reduce((sum, text, i) => sum + countLetters(text) * Math.max(0, (uses[i] ?? 0) - 1), 0),
  };
}

const filled = (row: readonly string[]): number => row.filter((cell) => cell !== '').length;

const textBlock = (text: string): Paragraph => ({ type: 'paragraph', kind: 'table', text });

const rowText = (header: readonly string[], row: readonly string[]): string =>
  row.flatMap((cell, i) => (cell === '' ? [] : [header[i] ? `${header[i]}: ${cell}` : cell])).join(SEPARATOR);

/** The share of letters among letters and digits of all cells below which a table is data alone. */
const MIN_LETTERS = 0.1;

/** Whether anything in a table can be read: a table of figures without a name in any row is a program's. */
export function isReadable(rows: readonly (readonly string[])[]): boolean {
  const text = rows.slice(1).flat().join(' ');
  const all = countLetters(text);
  return rows.length < 2 || all === 0 || (text.match(/\p{L}/gu)?.length ?? 0) >= all * MIN_LETTERS;
}
