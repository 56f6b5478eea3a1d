import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/intake/blocks/normalise.ts';
import type { TextItem } from '../../src/intake/pdf/items.ts';
import { linesOfItems } from '../../src/intake/pdf/lines.ts';
import { mirrored } from '../../src/intake/pdf/right-to-left.ts';

const PAGE = 600;
const SIZE = 10;

const item = (text: string, x: number, y: number, width: number): TextItem => ({ text, x, y, width, size: SIZE });

const lines = (...items: TextItem[]) => linesOfItems(mirrored(items, PAGE), 1).map(({ text }) => text);

describe('a page that runs from right to left', () => {
  it('is read from its right edge, in whichever order the file has the pieces of a line', () => {
    const heading = item('ينابيع', 510, 700, 40);
    const number = item('٤.٢', 555, 700, 20);
    expect(lines(heading, number)).toEqual(['٤.٢ ينابيع']);
    expect(lines(number, heading)).toEqual(['٤.٢ ينابيع']);
  });

  it('keeps what runs from left to right in its order', () => {
    expect(
      lines(
        item('يوميا.', 300, 700, 30),
        item('Port of', 335, 700, 35),
        item('Tyre', 373, 700, 20),
        item('يصل القارب إلى', 400, 700, 80),
      ),
    ).toEqual(['يصل القارب إلى Port of Tyre يوميا.']);
  });

  it('has the right column before the left one', () => {
    const column = (x: number, word: string) => [0, 1, 2].map((at) => item(`${word} ${at}`, x, 700 - 14 * at, 200));
    expect(lines(...column(350, 'ימין'), ...column(50, 'שמאל'))).toEqual([
      'ימין 0',
      'שמאל 0',
      'ימין 1',
      'שמאל 1',
      'ימין 2',
      'שמאל 2',
    ]);
  });

  it('has brackets as they are meant, where the file names them as they look', () => {
    expect(lines(item('הגשר )הישן( נסגר', 400, 700, 120))).toEqual(['הגשר (הישן) נסגר']);
    expect(
      lines(item('(', 446, 700, 4), item('הישן', 450, 700, 25), item(')', 475, 700, 4), item('הגשר', 482, 700, 38)),
    ).toEqual(['הגשר (הישן)']);
    expect(lines(item('הגשר (הישן) נסגר', 400, 700, 120))).toEqual(['הגשר (הישן) נסגר']);
  });
});

describe('a page that runs from left to right', () => {
  it('stays as it is, with a word of the other direction in it too', () => {
    const items = [item('The word', 50, 700, 40), item('גשר', 95, 700, 20), item('means bridge )here(.', 120, 700, 90)];
    expect(mirrored(items, PAGE)).toEqual(items);
  });

  it('has the words of a stretch from right to left in their order', () => {
    expect(
      lines(
        item('The words', 50, 700, 40),
        item('הישן', 95, 700, 20),
        item('הגשר', 118, 700, 20),
        item('mean the old bridge.', 142, 700, 90),
      ),
    ).toEqual(['The words הגשר הישן mean the old bridge.']);
  });

  it('has a line from right to left in it, with its figures and its full stop', () => {
    const english = [0, 1, 2].map((at) =>
      item('The ferry was built for the people of the valley.', 50, 760 - 20 * at, 220),
    );
    expect(
      lines(
        ...english,
        item('.1903', 50, 700, 24),
        item('מאז', 77, 700, 16),
        item('Ferry', 96, 700, 24),
        item('נקרא', 123, 700, 22),
        item('הגשר', 148, 700, 20),
      ).at(-1),
    ).toBe('הגשר נקרא Ferry מאז 1903.');
  });
});

describe('a line that runs from right to left', () => {
  it('ends with its full stop, also after a figure', () => {
    expect(lines(item('.2012', 300, 700, 24), item('منذ سنة', 327, 700, 40))).toEqual(['منذ سنة 2012.']);
  });

  it('keeps a date in pieces as one', () => {
    const pieces = [item('.', 297, 700, 3), item('12', 300, 700, 10), item('/', 310, 700, 3), item('05', 313, 700, 10)];
    expect(lines(...pieces, item('في', 327, 700, 12))).toEqual(['في 12/05.']);
  });

  it('has words from left to right in their order where spaces stand between them', () => {
    expect(
      lines(
        item('على', 280, 700, 18),
        item('Port', 300, 700, 18),
        item(' ', 318, 700, 3),
        item('of', 321, 700, 9),
        item(' ', 330, 700, 3),
        item('Tyre', 333, 700, 20),
        item('يصل القارب', 356, 700, 60),
      ),
    ).toEqual(['يصل القارب Port of Tyre على']);
  });
});

describe('Arabic letters in the shapes that they have within a word', () => {
  it('are the letters themselves', () => {
    expect(normalise('ﻓﺎﯾﻞ ﻻ')).toBe('فایل لا');
  });
});
