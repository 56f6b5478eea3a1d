import type { Line } from './running-lines.ts';
import { firstWord, widthOf } from './width.ts';

/** How a plain text is set. */
export interface Layout {
  /** Whether lines end where the page was full, and not where a paragraph does. */
  readonly wrapped: boolean;
  /** The length of a full line, in columns. */
  readonly width: number;
  /** Whether paragraphs begin with an indented line. */
  readonly indented: boolean;
  readonly margin: number;
  /** Whether blank lines stand between paragraphs. */
  readonly spaced: boolean;
}

/** Lines longer than this were not wrapped by a printer or an editor. */
export const WIDEST = 130;
const NARROWEST = 25;

/**
 * A text is wrapped where, of two lines that follow each other, the second's first word mostly did not fit on the
 * first any more.
 */
export function layoutOf(lines: readonly Line[]): Layout {
  const filled = lines.filter(({ text }) => text !== '');
  const lengths = filled.map(({ text, indent }) => widthOf(text) + indent).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  const margin = mode(filled.map(({ indent }) => indent));
  const pairs = lines.flatMap((line, i) => {
    const next = lines[i + 1];
    return line.text !== '' && next && next.text !== '' ? [[line, next] as const] : [];
  });
  const full = pairs.filter(
    ([line, next]) => line.indent + widthOf(line.text) + 1 + firstWord(next.text) > width * 0.97,
  );
  const wrapped =
    width >= NARROWEST &&
    width <= WIDEST &&
    pairs.length > 0 &&
    full.length >= pairs.length * 0.5 &&
    pairs.length >= filled.length * 0.3;
  const starts = filled.filter(({ indent }) => indent >= margin + 2 && indent <= margin + 10).length;
  const spaced = pairs.length < filled.length * 0.5;
  return { wrapped, width, margin, spaced, indented: wrapped && starts >= 2 && starts <= filled.length * 0.4 };
}

function mode(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
