import { openingLine } from '../about/opening.ts';
import { isCaption } from '../blocks/captions.ts';
import { isFurniture, isTail } from '../blocks/furniture.ts';
import { endsSentence } from '../blocks/sentences.ts';
import { BOX, RIGHTS } from '../words/english.ts';
import { looksLikeTitle } from './headings.ts';
import type { Piece } from './paragraphs.ts';

/** Lines of the page's own that a text must hold before it is taken for a page that was saved. */
const SIGNS = 3;
const LONG = 110;

/** A page saved as text: what is left once its menus, boxes and links are gone; the title, where one is told apart. */
export interface Scraped {
  readonly pieces: readonly Piece[];
  readonly title?: string;
}

/**
 * Cuts the article out of a page that was saved as text: from the title over the first long paragraph to the last.
 * Undefined where the text does not look like a saved page.
 */
export function cutScraped(pieces: readonly Piece[]): Scraped | undefined {
  if (pieces.filter(({ text }) => isFurniture(text) || isTail(text)).length < SIGNS) return undefined;
  const first = pieces.findIndex(isProse);
  if (first === -1) return undefined;
  const head = headOf(pieces.slice(0, first));
  const end = tailStart(pieces, first);
  const body = pieces.slice(first, end).filter(({ text }) => !isFurniture(text));
  return { pieces: [...head.pieces, ...body], ...(head.title === undefined ? {} : { title: head.title }) };
}

/** Running text, and not a box's or the small print's. */
function isProse({ text }: Piece): boolean {
  return text.length >= LONG && endsSentence(text) && !isFurniture(text) && !isCaption(text) && !BOX.test(text);
}

/** Above the text: the title, its author, its date and captions; all else is menu. */
function headOf(pieces: readonly Piece[]): Scraped {
  const kept = pieces.filter(({ text }) => !isFurniture(text) && !isTail(text));
  const told = kept.findIndex(({ text }) => openingLine(text) !== undefined);
  const isTitle = ({ text }: Piece) => looksLikeTitle(text) && !isCaption(text) && openingLine(text) === undefined;
  const above = kept.slice(0, Math.max(told, 0)).filter(isTitle).slice(-3);
  // Some pages put the date above the title.
  const candidates = above.length > 0 ? above : kept.slice(told + 1).filter(isTitle);
  const title = titleAmong(candidates.slice(-3).map(({ text }) => text));
  const at = kept.findLastIndex(({ text }) => text === title);
  const dated = kept.slice(0, at).filter(({ text }) => openingLine(text) !== undefined);
  const rest = kept
    .slice(at + 1)
    .filter(({ text }) => openingLine(text) !== undefined || isCaption(text) || isSentence(text));
  return { pieces: [...dated, ...rest], ...(title === undefined ? {} : { title }) };
}

const isSentence = (text: string): boolean => text.length >= 60 && /[.!?]["'”’]?$/.test(text);

/** The longest; but "The Old Mill" rather than "The Old Mill - The Courier", where both stand there. */
function titleAmong(texts: readonly string[]): string | undefined {
  const [longest, ...others] = texts.toSorted((a, b) => b.length - a.length);
  return others.find((text) => text.split(' ').length >= 3 && longest?.startsWith(text)) ?? longest;
}

/** Where the article ends: before "Related", or after the last sentences that follow its last long paragraph. */
function tailStart(pieces: readonly Piece[], first: number): number {
  const tail = pieces.findIndex(
    ({ text }, i) => i > first && isTail(text) && !pieces.slice(i).some((piece, k) => k < 4 && isProse(piece)),
  );
  const rights = pieces.findIndex(({ text }, i) => i > first && isRights(text));
  const most = Math.min(...[tail, rights].filter((at) => at !== -1), pieces.length);
  let end = pieces.slice(0, most).findLastIndex(isProse) + 1;
  while (end < most && belongs(pieces[end]?.text ?? '')) end++;
  return end;
}

/** The small print at a page's foot: below it the site speaks of itself. */
const isRights = (text: string): boolean => isFurniture(text) && RIGHTS.test(text);

/** Below the last long paragraph, sentences are text still; a title of another article ends in no full stop. */
const belongs = (text: string): boolean => isFurniture(text) || (text.length >= 25 && endsSentence(text));
