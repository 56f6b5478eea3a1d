import type { PdfLine } from './lines.ts';

/** Lines at the top and at the foot of a page that may run from page to page. */
const EDGE = 2;
const PAGE_NUMBER = /^(?:[-–—|]\s*)?(?:page|p\.)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/)\s*\d{1,4})?(?:\s*[-–—|])?$/i;

/** Pages without running heads, running feet and page numbers. Lines come top to bottom. */
export function withoutRunning(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const key of new Set(edges(lines).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  // Left and right pages may differ: a third of them is enough.
  const most = Math.max(2, pages.length / 3);
  const largest = largestOf(pages.flat());
  return pages.map((lines) => {
    const isRunning = (line: PdfLine) =>
      (counts.get(keyOf(line)) ?? 0) >= most ||
      (PAGE_NUMBER.test(line.text) && !lines.some((other) => other !== line && Math.abs(other.y - line.y) < 2)) ||
      // The work's or chapter's heading, small at the top of a page.
      line.size < (largest.get(line.text) ?? 0) * 0.9;
    const running = edges(lines).filter(isRunning);
    return lines.filter((line) => !running.includes(line));
  });
}

/** Each text with the largest size that it is set in. */
function largestOf(lines: readonly PdfLine[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { text, size } of lines) sizes.set(text, Math.max(size, sizes.get(text) ?? 0));
  return sizes;
}

function edges(lines: readonly PdfLine[]): PdfLine[] {
  const edge = Math.min(EDGE, Math.floor(lines.length / 2));
  return edge === 0 ? [] : [...lines.slice(0, edge), ...lines.slice(-edge)];
}

/** What a line says but for its numbers, and how high it stands: text that comes again elsewhere is text. */
const keyOf = ({ text, y }: PdfLine): string => `${Math.round(y / 6)}:${text.replace(/\d+/g, '#').slice(0, 120)}`;
