/** A piece of text as a PDF places it; lengths in points (1/72 inch), y growing upwards from the page's foot. */
export interface TextItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the type. */
  readonly size: number;
  /** What the file's structure tree calls it. */
  readonly mark?: string;
  /** Set where all letters have the same width, as a program's have. */
  readonly isEven?: true;
}

/** A text item of pdf.js. `transform` is the matrix [a b c d x y] of its text space. */
export interface PdfJsItem {
  readonly str: string;
  readonly width: number;
  readonly transform: number[];
  readonly mark?: string;
  readonly isEven?: true;
}

export const xOf = ({ transform }: PdfJsItem): number => transform[4] ?? 0;
export const yOf = ({ transform }: PdfJsItem): number => transform[5] ?? 0;
export const rightOf = (item: PdfJsItem): number => xOf(item) + item.width;
export const sizeOf = ({ transform: [, , c = 0, d = 0] }: PdfJsItem): number => Math.hypot(c, d);
