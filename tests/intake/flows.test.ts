import { describe, expect, it } from 'vitest';
import { codeLines } from '../../src/intake/pdf/code.ts';
import { inReadingOrder } from '../../src/intake/pdf/columns.ts';
import { flowsOf } from '../../src/intake/pdf/flows.ts';
import { withInitials } from '../../src/intake/pdf/initials.ts';
import type { TextItem } from '../../src/intake/pdf/items.ts';
import type { PdfLine } from '../../src/intake/pdf/lines.ts';
import { partNotes } from '../../src/intake/pdf/notes.ts';
import { pdfPieces } from '../../src/intake/pdf/paragraphs.ts';
import { withoutLetterSpaces } from '../../src/intake/pdf/spaced.ts';

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

  it('keep the box that a text runs around out of it, and behind it', () => {
    const wide = (name: string, y: number) => item(name, 50, y, 300);
    const text = [wide('a1', 700), ...column('b', 50, 688, 3), wide('c1', 652)];
    expect(texts([...column('box', 200, 686, 2), ...text])).toEqual(['a1 b1 b2 b3 c1', 'box1 box2']);
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

describe('bullets and numbers that were written apart from their items', () => {
  it('stand before them', () => {
    const items = ['Wet', 'Old'].map((text, i) => item(text, 70, 700 - i * LEADING));
    const marks = ['●', '2.'].map((text, i) => item(text, 50, 700 - i * LEADING, 8));
    expect(texts([...items, ...marks])).toEqual(['● Wet 2. Old']);
  });
});

describe('the cells of a row', () => {
  it('are read from the left though the baseline of one is a hair lower', () => {
    const line = (text: string, left: number, y: number): PdfLine => ({
      ...{ text, left, right: left + 60, y, size: SIZE, page: 1, flow: 0 },
    });
    expect(inReadingOrder([line('(1)', 400, 500.01), line('Q = 2gh', 100, 500)]).map(({ text }) => text)).toEqual([
      'Q = 2gh | (1)',
    ]);
  });
});

describe('a word set with room between its letters', () => {
  it.each([
    ['t h e i r', 'their'],
    ['C O N T E N T S', 'CONTENTS'],
    ['A l e t t e r', 'A letter'],
    ['read c o n t r a c t s.', 'read contracts.'],
    ['a b c d e', 'a b c d e'],
    ['x y z w', 'x y z w'],
    ['1 2 3 4 5', '1 2 3 4 5'],
    ['I a m', 'I a m'],
  ])('%s', (spaced, word) => {
    expect(withoutLetterSpaces(spaced)).toBe(word);
  });
});

describe('a row of a table', () => {
  const line = (text: string, left: number, y: number, flow: number): PdfLine => ({
    ...{ text, left, right: left + 80, y, size: SIZE, page: 1, flow },
  });

  it('is a line, though one of its cells has several', () => {
    const lines = [
      ...[
        line('Purchase of', 50, 700, 0),
        line('own shares', 50, 688, 0),
        line('12', 200, 700, 1),
        line('3', 300, 700, 2),
      ],
      line('Dividends', 50, 670, 3),
    ];
    expect(inReadingOrder(lines).map(({ text }) => text)).toEqual(['Purchase of own shares | 12 | 3', 'Dividends']);
  });

  it('is not made of boxes, each with a name above a sentence', () => {
    const box = (name: string, left: number, flow: number) =>
      [name, 'Water is led to the', 'wheel by a ditch.'].map((text, i) => ({
        ...line(text, left, 700 - i * LEADING, flow),
        right: left + text.length * 8,
      }));
    const texts = inReadingOrder([...box('Leat', 50, 0), ...box('Race', 300, 1)]).map(({ text }) => text);
    expect(texts.filter((text) => text.includes(' | '))).toEqual([]);
  });

  it('is not made of two columns', () => {
    const lines = [0, 1].flatMap((flow) =>
      Array.from({ length: 6 }, (_, i) => line(`column ${flow} ${i}`, 50 + flow * 200, 700 - i * LEADING, flow)),
    );
    expect(inReadingOrder(lines)).toHaveLength(12);
  });
});

describe('an initial that reaches down beside several lines', () => {
  const lines = [item('ank of', 76, 753), item('stream', 76, 741), item('below', 50, 729)];

  it('begins the highest of them', () => {
    expect(withInitials([item('B', 53, 740, 20, 32), ...lines]).map(({ text, y }) => [text, y])).toEqual([
      ['B', 753],
      ['ank of', 753],
      ['stream', 741],
      ['below', 729],
    ]);
  });

  it('is none beside one line, or at the size of the text', () => {
    const large = [item('B', 53, 752, 20, 32), item('ank of', 76, 753)];
    expect(withInitials(large)).toEqual(large);
    const small = [item('A', 53, 741), ...lines];
    expect(withInitials(small)).toEqual(small);
  });
});

describe('the notes of a page with columns', () => {
  const style = { size: SIZE, leading: LEADING, indented: false, slides: false };
  const line = (text: string, y: number, size = SIZE): PdfLine => ({
    ...{ text, y, size, left: 50, right: 150, page: 1, flow: 0 },
  });

  it('are set apart at the foot of each column', () => {
    const left = [line('The leat1 is', 700), line('narrow.', 100), line('1 So Holm.', 60, 7)];
    const right = [line('It freezes2.', 700), line('Seldom.', 100), line('2 In May.', 60, 7)];
    const { text, notes } = partNotes([...left, ...right], style);
    expect(text.map((one) => one.text)).toEqual(['The leat1 is', 'narrow.', 'It freezes2.', 'Seldom.']);
    expect(notes.map((one) => one.text)).toEqual(['1 So Holm.', '2 In May.']);
  });

  it('do not begin with the pages of a reference', () => {
    const left = [line('See the end.', 700), line('J. Tidal Eng. 12,', 100, 8), line('80–95.', 90, 8)];
    expect(partNotes(left, style).notes).toEqual([]);
  });

  it('are no small lines in the upper half of a column', () => {
    const left = [line('The leat', 700), line('1 a table', 650, 7)];
    const right = [line('It freezes.', 700), line('Seldom.', 60)];
    expect(partNotes([...left, ...right], style).notes).toEqual([]);
  });
});

describe('a column below text as wide as the page', () => {
  const style = { size: SIZE, leading: LEADING, indented: true, slides: false };
  const line = (text: string, left: number, y: number, width = 200, flow = 1): PdfLine => ({
    ...{ text, left, right: left + width, y, size: SIZE, page: 2, flow },
  });
  const pieces = (lines: readonly PdfLine[]) => pdfPieces(lines, style, new Set()).map(({ text }) => text);
  const wide = line('The abstract runs over both columns', 50, 700, 420, 0);
  const text = (y: number) => Array.from({ length: 5 }, (_, i) => line(`and goes on ${i}`, 270, y - i * LEADING));

  it('begins its paragraphs with an indent of its own', () => {
    const lines = [wide, line('The first', 270, 600), ...text(588), line('Then', 290, 528, 180), ...text(516)];
    expect(pieces(lines).map((piece) => piece.split(' ')[0])).toEqual(['The', 'The', 'Then']);
  });

  it('has headings in its middle', () => {
    const lines = [wide, line('I. Sources', 340, 600, 60), line('All were', 270, 586), ...text(574)];
    expect(pieces(lines).at(1)).toBe('I. Sources');
  });

  it('takes no line for a heading that is set in as far as it reaches past its end', () => {
    const lines = [
      line('Seven looms were bought at', 280.2, 600, 209.3),
      line('Varn, and one', 270, 588, 220),
      ...text(576),
    ];
    expect(pieces(lines)).toHaveLength(1);
  });

  it('goes on with a sentence beside an initial, though its lines are set in', () => {
    const lines = [line('In the year of the frost', 270, 600), line('nobody ground', 283, 588, 207), ...text(576)];
    expect(pieces(lines)).toHaveLength(1);
  });
});

describe('paragraphs of a script without capitals', () => {
  const style = { size: SIZE, leading: LEADING, indented: true, slides: false };
  const line = (text: string, left: number, y: number): PdfLine => ({
    ...{ text, left, right: left + text.length * SIZE, y, size: SIZE, page: 1, flow: 0 },
  });
  const pieces = (lines: readonly PdfLine[]) => pdfPieces(lines, style, new Set()).map(({ text }) => text);

  it('begin with an indent, or below a line that was left short', () => {
    const lines = [
      line('河上有一座古老的石桥，', 70, 700),
      line('桥上有三个桥洞，是用', 50, 700 - LEADING),
      line('青石砌的。', 50, 700 - 2 * LEADING),
      line('每年春天人们都要清理', 50, 700 - 3 * LEADING),
      line('桥下的泥沙和树枝木。', 50, 700 - 4 * LEADING),
      line('秋天桥头有集市。', 70, 700 - 5 * LEADING),
    ];
    expect(pieces(lines).map((text) => text.slice(0, 3))).toEqual(['河上有', '每年春', '秋天桥']);
  });
});

describe('the lines of a program', () => {
  const line = (text: string, y: number, isEven: boolean): PdfLine => ({
    ...{ text, left: 50, right: 50 + text.length * 6, y, size: SIZE, page: 1, flow: 0 },
    ...(isEven ? { isEven } : {}),
  });
  const text = (y: number) => line('The gate is opened by a small program that looks at the level.', y, false);

  it('are those of one width, also where there are more of them than of text', () => {
    const lines = [
      text(700),
      line('if wet:', 680, true),
      line('open()', 668, true),
      line('shut()', 656, true),
      text(640),
    ];
    expect([...codeLines(lines)].map((one) => one.text)).toEqual(['if wet:', 'open()', 'shut()']);
  });

  it('are none where a work is typewritten', () => {
    const typed = [700, 688, 676].map((y) => line('It was typed in one night, on thin paper.', y, true));
    expect(codeLines([line('Chapter 1', 720, false), ...typed])).toEqual(new Set());
  });
});

describe('a paragraph whose lines are set wider than the rest', () => {
  const style = { size: SIZE, leading: LEADING, indented: false, slides: false };
  const line = (text: string, y: number): PdfLine => ({
    ...{ text, left: 50, right: 50 + text.length * 5, y, size: SIZE, page: 1, flow: 0 },
  });
  const pieces = (...texts: readonly string[]) =>
    pdfPieces(
      texts.map((text, i) => line(text, 700 - i * 2.2 * LEADING)),
      style,
      new Set(),
    ).map(({ text }) => text);

  it('is one', () => {
    expect(
      pieces('The quay was built of oak and', 'stone in three summers. Boats', 'of Varn could lie there.'),
    ).toEqual(['The quay was built of oak and stone in three summers. Boats of Varn could lie there.']);
  });

  it('is none where lines were ended on purpose', () => {
    expect(pieces('The quay of oak and of stone, 1902', 'The pond', 'The wheel of iron')).toHaveLength(3);
    expect(pieces('Boats could lie there at low water.', 'Later the wheel rotted', 'It was sold.')).toHaveLength(3);
  });
});

describe('a table beside text, with baselines of its own', () => {
  const line = (text: string, left: number, y: number, flow = 0): PdfLine => ({
    ...{ text, left, right: left + text.length * 5, y, size: SIZE, page: 1, flow },
  });
  const text = Array.from({ length: 6 }, (_, i) => line(`the text goes on in its line ${i}`, 50, 700 - i * 13));
  const cells = (leading: number) =>
    Array.from({ length: 4 }, (_, i) => [
      line(`gate ${i}`, 300, 700 - i * leading),
      line(`${i} m`, 360, 700 - i * leading),
    ]);
  const read = (lines: readonly PdfLine[]) =>
    inReadingOrder([...lines].sort((a, b) => b.y - a.y || a.left - b.left)).map((one) => one.text);

  it('is read behind the text', () => {
    const rows = ['gate 0 | 0 m', 'gate 1 | 1 m', 'gate 2 | 2 m', 'gate 3 | 3 m'];
    expect(read([...text, ...cells(16).flat()])).toEqual([...text.map((one) => one.text), ...rows]);
  });

  it('is a part of the same table where it shares them', () => {
    expect(read([...text, ...cells(13).flat()])[1]).toBe('the text goes on in its line 1 | gate 1 | 1 m');
  });
});
