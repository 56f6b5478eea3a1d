import { OPS } from 'unpdf/pdfjs';
import { describe, expect, it } from 'vitest';
import { Drawings } from '../../src/intake/pdf/drawings.ts';
import type { Page } from '../../src/intake/pdf/operators.ts';

/** A page with a square, which counts how often it is asked what is drawn on it. */
function pageOf(pageNumber: number) {
  let asked = 0;
  const list = { fnArray: [OPS.constructPath], argsArray: [[OPS.fill, [], [0, 0, 5, 5]]] };
  const getOperatorList = async () => {
    asked++;
    return list;
  };
  return { page: { pageNumber, getOperatorList } as unknown as Page, asked: () => asked };
}

describe('what is drawn on a page', () => {
  it('is asked for once where glyphs are wanted, and shapes after them', async () => {
    const drawings = new Drawings();
    const { page, asked } = pageOf(1);
    await drawings.glyphsOf(page);
    await drawings.glyphsOf(page);
    expect((await drawings.shapesOf(page)).shapes).toEqual([{ left: 0, right: 5, low: 0, top: 5 }]);
    expect(asked()).toBe(1);
  });

  it("is each page's own", async () => {
    const drawings = new Drawings();
    const [first, second] = [pageOf(1), pageOf(2)];
    await drawings.glyphsOf(first.page);
    expect((await drawings.shapesOf(second.page)).operators).toBe(1);
    expect(second.asked()).toBe(1);
  });
});
