import { OPS } from 'unpdf/pdfjs';
import type { operatorsOf } from './operators.ts';
import { type Matrix, Place } from './place.ts';

/** A rectangle on a page, in points. */
export interface Shape {
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly top: number;
}

/** What is painted on a page that could be a bullet or a part of a picture, each by what it fills. */
export function shapesOf({ fnArray, argsArray }: Awaited<ReturnType<typeof operatorsOf>>): Shape[] {
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
