import type { PdfLine } from './lines.ts';

/** How the body of a work is set, in points. */
export interface Style {
  readonly size: number;
  /** From baseline to baseline. */
  readonly leading: number;
  /** Whether paragraphs begin with an indented line. */
  readonly indented: boolean;
  /** Whether the pages are slides. */
  readonly slides: boolean;
}

/** An indent of a first line, in times of the type's size. */
export const INDENT = { least: 0.6, most: 5 } as const;

/** What most of the text is set like. `lines` come in reading order. */
export function styleOf(lines: readonly PdfLine[], slides: boolean): Style {
  const size = commonest(lines.map((line) => [Math.round(line.size * 2) / 2, line.text.length])) ?? 10;
  const body = lines.filter((line) => Math.abs(line.size - size) < 0.6);
  const gaps = body.flatMap((line, i): [number, number][] => {
    const next = body[i + 1];
    const gap = next && next.page === line.page ? line.y - next.y : 0;
    return gap > size * 0.8 && gap < size * 3 ? [[Math.round(gap * 2) / 2, 1]] : [];
  });
  const leading = commonest(gaps) ?? size * 1.2;
  const starts = body.filter((line, i) => {
    const before = body[i - 1];
    const after = body[i + 1];
    return before && after && isIndent(line.left - before.left, size) && isIndent(line.left - after.left, size);
  });
  return { size, leading, indented: starts.length >= 2, slides };
}

/** The size that most of the characters have, in points. */
export const bodySize = (lines: readonly PdfLine[]): number =>
  commonest(lines.map(({ size, text }) => [size, text.length])) ?? 0;

export const isIndent = (by: number, size: number): boolean => by > size * INDENT.least && by < size * INDENT.most;

function commonest(values: readonly (readonly [value: number, weight: number])[]): number | undefined {
  const weights = new Map<number, number>();
  for (const [value, weight] of values) weights.set(value, (weights.get(value) ?? 0) + weight);
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0];
}
