import { OPS } from 'unpdf/pdfjs';
import { IDENTITY, type Matrix, Place, product } from './place.ts';

/** A letter or sign as it is drawn; lengths in points. */
export interface Glyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** A glyph of pdf.js: its width is in thousandths of the type's size. */
interface Shown {
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
}

/** How text is set (PDF 32000-1, 9.3). */
interface TextState {
  readonly size: number;
  readonly characterSpacing: number;
  readonly wordSpacing: number;
  /** Horizontal scale. */
  readonly scale: number;
  readonly leading: number;
  readonly rise: number;
}

const START: TextState = { size: 0, characterSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0 };

interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (readonly unknown[] | null)[];
}

/** The glyphs of a page in the order in which they are drawn. Fonts that draw their own letters or run downwards are read as others are. */
export function glyphsOf({ fnArray, argsArray }: Operators): Glyph[] {
  const pen = new Pen();
  for (const [i, operator] of fnArray.entries()) pen.follow(operator, argsArray[i] ?? []);
  return pen.glyphs;
}

/** What an operator says of how text is set. */
function settingOf(operator: number, args: readonly unknown[]): Partial<TextState> {
  const number = Number(args[0]);
  if (operator === OPS.setFont) return { size: Number(args[1]) };
  if (operator === OPS.setCharSpacing) return { characterSpacing: number };
  if (operator === OPS.setWordSpacing) return { wordSpacing: number };
  if (operator === OPS.setHScale) return { scale: number / 100 };
  if (operator === OPS.setLeading) return { leading: number };
  if (operator === OPS.setLeadingMoveText) return { leading: -Number(args[1]) };
  return operator === OPS.setTextRise ? { rise: number } : {};
}

class Pen {
  readonly glyphs: Glyph[] = [];
  private readonly place = new Place();
  private readonly stack: TextState[] = [];
  private state = START;
  /** The text matrix, and that of the line's beginning. */
  private matrix = IDENTITY;
  private line = IDENTITY;

  follow(operator: number, args: readonly unknown[]): void {
    this.place.follow(operator, args);
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) this.stack.push(this.state);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) this.state = this.stack.pop() ?? START;
    else if (operator === OPS.showText) for (const one of args[0] as (Shown | number)[]) this.show(one);
    this.set(settingOf(operator, args));
    this.walk(operator, args);
  }

  /** To where the next text begins. */
  private walk(operator: number, args: readonly unknown[]): void {
    if (operator === OPS.beginText) this.begin(IDENTITY);
    else if (operator === OPS.setTextMatrix) this.begin(Array.from(args[0] as ArrayLike<number>) as unknown as Matrix);
    else if (operator === OPS.moveText || operator === OPS.setLeadingMoveText)
      this.move(Number(args[0]), Number(args[1]));
    else if (operator === OPS.nextLine) this.move(0, -this.state.leading);
  }

  private set(change: Partial<TextState>): void {
    this.state = { ...this.state, ...change };
  }

  private begin(matrix: Matrix): void {
    this.matrix = matrix;
    this.line = matrix;
  }

  private move(x: number, y: number): void {
    this.begin(product(this.line, [1, 0, 0, 1, x, y]));
  }

  /** A glyph, or room between two. */
  private show(one: Shown | number): void {
    const { size, characterSpacing, wordSpacing, scale, rise } = this.state;
    if (typeof one === 'number') {
      this.advance((-one * size * scale) / 1000);
      return;
    }
    const width = ((one.width ?? 0) * size * scale) / 1000;
    const [a, b, c, d, x, y] = product(this.place.matrix, product(this.matrix, [1, 0, 0, 1, 0, rise]));
    this.glyphs.push({
      text: one.unicode ?? '',
      ...{ x, y, width: width * Math.hypot(a, b), size: Math.abs(size) * Math.hypot(c, d) },
    });
    this.advance(width + (characterSpacing + (one.isSpace ? wordSpacing : 0)) * scale);
  }

  private advance(by: number): void {
    this.matrix = product(this.matrix, [1, 0, 0, 1, by, 0]);
  }
}
