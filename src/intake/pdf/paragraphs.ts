import { isOpeningLine } from '../about/opening.ts';
import { isCaption } from '../blocks/captions.ts';
import { endsOrLeads, mayBegin } from '../blocks/sentences.ts';
import type { PageStart } from '../blocks/types.ts';
import { LIMITS } from '../limits.ts';
import { looksLikeHeading } from '../print/headings.ts';
import { joinTwo, type Words } from '../print/join.ts';
import { firstWord } from '../print/width.ts';
import { codeLines, indented } from './code.ts';
import type { PdfLine } from './lines.ts';
import { BEGINS } from './marks.ts';
import { isSetIn, type Start, slideStarts } from './slide-items.ts';
import { isIndent, type Style } from './style.ts';

/** Lines that belong together. */
export interface PdfPiece {
  readonly text: string;
  readonly size: number;
  readonly lines: number;
  readonly pages: readonly PageStart[];
  readonly mark: string | undefined;
  /** Set where it is a program, or a part of one. */
  readonly isCode?: boolean;
}

const MARK = /^(?:([•◦▪‣●○–—-])|(\d{1,2}[.)]|\([a-z\d]{1,2}\)))\s+(?=\S)/;
/** How much of its size a line of the same paragraph may differ. */
const LIKE = 0.2;
/** How far rows of a table may stand apart, in times of the size. */
const ROW_GAP = 3.5;
/** How much more than the lines before a paragraph's next line may stand apart. */
const EVEN = 1.1;
/** How far the lines of a paragraph may stand apart that is set wider than most of the text, in times of the size. */
const STRETCHED = 3;
/** How far lines of a program may stand apart, in times of the size: there may be an empty one between. */
const CODE_GAP = 3;
/** How far to the left of a list's text other text stands, in times of the size. */
export const SET_OUT = 0.3;

/** Lines in reading order to paragraphs: by gaps, indents, sizes, and lines that were left short. */
export function pdfPieces(lines: readonly PdfLine[], style: Style, words: Words): PdfPiece[] {
  const pieces: OpenPiece[] = [];
  const columnOf = columns(lines);
  const code = codeLines(lines);
  const starts = style.slides ? slideStarts(lines.filter((line) => !code.has(line))) : new Map<PdfLine, Start>();
  let open: OpenPiece | undefined;
  for (const line of lines) {
    const start = starts.get(line);
    if (open && start === undefined && open.isCode === code.has(line) && continues(open, line, style, columnOf(line)))
      open.add(line, words);
    else {
      open = new OpenPiece(line, start, code.has(line));
      pieces.push(open);
    }
  }
  return pieces;
}

interface Column {
  readonly left: number;
  readonly right: number;
}

/** Whether lines overlap by at least half of the shorter. */
const isOver = (a: PdfLine, b: PdfLine): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > Math.min(a.right - a.left, b.right - b.left) / 2;

/** Lines of a flow that tell how wide its column is. */
const FLOW = 6;

/** The edges of the column that a line stands in: those of the lines around it that overlap it. */
function columns(lines: readonly PdfLine[]): (line: PdfLine) => Column {
  const pages = new Map<number, PdfLine[]>();
  for (const line of lines) {
    const page = pages.get(line.page);
    if (page) page.push(line);
    else pages.set(line.page, [line]);
  }
  return (line) => {
    const like = (pages.get(line.page) ?? []).filter(
      (other) => isOver(other, line) && Math.abs(other.size - line.size) < line.size * LIKE,
    );
    // Above columns there may be text as wide as the page.
    const flow = like.filter(({ flow }) => flow === line.flow);
    const beside = flow.length >= FLOW ? flow : like;
    return { left: Math.min(...beside.map(({ left }) => left)), right: Math.max(...beside.map(({ right }) => right)) };
  };
}

function continues(open: OpenPiece, line: PdfLine, style: Style, column: Column): boolean {
  const { last } = open;
  if (open.isCode) return goesOnInCode(open, line);
  if (!open.isLikeSized(line, style) || isBegun(line, last) || open.text.length > LIMITS.paragraph) return false;
  if (open.isOpening(line)) return false;
  const gap = (last.low ?? last.y) - line.y;
  const below = line.page === last.page && gap > 0;
  const indented = isIndent(line.left - column.left, style.size);
  if (!below) return continuesElsewhere(open, indented, style);
  if (isNextRow(line, last, gap)) return true;
  const most = Math.max(style.leading * (line.size / style.size) * 1.35, line.size * 1.5, open.leading * EVEN);
  if (gap > most && !open.isStretched(line, gap, column)) return false;
  if (open.mark !== undefined) return goesOnInItem(open, line, style, column);
  if (indented && style.indented && isSetInBelow(line, open, style)) return false;
  if (open.isCentredHeading(column) && line.left < open.first.left && BEGINS.test(line.text)) return false;
  return !open.endsShort(column, line);
}

const cellsOf = ({ text }: PdfLine): number => text.split(' | ').length;

const isRow = (line: PdfLine): boolean => cellsOf(line) > 1;

/** Whether a line is a paragraph's first; beside an initial a sentence goes on in lines that are set in. */
const isSetInBelow = (line: PdfLine, { last, text }: OpenPiece, { size }: Style): boolean =>
  line.left - last.left > size * 0.5 && (BEGINS.test(line.text) || endsOrLeads(text));

