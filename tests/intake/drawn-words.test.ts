import { describe, expect, it } from 'vitest';
import { drawnAs } from '../../src/intake/pdf/drawn-words.ts';
import type { Glyph } from '../../src/intake/pdf/glyphs.ts';
import type { PdfJsItem } from '../../src/intake/pdf/items.ts';

const SIZE = 10;

/** Glyphs as they are drawn, from left to right: text and width, a vowel or a sign without room where the width is 0. */
function drawn(...parts: readonly (readonly [text: string, width: number])[]): Glyph[] {
  let x = 100;
  return parts.map(([text, width]) => {
    const glyph = { text, x, y: 700, width, size: SIZE };
    x += width;
    return glyph;
  });
}

const item = (str: string, x: number, width: number): PdfJsItem => ({
  str,
  width,
  transform: [SIZE, 0, 0, SIZE, x, 700],
});

/** The words from right to left, as they are read. */
const words = (items: readonly PdfJsItem[], glyphs: readonly Glyph[]) =>
  [...drawnAs(items, glyphs)]
    .sort((a, b) => (b.transform[4] ?? 0) - (a.transform[4] ?? 0))
    .map(({ str }) => str.normalize('NFKC'));

describe('words that run from right to left, by what is drawn', () => {
  it('keep the order within a ligature', () => {
    const glyphs = drawn(['ث', 5], ['لا', 6], ['ث', 5]);
    expect(words([item('ثالث', 100, 16)], glyphs)).toEqual(['ثلاث']);
  });

  it('have their vowels after their letters, and are not torn there', () => {
    const glyphs = drawn([' ', 3], ['\u064c', 0], ['ب', 6], ['كتا', 12]);
    const torn = [item(' \u064c', 103, 0), item('ب', 103, 6), item('كتا', 109, 12)];
    expect(words(torn, glyphs)).toEqual(['كتاب\u064c']);
  });

  it('keep apart what a sign without room keeps from joining', () => {
    const [ha, , khane] = [drawn(['ها', 10])[0], 0, drawn(['خانه', 20])[0]];
    if (!ha || !khane) throw new Error('two glyphs are drawn');
    const glyphs = [ha, { ...ha, text: ' ', x: 110, width: 3 }, { ...khane, x: 110 }];
    expect(words([item('ها', 100, 10), item('خانه', 110, 20)], glyphs)).toEqual(['خانه\u200cها']);
  });

  it('are kept apart by the shapes of their letters where no sign says so', () => {
    const glyphs = drawn(['\ufe8e', 4], ['\ufeeb', 6], ['\ufeea', 5], ['\ufee7', 4]);
    expect(words([item('\ufee7\ufeea\ufeeb\ufe8e', 100, 19)], glyphs)).toEqual(['نه\u200cها']);
  });

  it('are parted by spaces, drawn or left', () => {
    expect(words([item('נה בית', 100, 26)], drawn(['בית', 10], [' ', 3], ['נה', 10]))).toEqual(['נה', 'בית']);
    const [left, right] = drawn(['בית', 10], ['נה', 10]);
    if (!left || !right) throw new Error('two glyphs are drawn');
    expect(words([item('נה בית', 100, 23)], [left, { ...right, x: 113 }])).toEqual(['נה', 'בית']);
  });

  it('show that a letter is missing where the file does not name it', () => {
    expect(words([item('ت', 100, 5), item('\0', 105, 9)], drawn(['ت', 5], ['\0', 9]))).toEqual(['\ufffdت']);
  });

  it('stay as they are where their glyphs are not found', () => {
    const items = [item('בית', 100, 10)];
    expect(drawnAs(items, [])).toBe(items);
  });

  it('are left as they are on a page that would take too long', () => {
    const items = [item('ثالث', 100, 16)];
    const glyphs = drawn(['ث', 5], ['لا', 6], ['ث', 5]);
    const many = Array.from({ length: 10_000 }, () => glyphs).flat();
    expect(drawnAs(items, many)).toBe(items);
  });
});
