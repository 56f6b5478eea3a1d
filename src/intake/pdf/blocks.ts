import { isCaption } from '../blocks/captions.ts';
import { addList, type Item } from '../blocks/lists.ts';
import type { Block } from '../blocks/types.ts';
import { looksLikeHeading } from '../print/headings.ts';
import type { PdfPiece } from './paragraphs.ts';
import type { Style } from './style.ts';

/** Pieces to headings, lists and paragraphs. The title is what is set largest on the first page. */
export function pdfBlocks(pieces: readonly PdfPiece[], style: Style): { blocks: Block[]; title?: string } {
  const title = titleOf(pieces, style);
  const blocks: Block[] = [];
  let items: Item[] = [];
  for (const piece of pieces) {
    if (piece === title) continue;
    if (piece.mark !== undefined && !isHeading(piece, style)) {
      items.push({ mark: piece.mark, text: piece.text, pages: piece.pages });
      continue;
    }
    addList(blocks, items);
    items = [];
    blocks.push(toBlock(piece, style));
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
  return [{ type: 'heading', text: 'Notes' }, ...notes];
}

function toBlock(piece: PdfPiece, style: Style): Block {
  const { text, pages, mark } = piece;
  if (isHeading(piece, style)) return { type: 'heading', text: mark === undefined ? text : `${mark} ${text}` };
  return { type: 'paragraph', text, pages };
}

/** Larger than the text; or a short line by itself, which the gaps around it set apart. */
function isHeading({ text, size, lines }: PdfPiece, style: Style): boolean {
  if (isCaption(text) || text.length > 200 || !/\p{L}/u.test(text)) return false;
  if (size > style.size * 1.12) return true;
  return (
    lines === 1 && size > style.size * 0.95 && text.length <= 70 && looksLikeHeading(text) && !text.includes(' | ')
  );
}

function titleOf(pieces: readonly PdfPiece[], style: Style): PdfPiece | undefined {
  const candidates = pieces.filter(
    ({ pages, size, text }) => pages[0]?.page === 1 && size > style.size * 1.12 && text.length <= 250,
  );
  return candidates.reduce<PdfPiece | undefined>(
    (best, piece) => (piece.size > (best?.size ?? 0) ? piece : best),
    undefined,
  );
}
