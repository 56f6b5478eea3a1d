import type { PdfLine } from './lines.ts';

/** Share of a document's characters that may be set in letters of one width; more of them, and it was typewritten. */
const MAX_SHARE = 0.75;

/** The lines of programs: those in letters of one width that follow each other. One alone may be a name in the text. */
export function codeLines(lines: readonly PdfLine[]): Set<PdfLine> {
  const length = (some: readonly PdfLine[]) => some.reduce((sum, { text }) => sum + text.length, 0);
  if (length(lines.filter(({ isEven }) => isEven)) > length(lines) * MAX_SHARE) return new Set();
  const isCode = (line: PdfLine | undefined, page: number) => line?.isEven === true && line.page === page;
  return new Set(
    lines.filter(
      (line, i) => isCode(line, line.page) && (isCode(lines[i - 1], line.page) || isCode(lines[i + 1], line.page)),
    ),
  );
}

/** The line as far in from the left as it stands in the program. */
export function indented(line: PdfLine, { left }: PdfLine): string {
  const letter = (line.right - line.left) / line.text.length;
  return ' '.repeat(Math.max(0, Math.round((line.left - left) / letter))) + line.text;
}
