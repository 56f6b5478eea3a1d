import { describe, expect, it } from 'vitest';
import { withAccents } from '../../src/intake/pdf/accents.ts';
import type { PdfJsItem } from '../../src/intake/pdf/items.ts';

const SIZE = 10;

const item = (str: string, x: number, width: number, y = 700): PdfJsItem => ({
  str,
  width,
  transform: [SIZE, 0, 0, SIZE, x, y],
});

const text = (...items: PdfJsItem[]) =>
  withAccents(items)
    .map(({ str }) => str)
    .join('');

describe('an accent that is printed over a letter', () => {
  it('is one sign with it', () => {
    expect(text(item('d´', 50, 10), item('ebut de l’´', 55, 45), item('et´', 95, 12), item('e', 102, 4))).toBe(
      'début de l’été',
    );
    expect(text(item('S˜', 50, 11), item('ao Lu´', 56, 30), item('ıs', 81, 8))).toBe('São Luís');
    expect(text(item('M¨', 50, 13), item('uhle', 58, 20))).toBe('Mühle');
  });

  it('stands higher over a capital', () => {
    expect(text(item('´', 51, 5, 703), item('Ecluse', 50, 30))).toBe('Écluse');
  });

  it('stands below a letter that is printed already', () => {
    expect(text(item('relac', 50, 25), item('¸˜', 70, 10), item('ao', 75, 10))).toBe('relação');
  });

  it('leaves the items where they are', () => {
    const [first, second] = withAccents([item('d´', 50, 10), item('ebut', 55, 20)]);
    expect(first).toMatchObject({ str: 'd', width: 5 });
    expect(second).toMatchObject({ str: 'ébut', width: 20 });
  });
});

describe('a sign beside a letter', () => {
  it('is no accent of it', () => {
    expect(text(item('called `', 50, 35), item('oxbow’ lakes', 85, 50))).toBe('called `oxbow’ lakes');
    expect(text(item('90˚', 50, 15), item('and', 68, 15))).toBe('90˚and');
    expect(text(item('d´', 50, 10), item('ebut', 55, 20, 650))).toBe('d´ebut');
  });

  it('is none that no language has', () => {
    expect(text(item('ˆ', 50, 5), item('q', 50, 5))).toBe('ˆq');
    expect(text(item('´', 50, 5), item('7', 50, 5))).toBe('´7');
  });
});
