import { OPS } from 'unpdf/pdfjs';

/** [a b c d e f]: from the space that something is drawn in to the page, in points. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Where the next thing is drawn: the matrix that the operators before it make. */
export class Place {
  matrix = IDENTITY;
  private readonly stack: Matrix[] = [];

  follow(operator: number, args: readonly unknown[]): void {
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) this.stack.push(this.matrix);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd)
      this.matrix = this.stack.pop() ?? this.matrix;
    const by = operator === OPS.paintFormXObjectBegin ? args[0] : operator === OPS.transform ? args : undefined;
    if (by) this.matrix = product(this.matrix, Array.from(by as ArrayLike<number>) as unknown as Matrix);
  }
}

export const product = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
];
