import { type Glyph, glyphsOf } from './glyphs.ts';
import { operatorsOf, type Page } from './operators.ts';
import { type Shape, shapesOf } from './shapes.ts';

interface Shapes {
  readonly shapes: readonly Shape[];
  /** How many operators the page has. */
  readonly operators: number;
}

/** Glyphs and shapes that are kept, of all pages: about 100 MB. */
const MAX_KEPT = 1_000_000;

/**
 * What is drawn on the pages of a file. To have pdf.js list a page's operators takes as long as to read its text: where the
 * glyphs were asked for, they and the shapes are kept for those who ask after.
 */
export class Drawings {
  private readonly kept = new Map<number, Shapes & { readonly glyphs: readonly Glyph[] }>();
  private size = 0;

  async glyphsOf(page: Page): Promise<readonly Glyph[]> {
    const known = this.kept.get(page.pageNumber);
    if (known) return known.glyphs;
    const list = await operatorsOf(page);
    const drawn = { glyphs: glyphsOf(list), shapes: shapesOf(list), operators: list.fnArray.length };
    this.size += drawn.glyphs.length + drawn.shapes.length;
    if (this.size <= MAX_KEPT) this.kept.set(page.pageNumber, drawn);
    return drawn.glyphs;
  }

  async shapesOf(page: Page): Promise<Shapes> {
    const known = this.kept.get(page.pageNumber);
    if (known) return known;
    const list = await operatorsOf(page);
    return { shapes: shapesOf(list), operators: list.fnArray.length };
  }
}
