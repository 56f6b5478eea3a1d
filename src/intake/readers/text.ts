import { splitFrontMatter } from '../about/front-matter.ts';
import { isCaption } from '../blocks/captions.ts';
import { withoutFurniture } from '../blocks/furniture.ts';
import { countLetters } from '../blocks/letters.ts';
import { addList, type Item } from '../blocks/lists.ts';
import { endsSentence, mayBegin } from '../blocks/sentences.ts';
import type { Block, Content, Omission, OmissionReason } from '../blocks/types.ts';
import { isContents } from '../print/contents.ts';
import { looksLikeHeading, looksLikeTitle } from '../print/headings.ts';
import { wordsOf } from '../print/join.ts';
import { layoutOf } from '../print/layout.ts';
import { numberedHeadings } from '../print/numbered-headings.ts';
import { isRule, type Piece, piecesOf } from '../print/paragraphs.ts';
import { dropRunningLines, joinPages, type Line } from '../print/running-lines.ts';
import { cutScraped } from '../print/scraped.ts';
import { widthOf } from '../print/width.ts';

/** Plain text: as it was written, a wrapped print-out, or a page that was saved as text. */
export function readPlainText(text: string): Content {
  const { about, body } = splitFrontMatter(text);
  const all = linesOf(body);
  const printed = withoutRunningLines(all);
  const lines = printed.filter((line) => !isContents(line.text));
  const pieces = piecesOf(lines, layoutOf(lines), wordsOf(lines.map((line) => line.text)));
  const scraped = cutScraped(pieces);
  const { blocks, omitted } = withoutFurniture(piecesToBlocks(scraped?.pieces ?? pieces));
  const { title } = scraped ?? {};
  return {
    about: title === undefined ? about : { title, ...about },
    blocks: title === undefined ? titleFirst(blocks) : blocks,
    omitted: [
      { reason: 'details', text: text.slice(0, text.length - body.length) },
      ...missing('runningHeads', all.flat(), printed),
      ...missing('contents', printed, lines),
      ...missing('navigation', pieces, scraped?.pieces ?? pieces),
      ...omitted,
    ],
    characters: countLetters(text),
    guessesHeadings: true,
  };
}

interface WithText {
  readonly text: string;
  readonly mark?: string;
}

/** What the first list has and the second has not. */
function missing(reason: OmissionReason, before: readonly WithText[], after: readonly WithText[]): Omission[] {
  const kept = new Set(after);
  return before
    .filter((one) => one.text !== '' && !kept.has(one))
    .map(({ text, mark }) => ({ reason, text: mark === undefined ? text : `${mark} ${text}` }));
}

/** The lines of each page; form feeds set pages apart. */
function linesOf(text: string): Line[][] {
  const pages = text.trimEnd().split('\f');
  return pages.map((page, i) => page.split('\n').map((line) => toLine(line, pages.length > 1 ? i + 1 : undefined)));
}

/** Where no form feeds set pages apart, page numbers may tell. */
function withoutRunningLines(pages: readonly Line[][]): Line[] {
  return pages.length > 1 ? joinPages(pages) : dropRunningLines(pages.flat());
}

function toLine(raw: string, page: number | undefined): Line {
  const line = raw.replace(/\t/g, '    ').trimEnd();
  const text = line.trim().replace(/ +/g, ' ');
  // Before Chinese and Japanese stand spaces as wide as their signs.
  const indent = (line.length - line.trimStart().length) * widthOf(text.slice(0, 1));
  return { text, indent, ...(page === undefined ? {} : { page }) };
}

function piecesToBlocks(pieces: readonly Piece[]): Block[] {
  const numbered = numberedHeadings(pieces);
  const blocks: Block[] = [];
  let items: Item[] = [];
  for (const [i, piece] of pieces.entries()) {
    const { mark, text } = piece;
    if (mark !== undefined && !numbered.has(piece)) {
      items.push({ mark, text, ...pagesOf(piece) });
      continue;
    }
    addPending(blocks, items);
    items = [];
    const last = blocks.at(-1);
    if (mark !== undefined) blocks.push({ type: 'heading', text: `${mark} ${text}` });
    else if (isHeading(piece, pieces[i + 1])) blocks.push({ type: 'heading', text });
    else if (last?.type === 'paragraph' && isMeaning(piece, pieces[i - 1]))
      blocks[blocks.length - 1] = { ...last, kind: 'glossary', text: `${last.text.replace(CODE, '$1')}\n${text}` };
    else if (!isRule(text)) blocks.push({ type: 'paragraph', text, ...pagesOf(piece) });
  }
  addPending(blocks, items);
  return blocks;
}

/** One line with a dash before it is speech or a thought. */
function addPending(blocks: Block[], items: readonly Item[]): void {
  const [only] = items;
  if (items.length !== 1 || only === undefined) {
    addList(blocks, items);
    return;
  }
  const text = only.mark === '•' ? `– ${only.text}` : `${only.mark} ${only.text}`;
  const pages = only.pages === undefined ? {} : { pages: only.pages };
  blocks.push({ type: 'paragraph', text, ...pages });
}

/** What a term means stands set in directly below it: "-t N", and in the next line "The number of threads." */
function isMeaning(piece: Piece, term: Piece | undefined): boolean {
  if (term === undefined || term.mark !== undefined || term.lines > 1 || !term.blankBefore) return false;
  if (looksLikeHeading(term.text) || term.text.length > MAX_TERM || /[.,;:!?{}=]$/.test(term.text)) return false;
  return !piece.blankBefore && piece.indent >= term.indent + 2 && mayBegin(piece.text) && endsSentence(piece.text);
}

/** A term is no longer, in characters; what looks like a heading heads what is set in below it. */
const MAX_TERM = 60;

/** As reStructuredText marks code. */
const CODE = /^``(.*)``$/;

/** A heading stands alone before text that is longer than itself, or is underlined. */
function isHeading(piece: Piece, next: Piece | undefined): boolean {
  if (!looksLikeHeading(piece.text) || piece.lines > 1 || next === undefined || isCaption(piece.text)) return false;
  if (!piece.blankBefore) return next.text.length > 2 * piece.text.length;
  return isRule(next.text) || next.text.length > piece.text.length || looksLikeHeading(next.text);
}

/** The first line where it looks like a title, even where a heading would not be as long. */
function titleFirst(blocks: Block[]): Block[] {
  const [first, second] = blocks;
  const isTitle =
    first?.type === 'paragraph' && first.text.length <= 140 && looksLikeTitle(first.text) && second !== undefined;
  return isTitle ? [{ type: 'heading', text: first.text }, ...blocks.slice(1)] : blocks;
}

const pagesOf = ({ pages }: Piece) => (pages === undefined ? {} : { pages });
