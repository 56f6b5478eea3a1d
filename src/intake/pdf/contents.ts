import { isContents } from '../print/contents.ts';
import { CONTENTS_TITLE } from '../words/parts.ts';
import type { PdfLine } from './lines.ts';

/** A number at the end of a line, set apart as the cells of a row are. */
const PAGE = / \| (?:\d{1,4}|[ivxl]{1,6})$/;
/** Lines below the heading of a contents list before it is one. */
const MIN_ENTRIES = 2;

/** Lines of a table of contents apart from the text: dots that lead to a page, or rows below "Contents" that end with one. */
export function partContents(lines: readonly PdfLine[]): { text: PdfLine[]; contents: PdfLine[] } {
  const text: PdfLine[] = [];
  const contents: PdfLine[] = [];
  for (let at = 0; at < lines.length; ) {
    const end = endOfList(lines, at);
    contents.push(...lines.slice(at, end));
    const line = lines[end];
    if (line) (isContents(line.text) ? contents : text).push(line);
    at = end + 1;
  }
  return { text, contents };
}

/** Where a list ends that begins at `from`; `from` itself where none does. An entry's title may have two lines. */
function endOfList(lines: readonly PdfLine[], from: number): number {
  if (!CONTENTS_TITLE.test(lines[from]?.text ?? '')) return from;
  const isEntry = (at: number) => PAGE.test(lines[at]?.text ?? '') || isContents(lines[at]?.text ?? '');
  let end = from + 1;
  let entries = 0;
  for (;;) {
    if (isEntry(end)) end++;
    else if (isEntry(end + 1)) end += 2;
    else return entries < MIN_ENTRIES ? from : end;
    entries++;
  }
}
