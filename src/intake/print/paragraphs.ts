import { isOpeningLine } from '../about/opening.ts';
import { endsOrLeads, mayBegin } from '../blocks/sentences.ts';
import type { PageStart } from '../blocks/types.ts';
import { LIMITS } from '../limits.ts';
import { beginsMessage, isSender } from './chats.ts';
import { joinTwo, type Words } from './join.ts';
import { type Layout, WIDEST } from './layout.ts';
import type { Line } from './running-lines.ts';
import { firstWord, widthOf } from './width.ts';

/** A paragraph of a plain text, not yet told from a heading. */
export interface Piece {
  readonly text: string;
  readonly lines: number;
  readonly blankBefore: boolean;
  /** In columns, of its first line. */
  readonly indent: number;
  readonly pages?: readonly PageStart[];
  /** Where it is an item of a list: the mark that stood before its text. */
  readonly mark?: string;
}

const MARK = /^(?:([•◦▪‣●○*–—-])|(\d{1,3}[.)]|\(?[a-z]\)|[ivx]{1,4}[.)]))\s+(?=\S)/;
const VERSE_LINE = 70;

/** What stands between a line and the one before. */
type Gap = 'none' | 'blank' | 'page';

/** Lines to paragraphs, by blank lines, first-line indents and lines that were left short. */
export function piecesOf(lines: readonly Line[], layout: Layout, words: Words): Piece[] {
  const pieces: Piece[] = [];
  let open: OpenPiece | undefined;
  let gap: Gap = 'blank';
  for (const line of lines) {
    if (line.text === '') {
      gap = gapAfter(gap, line);
      continue;
    }
    if (open && continues(open, line, gap, layout)) open.add(line, words, layout);
    else {
      if (open) pieces.push(open.close());
      open = new OpenPiece(line, gap !== 'none');
    }
    gap = 'none';
  }
  if (open) pieces.push(open.close());
  return pieces;
}

function gapAfter(gap: Gap, { isBreak }: Line): Gap {
  if (isBreak) return 'page';
  return gap === 'none' ? 'blank' : gap;
}

/** Whether a line goes on with the paragraph that is open. */
function continues(open: OpenPiece, line: Line, gap: Gap, layout: Layout): boolean {
  if (isApart(open, line, gap)) return false;
  if (isSender(open.text)) return true;
  if (!layout.wrapped) return gap === 'none' && (open.isSoftWrapped(line, layout) || open.isVerse(line));
  const indented = layout.indented && line.indent >= layout.margin + 2;
  if (gap === 'page') return !indented && (!endsOrLeads(open.text) || (layout.indented && open.lastWasFull(layout)));
  if (open.mark !== undefined) return line.indent > open.indent || !open.endsShort(line, layout);
  if (indented && open.lastIndent < layout.margin + 2) return false;
  if (open.isRule(line)) return false;
  return !open.endsShort(line, layout);
}

/** Whether a line begins a paragraph however the text is set. */
const isApart = (open: OpenPiece, line: Line, gap: Gap): boolean =>
  gap === 'blank' ||
  MARK.test(line.text) ||
  beginsMessage(line.text) ||
  open.isOpening(line) ||
  open.text.length > LIMITS.paragraph;

class OpenPiece {
  text: string;
  lines = 1;
  lastIndent: number;
  readonly indent: number;
  readonly mark: string | undefined;
  private readonly pages: PageStart[] | undefined;
  private lastLength: number;

  private readonly blankBefore: boolean;

  constructor(line: Line, blankBefore: boolean) {
    this.blankBefore = blankBefore;
    const found = MARK.exec(line.text);
    this.mark = found ? (found[2] ?? '•') : undefined;
    this.text = line.text.slice(found?.[0].length ?? 0);
    this.indent = line.indent;
    this.lastIndent = line.indent;
    this.lastLength = line.indent + widthOf(line.text);
    this.pages = line.page === undefined ? undefined : [{ at: 0, page: line.page }];
  }

  add(line: Line, words: Words, layout: Layout): void {
    const joined =
      layout.wrapped || this.isSoftWrapped(line, layout)
        ? joinTwo(this.text, line.text, words)
        : `${this.text}\n${line.text}`;
    const page = line.page;
    if (page !== undefined && page !== this.pages?.at(-1)?.page)
      this.pages?.push({ at: joined.length - line.text.length, page });
    this.text = joined;
    this.lines++;
    this.lastIndent = line.indent;
    this.lastLength = line.indent + widthOf(line.text);
  }

  lastWasFull({ width }: Layout): boolean {
    return this.lastLength > width * 0.85;
  }

  /** The last line ends a sentence well before the margin, though the next word had fitted: the paragraph ended there. */
  endsShort(next: Line, { width }: Layout): boolean {
    const fits = this.lastLength + 1 + firstWord(next.text) <= width * 0.92;
    if (!fits) return false;
    return endsOrLeads(this.text) ? mayBegin(next.text) : this.lastLength < width * 0.6 && mayBegin(next.text);
  }

  /** In a text that is not wrapped as a whole, a paragraph may be: its line is long, and ends before its sentence. */
  isSoftWrapped(line: Line, { spaced }: Layout): boolean {
    const long = this.lastLength >= VERSE_LINE && Math.max(this.lastLength, widthOf(line.text)) <= WIDEST;
    return long && (spaced || !endsOrLeads(this.text));
  }

  /** Lines of a poem or an address: short ones, of which the first ended no sentence. */
  isVerse(line: Line): boolean {
    return (
      this.text.length <= VERSE_LINE * this.lines &&
      line.text.length <= VERSE_LINE &&
      !/[.!?:]["'”’»)\]]*$/.test(this.text) &&
      this.isLow(line)
    );
  }

  private isLow(line: Line): boolean {
    return /[,;–—-]$/.test(this.text) || /^\p{Ll}/u.test(line.text);
  }

  /** The author's line and the date's stand for themselves, also where no blank line tells them apart. */
  isOpening(line: Line): boolean {
    return this.lines === 1 && (isOpeningLine(this.text) || isOpeningLine(line.text));
  }

  isRule(line: Line): boolean {
    return isRule(line.text) || isRule(this.text);
  }

  close(): Piece {
    const { text, lines, blankBefore, indent, pages, mark } = this;
    return {
      text,
      lines,
      blankBefore,
      indent,
      ...(pages === undefined ? {} : { pages }),
      ...(mark === undefined ? {} : { mark }),
    };
  }
}

/** A line of signs, such as the underline of a heading. */
export const isRule = (text: string): boolean => /^([=\-_*~#.·•–—])(?:\s*\1){2,}$/.test(text);
