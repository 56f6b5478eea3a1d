import { isCaption } from '../blocks/captions.ts';
import { addList, type Item } from '../blocks/lists.ts';
import type { Block } from '../blocks/types.ts';
import { looksLikeHeading } from '../print/headings.ts';
import { NOTES_TITLE } from '../words/english.ts';
import type { PdfPiece } from './paragraphs.ts';
import type { Style } from './style.ts';

/** Times the text's size that a heading's type has. */
const LARGER = 1.12;
const BULLET = '•';
/** Words that a sentence has, at least. */
const SENTENCE = 8;

/** Pieces to headings, lists and paragraphs. The title is what is set largest on the first page. */
export function pdfBlocks(pieces: readonly PdfPiece[], style: Style): { blocks: Block[]; title?: string } {
  const title = titleOf(pieces, style);
  const blocks: Block[] = [];
  let items: Item[] = [];
  const heads = style.slides ? slideTitles(pieces) : undefined;
  const listed = numberedItems(pieces, style);
  const isHead = (piece: PdfPiece) =>
    !piece.isCode && (heads?.has(piece) ?? (isHeading(piece, style) && !listed.has(piece)));
  for (const piece of joinFigures(pieces, style)) {
    if (piece === title) continue;
    if (piece.mark !== undefined && !isHead(piece)) {
      items.push({ mark: piece.mark, text: piece.text, pages: piece.pages });
      continue;
    }
    addList(blocks, items);
    items = [];
    blocks.push(toBlock(piece, isHead(piece)));
  }
  addList(blocks, items);
  return { blocks, ...(title === undefined ? {} : { title: title.text }) };
}

/** Footnotes under a heading of their own, which keeps them from the last chapter's. */
export function noteBlocks(pieces: readonly PdfPiece[]): Block[] {
  if (pieces.length === 0) return [];
  const notes = pieces.map(
    ({ text, mark, pages }): Block => ({
      type: 'paragraph',
      text: mark === undefined ? text : `${mark} ${text}`,
      pages,
    }),
  );
  return [{ type: 'heading', text: NOTES_TITLE }, ...notes];
}

function toBlock(piece: PdfPiece, isHead: boolean): Block {
  const { text, pages, mark, isCode } = piece;
  if (isCode) return { type: 'paragraph', kind: 'code', text, pages };
  if (isHead) return { type: 'heading', text: mark === undefined ? text : `${mark} ${text}` };
  return { type: 'paragraph', text, pages, ...(isTable(text) ? { kind: 'table' as const } : {}) };
}

/** Rows with cells, and nothing else. */
function isTable(text: string): boolean {
  const lines = text.split('\n');
  return lines.length > 1 && lines.every((line) => line.includes(' | '));
}

/** Larger than the text; or a short line by itself, which the gaps around it set apart. */
function isHeading({ text, size, lines, mark }: PdfPiece, style: Style): boolean {
  if (mark === BULLET) return false;
  if (isCaption(text) || isQuoted(text) || text.length > 200 || !/\p{L}/u.test(text)) return false;
  if (size > style.size * LARGER) return true;
  return (
    lines === 1 && size > style.size * 0.95 && text.length <= 70 && looksLikeHeading(text) && !text.includes(' | ')
  );
}

/** A whole sentence, as reports quote one in large type. */
const isQuoted = (text: string): boolean => /[.!]["'”’»)\]]*$/.test(text) && text.split(' ').length >= SENTENCE;

function titleOf(pieces: readonly PdfPiece[], style: Style): PdfPiece | undefined {
  const candidates = pieces.filter(
    ({ pages, size, text }) =>
      pages[0]?.page === 1 &&
      size > style.size * LARGER &&
      text.length <= 250 &&
      /\p{L}/u.test(text) &&
      !isFigure(text),
  );
  return candidates.reduce<PdfPiece | undefined>(
    (best, piece) => (piece.size > (best?.size ?? 0) ? piece : best),
    undefined,
  );
}

/** Numbered lines of the text's size that follow each other: a list's items, each of which alone could be a heading. */
function numberedItems(pieces: readonly PdfPiece[], style: Style): Set<PdfPiece> {
  const isNumbered = (piece: PdfPiece | undefined) =>
    piece?.mark !== undefined && piece.mark !== BULLET && piece.size <= style.size * LARGER;
  return new Set(
    pieces.filter((piece, i) => isNumbered(piece) && (isNumbered(pieces[i - 1]) || isNumbered(pieces[i + 1]))),
  );
}

/** The largest type of each slide, where it stands above all else. */
function slideTitles(pieces: readonly PdfPiece[]): Set<PdfPiece> {
  const titles = new Map<number, PdfPiece>();
  const largest = new Map<number, number>();
  const seen = new Set<number>();
  for (const piece of pieces) {
    const page = piece.pages[0]?.page ?? 0;
    const isFirst = !seen.has(page) || piece.size > (largest.get(page) ?? 0);
    largest.set(page, Math.max(largest.get(page) ?? 0, piece.size));
    if (isFirst && !titles.has(page) && piece.mark === undefined && !piece.isCode) titles.set(page, piece);
    seen.add(page);
  }
  const isTitle = ([page, { size, text }]: [number, PdfPiece]) =>
    size >= (largest.get(page) ?? 0) && text.length <= 200 && /\p{L}/u.test(text);
  return new Set([...titles].filter(isTitle).map(([, piece]) => piece));
}

/** A number that a report sets in large type: "48,210", "EUR 92,400". */
const isFigure = (text: string): boolean =>
  text.length <= 24 && /\p{N}/u.test(text) && text.replace(/\P{L}/gu, '').length <= 3;

/** A large figure and the words below it that say what it counts are one paragraph. */
function joinFigures(pieces: readonly PdfPiece[], style: Style): PdfPiece[] {
  const joined: PdfPiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const follows =
      last && last.size > style.size * LARGER && isFigure(last.text) && last.pages[0]?.page === piece.pages[0]?.page;
    if (follows && piece.lines <= 2 && !isFigure(piece.text)) {
      // More than one line, and of the text's size: no heading.
      joined[joined.length - 1] = { ...last, text: `${last.text}\n${piece.text}`, size: style.size, lines: 2 };
    } else joined.push(piece);
  }
  return joined;
}
