import { describe, expect, it } from 'vitest';
import { flowsOf } from '../../src/intake/pdf/flows.ts';
import type { TextItem } from '../../src/intake/pdf/upright.ts';

const SIZE = 10;
const LEADING = 12;

const item = (text: string, x: number, y: number, width = 100, size = SIZE): TextItem => ({ text, x, y, width, size });

/** Lines below each other: "a1", "a2" … */
const column = (name: string, x: number, y: number, lines: number): TextItem[] =>
  Array.from({ length: lines }, (_, i) => item(`${name}${i + 1}`, x, y - i * LEADING));

const texts = (items: readonly TextItem[]) => flowsOf(items).map((flow) => flow.map(({ text }) => text).join(' '));

describe('the flows of a page', () => {
  it('part columns that no white strip parts', () => {
    expect(texts([...column('a', 50, 700, 3), ...column('b', 150, 700, 3)])).toEqual(['a1 a2 a3', 'b1 b2 b3']);
  });

  it('put a heading before the text below it, though it was written last', () => {
    const items = [...column('a', 50, 640, 2), ...column('b', 50, 500, 2), item('A', 50, 680), item('B', 50, 540)];
    expect(texts(items)).toEqual(['A', 'a1 a2', 'B', 'b1 b2']);
  });

  it('are one where their lines stand between each other', () => {
    const [odd, even] = [column('a', 50, 700, 6), column('a', 50, 700, 6)].map((lines, k) =>
      lines.filter((_, i) => i % 2 === k),
    );
    expect(flowsOf([...(odd ?? []), ...(even ?? [])])).toHaveLength(1);
  });

  it('keep the box that stands beside a text out of it', () => {
    const items = [...column('a', 50, 700, 8), ...column('box', 200, 670, 2)];
    expect(texts(items)).toEqual(['a1 a2 a3 a4 a5 a6 a7 a8', 'box1 box2']);
  });

  it('keep exponents and fractions in their line', () => {
    const items = [
      item('10', 50, 700, 10),
      item('6', 60, 704, 4, 6),
      item(' metres', 64, 700, 40),
      ...column('a', 50, 688, 2),
    ];
    expect(texts(items)).toEqual(['10 6  metres a1 a2']);
  });

  it('read a page of thousands of scattered words as one', () => {
    const scattered = Array.from({ length: 4_000 }, (_, i) => item('x', (i * 37) % 500, (i * 91) % 700, 5));
    expect(flowsOf(scattered)).toHaveLength(1);
  });
});
