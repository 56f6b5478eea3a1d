import { describe, expect, it } from 'vitest';
import type { PdfJsItem } from '../../src/intake/pdf/items.ts';
import { withSigns } from '../../src/intake/pdf/signs.ts';

const SIZE = 10;

const item = (str: string, x: number, y: number, width: number): PdfJsItem => ({
  str,
  width,
  transform: [SIZE, 0, 0, SIZE, x, y],
});

const texts = (...items: PdfJsItem[]) => withSigns(items).map(({ str }) => str);

describe("a sign that a font's letters stand for", () => {
  it('is a root or a sum where it hangs down from above the line, as wide as no letter is', () => {
    const [, root] = withSigns([item('Q = ba', 50, 700, 30), item('p', 80, 709, 10), item('2gh', 90, 700, 16)]);
    expect(root).toMatchObject({ str: '√', transform: [SIZE, 0, 0, SIZE, 80, 700] });
    expect(texts(item('S = ', 50, 700, 20), item('X', 70, 709.5, 14.4), item('n', 86, 700, 6))).toContain('∑');
  });

  it('is a letter on the line, above it in letters as wide as they are, and without a line beside it', () => {
    expect(texts(item('p', 50, 700, 10), item('waves', 60, 700, 30))).toContain('p');
    expect(texts(item('x', 50, 700, 5), item('p', 55, 706, 5), item('y', 60, 700, 5))).toContain('p');
    expect(texts(item('p', 50, 709, 10), item('far', 200, 700, 30))).toContain('p');
  });

  it.each(['\u0088', '\uf0b7', '■', '➢', 'o', '§', 'Ø'])('is a bullet before an item: %j', (sign) => {
    expect(texts(item('Tides', 50, 720, 30), item(sign, 50, 700, 5), item('Ponds', 65, 700, 30))).toEqual([
      'Tides',
      '•',
      'Ponds',
    ]);
  });

  it('is a bullet in one piece with its item', () => {
    expect(texts(item('▶ Ponds', 50, 700, 40), item('\uf0a7 Gates', 50, 680, 40))).toEqual(['• Ponds', '• Gates']);
  });

  it('is no bullet within a line, before a number of a law, or close to the next word', () => {
    expect(texts(item('Um', 30, 700, 15), item('o', 50, 700, 5), item('rio', 65, 700, 30))).toContain('o');
    expect(texts(item('§', 50, 700, 5), item('5 Frist', 65, 700, 30))).toContain('§');
    expect(texts(item('o', 50, 700, 5), item('rio', 57, 700, 30))).toContain('o');
  });
});
