import type { getDocumentProxy } from 'unpdf';
import { OPS } from 'unpdf/pdfjs';
import type { PdfLine } from './lines.ts';
import { operatorsOf } from './operators.ts';
import { SET_OUT } from './paragraphs.ts';
import { type Matrix, Place } from './place.ts';

/** How large a bullet is, in times the size of its text, and how much wider than high or higher than wide. */
const BULLET = { least: 0.12, most: 1, longest: 2 } as const;
/** A page takes about 30 ms, with shades and gradients, and 100,000 operators about a second: beyond it, no bullets are sought. */
const MOST = { pages: 200, operators: 200_000 } as const;
/** Room between a bullet and its text, in times the size. */
const ROOM = 2.5;
/** How high above the baseline a bullet's middle stands, in times the size. */
const MIDDLE = { least: -0.15, most: 0.75 } as const;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** A rectangle on a page, in points. */
interface Shape {
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly top: number;
}

/**
 * Marks the lines that a drawn bullet stands before, as LaTeX and browsers draw them. Of upright pages alone. Pages that
 * are no slides have pictures and charts with all kinds of shapes: there a bullet is one of those of a list.
 */
export async function withBullets(
  pdf: Pdf,
  pages: readonly (readonly PdfLine[])[],
  areSlides: boolean,
): Promise<PdfLine[][]> {
  const unmarked = pages.map((lines) => [...lines]);
  if (pages.length > MOST.pages) return unmarked;
  const looks = new Map<PdfLine, string>();
  let operators = 0;
  for (const lines of pages) {
    const page = await pdf.getPage(lines[0]?.page ?? 1);
    const list = await operatorsOf(page);
    operators += list.fnArray.length;
    if (operators > MOST.operators) break;
    const shapes = page.rotate === 0 ? shapesOf(list) : [];
    for (const line of lines) {
      const shape = shapes.find((one) => isBullet(one, line));
      if (shape) looks.set(line, lookOf(shape, line));
    }
    page.cleanup();
  }
  if (operators > MOST.operators) return unmarked;
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

function shapesOf({ fnArray, argsArray }: Awaited<ReturnType<typeof operatorsOf>>): Shape[] {
  const place = new Place();
  const shapes: Shape[] = [];
  for (const [i, operator] of fnArray.entries()) {
    const args: unknown[] = argsArray[i] ?? [];
    place.follow(operator, args);
    const box = operator === OPS.constructPath ? painted(args) : operator === OPS.paintFormXObjectBegin && args[1];
    if (box) shapes.push(shapeOf(Array.from(box as ArrayLike<number>), place.matrix));
  }
  return shapes;
}

const PAINTS: ReadonlySet<unknown> = new Set([
  ...[OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.stroke],
  ...[OPS.closeStroke, OPS.closeFillStroke, OPS.closeEOFillStroke],
]);

/** What a path encloses, where it is painted and does not only clip. */
const painted = ([paint, , box]: readonly unknown[]): unknown => (PAINTS.has(paint) ? box : undefined);

function shapeOf([x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[], [a, b, c, d, e, f]: Matrix): Shape {
  const corners = [x1, x2].flatMap((x) => [y1, y2].map((y) => [a * x + c * y + e, b * x + d * y + f] as const));
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), low: Math.min(...ys), top: Math.max(...ys) };
}

function isBullet({ left, right, low, top }: Shape, { left: from, y, size }: PdfLine): boolean {
  const [width, height] = [right - left, top - low];
  if (Math.min(width, height) < size * BULLET.least || Math.max(width, height) > size * BULLET.most) return false;
  if (width > height * BULLET.longest || height > width * BULLET.longest) return false;
  const middle = ((low + top) / 2 - y) / size;
  return right <= from && from - right < size * ROOM && middle > MIDDLE.least && middle < MIDDLE.most;
}
