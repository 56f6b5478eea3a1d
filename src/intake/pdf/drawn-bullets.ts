import type { getDocumentProxy } from 'unpdf';
import type { Drawings } from './drawings.ts';
import type { PdfLine } from './lines.ts';
import { SET_OUT } from './paragraphs.ts';
import type { Shape } from './shapes.ts';

/** How large a bullet is, in times the size of its text, and how much wider than high or higher than wide. */
const BULLET = { least: 0.12, most: 1, longest: 2 } as const;
/** A page takes about 30 ms, with shades and gradients, and 100,000 operators about a second: beyond it, no bullets are sought. */
const MAX = { pages: 200, operators: 200_000 } as const;
/** Room between a bullet and its text, in times the size. */
const ROOM = 2.5;
/** How high above the baseline a bullet's middle stands, in times the size. */
const MIDDLE = { least: -0.15, most: 0.75 } as const;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/**
 * Marks the lines that a drawn bullet stands before, as LaTeX and browsers draw them. Of upright pages alone. Pages that
 * are no slides have pictures and charts with all kinds of shapes: there a bullet is one of those of a list.
 */
export async function withBullets(
  pdf: Pdf,
  pages: readonly (readonly PdfLine[])[],
  areSlides: boolean,
  drawings: Drawings,
): Promise<PdfLine[][]> {
  const unmarked = pages.map((lines) => [...lines]);
  if (pages.length > MAX.pages) return unmarked;
  const looks = new Map<PdfLine, string>();
  let operators = 0;
  for (const lines of pages) {
    const page = await pdf.getPage(lines[0]?.page ?? 1);
    const drawn = await drawings.shapesOf(page);
    operators += drawn.operators;
    if (operators > MAX.operators) break;
    const shapes = page.rotate === 0 ? drawn.shapes : [];
    for (const line of lines) {
      const shape = shapes.find((one) => isBullet(one, line));
      if (shape) looks.set(line, lookOf(shape, line));
    }
    page.cleanup();
  }
  if (operators > MAX.operators) return unmarked;
  return unmarked.map((lines) => {
    const isMarked = (line: PdfLine) => looks.has(line) && (areSlides || isListed(line, lines, looks));
    return lines.map((line) => (isMarked(line) ? { ...line, hasBullet: true } : line));
  });
}

/** Whether another item with such a bullet follows, or comes before; below a heading with one stands text that has none. */
function isListed(line: PdfLine, lines: readonly PdfLine[], looks: ReadonlyMap<PdfLine, string>): boolean {
  const edge = line.left - line.size * SET_OUT;
  const isOther = (other: PdfLine) => other !== line && looks.get(other) === looks.get(line);
  const others = lines.filter((other) => isOther(other) && Math.abs(other.left - line.left) < 1);
  return others.some(({ y }) => {
    const [low, top] = [Math.min(y, line.y), Math.max(y, line.y)];
    return lines.every((between) => {
      const isBetween = between.y > low && between.y < top && between.right > edge && between.left < line.right;
      return !isBetween || between.left >= edge;
    });
  });
}

/** How large a bullet is, and how far from its text. */
const lookOf = ({ left, right, low, top }: Shape, line: PdfLine): string =>
  [right - left, top - low, line.left - right].map(Math.round).join(':');

function isBullet({ left, right, low, top }: Shape, { left: from, y, size }: PdfLine): boolean {
  const [width, height] = [right - left, top - low];
  if (Math.min(width, height) < size * BULLET.least || Math.max(width, height) > size * BULLET.most) return false;
  if (width > height * BULLET.longest || height > width * BULLET.longest) return false;
  const middle = ((low + top) / 2 - y) / size;
  return right <= from && from - right < size * ROOM && middle > MIDDLE.least && middle < MIDDLE.most;
}
