import type { PdfLine } from './lines.ts';
import type { Style } from './style.ts';

const BEGINS = /^(?:\d{1,3}|[*†‡])[.)]?\s*\S/;

/** Lines with the footnotes set apart, as if they stood at the end: they are no paragraphs of the text above them. */
export function partNotes(lines: readonly PdfLine[], style: Style): { text: PdfLine[]; notes: PdfLine[] } {
  const text: PdfLine[] = [];
  const notes: PdfLine[] = [];
  for (let at = 0; at < lines.length; ) {
    const page = lines[at]?.page;
    const next = lines.findIndex((line, i) => i > at && line.page !== page);
    const end = next === -1 ? lines.length : next;
    const foot = footOf(lines.slice(at, end), style);
    text.push(...lines.slice(at, end - foot));
    notes.push(...lines.slice(end - foot, end));
    at = end;
  }
  return { text, notes };
}

/** How many of a page's last lines are notes: small ones, the first of which has a number or sign, below text. */
function footOf(page: readonly PdfLine[], style: Style): number {
  let foot = 0;
  while (foot < page.length && (page.at(-1 - foot)?.size ?? style.size) < style.size * 0.92) foot++;
  while (foot > 0 && !BEGINS.test(page.at(-foot)?.text ?? '')) foot--;
  return foot < page.length ? foot : 0;
}