/** Rows of a table stand farther apart than lines of text; in each there are as many cells. */
const isNextRow = (line: PdfLine, last: PdfLine, gap: number): boolean =>
  isRow(line) && cellsOf(line) === cellsOf(last) && gap < line.size * ROW_GAP;

/** Whether a line begins something by what stands in it: an item, a caption, a table below a sentence. */
function isBegun(line: PdfLine, last: PdfLine): boolean {
  const { text, number, hasBullet } = line;
  if (MARK.test(text) || number !== undefined || hasBullet || isCaption(text)) return true;
  if (isRow(line) === isRow(last)) return false;
  // A table that is known to be one has no text in it.
  return line.cell !== undefined || last.cell !== undefined || (isRow(line) && endsOrLeads(last.text));
}

function goesOnInItem(open: OpenPiece, line: PdfLine, style: Style, column: Column): boolean {
  if (style.slides && BEGINS.test(line.text) && !isSetIn(line, open.first)) return false;
  // The bullet stands to the left of the item's text, and so does what follows the list.
  if (open.first.hasBullet && line.left < open.first.left - line.size * SET_OUT) return false;
  return line.left > open.first.left + 2 || !open.endsShort(column, line);
}

function goesOnInCode({ last, text }: OpenPiece, line: PdfLine): boolean {
  const gap = last.y - line.y;
  return line.page === last.page && gap > 0 && gap < line.size * CODE_GAP && text.length <= LIMITS.paragraph;
}

/** From one column or page to the next a paragraph goes on unless it ended and a new one could begin. */
function continuesElsewhere(open: OpenPiece, indented: boolean, style: Style): boolean {
  if (style.slides || Math.abs(open.last.size - style.size) > 0.6 || isCaption(open.text)) return false;
  if (!endsOrLeads(open.text)) return true;
  return style.indented && !indented;
}

class OpenPiece {
  text: string;
  lines = 1;
  last: PdfLine;
  /** From its last line but one to its last, where these are no rows. */
  leading = 0;
  readonly first: PdfLine;
  readonly size: number;
  readonly mark: string | undefined;
  readonly pages: PageStart[];

  readonly isCode: boolean;

  constructor(line: PdfLine, start: Start | undefined, isCode: boolean) {
    this.isCode = isCode;
    const found = isCode ? null : MARK.exec(line.text);
    if (line.number !== undefined) this.mark = `${line.number}.`;
    else this.mark = found ? (found[2] ?? '•') : line.hasBullet || start === 'item' ? '•' : undefined;
    this.text = line.text.slice(line.number === undefined ? (found?.[0].length ?? 0) : line.number.length).trimStart();
    this.first = line;
    this.last = line;
    this.size = line.size;
    this.pages = [{ at: 0, page: line.page }];
  }

  add(line: PdfLine, words: Words): void {
    if (this.isCode) this.text += `\n${indented(line, this.first)}`;
    else
      this.text = isRow(line) && isRow(this.last) ? `${this.text}\n${line.text}` : joinTwo(this.text, line.text, words);
    if (line.page !== this.last.page) this.pages.push({ at: this.text.length - line.text.length, page: line.page });
    else this.leading = isRow(line) ? 0 : Math.max(0, this.last.y - line.y);
    this.last = line;
    this.lines++;
  }

  /** The author's line and the date's stand for themselves. */
  isOpening({ page, text }: PdfLine): boolean {
    return page === 1 && this.lines === 1 && (isOpeningLine(this.text) || isOpeningLine(text));
  }

  /** A line in the midst of a sentence may be smaller or larger where most of it is set in another face, as code is. */
  isLikeSized({ size }: PdfLine, style: Style): boolean {
    if (Math.abs(size - this.last.size) <= 0.6) return true;
    const smallest = Math.min(size, this.last.size);
    const largest = Math.max(size, this.last.size);
    return largest < style.size * 1.06 && smallest > style.size * (1 - LIKE) && !endsOrLeads(this.text);
  }

  /** One line that reads like a heading and has as much room on its left as on its right. */
  isCentredHeading({ left, right }: Column): boolean {
    const [before, after] = [this.first.left - left, right - this.first.right];
    const isCentred = Math.min(before, after) > this.size && Math.abs(before - after) < this.size;
    return this.lines === 1 && isCentred && looksLikeHeading(this.text);
  }

  /** Within a sentence, and where the next word had no room: a paragraph goes on however wide its lines are set. */
  isStretched(next: PdfLine, gap: number, column: Column): boolean {
    const isWithin = !endsOrLeads(this.text) && /^\p{Ll}/u.test(next.text) && !isRow(next) && !isRow(this.last);
    return isWithin && gap < next.size * STRETCHED && !this.hasRoom(column, next);
  }

  /** The last line ended a sentence and left room for the next line's first word. */
  endsShort(column: Column, next: PdfLine): boolean {
    if (!endsOrLeads(this.text) || !mayBegin(next.text)) return false;
    return this.hasRoom(column, next);
  }

  private hasRoom(column: Column, next: PdfLine): boolean {
    return column.right - this.last.right > (firstWord(next.text) + 1) * this.last.size * 0.6 + this.last.size;
  }
}
