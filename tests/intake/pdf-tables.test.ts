import { describe, expect, it } from 'vitest';
import { inReadingOrder } from '../../src/intake/pdf/columns.ts';
import type { TextItem } from '../../src/intake/pdf/items.ts';
import { linesOfItems } from '../../src/intake/pdf/lines.ts';
import { pdfPieces } from '../../src/intake/pdf/paragraphs.ts';
import { tablesOf } from '../../src/intake/pdf/tables.ts';

const SIZE = 10;
const LEADING = 12;

/** A cell of wrapped lines, as programs write them: one below the other. */
const cell = (x: number, y: number, ...lines: readonly string[]): TextItem[] =>
  lines.map((text, i) => ({ text, x, y: y - i * LEADING, width: text.length * 5, size: SIZE }));

const read = (items: readonly TextItem[]) => {
  const style = { size: SIZE, leading: LEADING, indented: false, slides: false };
  return pdfPieces(inReadingOrder(linesOfItems(items, 1)), style, new Set()).map(({ text }) => text);
};

const WELD = [
  ...cell(50, 660, 'Weld'),
  ...cell(150, 660, 'whole plant', 'without the root'),
  ...cell(300, 660, 'yellow'),
];
const MADDER = [...cell(50, 620, 'Madder'), ...cell(150, 620, 'root of three', 'years'), ...cell(300, 620, 'red')];

describe('a table without borders in a PDF', () => {
  it('is read row by row where its cells have several lines', () => {
    const head = [...cell(50, 680, 'Plant'), ...cell(150, 680, 'Part'), ...cell(300, 680, 'Colour')];
    expect(read([...head, ...WELD, ...MADDER])).toEqual([
      'Plant | Part | Colour\nWeld | whole plant without the root | yellow\nMadder | root of three years | red',
    ]);
  });

  it('has rows that end at different heights, and some without a cell', () => {
    const woad = [...cell(50, 580, 'Woad', '(for blue)'), ...cell(300, 580, 'blue', 'or green')];
    expect(read([...WELD, ...MADDER, ...woad])).toEqual([
      'Weld | whole plant without the root | yellow\nMadder | root of three years | red\nWoad (for blue) |  | blue or green',
    ]);
  });

  it('has the text above it and below it for neighbours, not in its cells', () => {
    const above = cell(50, 675, 'Plants that dye wool');
    const below = cell(50, 594, 'Gather them dry, and never', 'more than a third of them.');
    expect(read([...above, ...WELD, ...MADDER, ...below])).toEqual([
      'Plants that dye wool',
      'Weld | whole plant without the root | yellow\nMadder | root of three years | red',
      'Gather them dry, and never more than a third of them.',
    ]);
  });

  it('ends where another begins, with other columns', () => {
    const other = [
      ...cell(50, 580, 'Vat'),
      ...cell(95, 580, 'to warm it', 'by the fire'),
      ...cell(220, 580, 'an hour'),
    ];
    const third = [...cell(50, 540, 'Tub'), ...cell(95, 540, 'to rinse', 'wool'), ...cell(220, 540, 'a day')];
    expect(
      read([...WELD, ...MADDER, ...other, ...third])
        .join('\n')
        .split('\n'),
    ).toEqual([
      'Weld | whole plant without the root | yellow',
      'Madder | root of three years | red',
      'Vat | to warm it by the fire | an hour',
      'Tub | to rinse wool | a day',
    ]);
  });

  it('is none where text was written down one column and then down the next', () => {
    const left = cell(50, 700, ...Array.from({ length: 8 }, (_, i) => `the left column goes on ${i}`));
    const right = cell(250, 700, ...Array.from({ length: 8 }, (_, i) => `and the right one too ${i}`));
    expect(read([...left, ...right]).join(' ')).not.toContain('|');
  });

  it('is none where a list is set in', () => {
    const items = [700, 660].flatMap((y) => [...cell(50, y, '1.'), ...cell(75, y, 'Wash the wool', 'in soft water')]);
    expect(read(items).join(' ')).not.toContain('|');
  });

  it('is none on a page of scattered words', () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => i);
    const items = rows.flatMap((i) => [
      ...cell(50, -i * 40, 'a', 'b'),
      ...cell(150, -i * 40, 'c'),
      ...cell(250, -i * 40, 'd'),
    ]);
    expect(tablesOf(items)).toEqual([]);
    expect(tablesOf(items.slice(0, 400))).toHaveLength(1);
  });
});
