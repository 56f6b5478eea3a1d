import { looksLikeHeading } from './headings.ts';
import type { Piece } from './paragraphs.ts';

/** The pieces with a number that head a section, as "9. When things go wrong" before or behind a list, and are no items. */
export function numberedHeadings(pieces: readonly Piece[]): Set<Piece> {
  const headings = new Set<Piece>();
  let section: number | undefined;
  for (const [i, piece] of pieces.entries()) {
    const number = numberOf(piece);
    if (number === undefined || !looksLikeHeading(piece.text)) continue;
    const [before, after, second] = [pieces[i - 1], pieces[i + 1], pieces[i + 2]];
    const isAlone = before?.mark === undefined && after?.mark === undefined;
    const isApart = piece.blankBefore && piece.lines === 1 && after !== undefined;
    const endsNoList = before?.mark === undefined || isBehind(piece, before, section);
    const beginsNoList = after?.mark === undefined || isAbove(piece, after, second);
    if (!isAlone && !(isApart && endsNoList && beginsNoList)) continue;
    headings.add(piece);
    section = number;
  }
  return headings;
}

/** Whether a number does not go on with the list before it: it counts the sections on, or less than the list came to. */
function isBehind(piece: Piece, before: Piece, section = Number.NaN): boolean {
  const [number, last] = [numberOf(piece) ?? 0, numberOf(before)];
  if (last === undefined) return before.indent <= piece.indent;
  return number < last || (number === section + 1 && !looksLikeHeading(before.text));
}

/** Whether the list behind a number begins by itself; "1. 1. 1." counts one list, which a program is to number. */
function isAbove(piece: Piece, after: Piece, second: Piece | undefined): boolean {
  const first = numberOf(after);
  if (first === undefined) return after.indent <= piece.indent;
  return first === 1 && (numberOf(piece) !== 1 || numberOf(second) === 2);
}

/** As it stands before the text: 9 for "9."; undefined where other signs or none stand there. */
const numberOf = (piece: Piece | undefined): number | undefined =>
  piece?.mark !== undefined && /^\d/.test(piece.mark) ? Number.parseInt(piece.mark, 10) : undefined;
