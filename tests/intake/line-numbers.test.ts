import { describe, expect, it } from 'vitest';
import type { TextItem } from '../../src/intake/pdf/items.ts';
import { partLineNumbers } from '../../src/intake/pdf/line-numbers.ts';

const item = (text: string, x: number, y: number, size: number): TextItem => ({
  ...{ text, x, y, size },
  width: text.length * size * 0.5,
});

/** Rows of text, each with its number to the left, which ends at the same place. */
const numbered = (count: number, size: number, from = 1): TextItem[] =>
  Array.from({ length: count }, (_, i) => [
    item(`${from + i}`, 60 - `${from + i}`.length * size * 0.5, 700 - i * 12, size),
    item('The brook rose and filled it', 80, 700 - i * 12, 10),
  ]).flat();

const left = (items: readonly TextItem[]) => partLineNumbers(items).numbers.map(({ text }) => text);

describe('the numbers of lines', () => {
  it('are taken out where they are small', () => {
    expect(left(numbered(12, 5, 95))).toEqual(Array.from({ length: 12 }, (_, i) => `${95 + i}`));
    expect(partLineNumbers(numbered(12, 5)).text).toHaveLength(12);
  });

  it('are taken out at the size of the text where they count most of a page', () => {
    expect(left(numbered(30, 10))).toHaveLength(30);
  });

  it('are none in a table, a list of figures, or where text stands among them', () => {
    expect(left(numbered(10, 10))).toEqual([]);
    expect(left(numbered(10, 5).filter(({ text }) => text !== '4'))).toEqual([]);
    expect(left([...numbered(10, 5), item('A note', 50, 640, 5)])).toEqual([]);
    expect(left(Array.from({ length: 10 }, (_, i) => item(`${i + 1}`, 60, 700 - i * 12, 5)))).toEqual([]);
  });
});
