import { describe, expect, it } from 'vitest';
import { takeOpening } from '../../src/intake/about/opening.ts';
import type { Block } from '../../src/intake/blocks/types.ts';

const on = (page: number, text: string): Block => ({
  type: 'paragraph',
  text,
  pages: [{ at: 0, page, isSlide: true }],
});
const TALK = [on(2, 'Clay holds water, and small pores hold most of it.')];

const opened = (...lines: string[]) => {
  const { about, blocks } = takeOpening({
    about: { title: 'Soil' },
    blocks: [...lines.map((line) => on(1, line)), ...TALK],
  });
  return { authors: about.authors, left: blocks.slice(0, -1).map(({ text }) => text) };
};

describe('who gives a talk', () => {
  it('is the line of its title slide that is nothing but names', () => {
    expect(opened('Course 4', 'Mira Oslund')).toEqual({ authors: ['Mira Oslund'], left: ['Course 4'] });
    expect(opened('Dr. Jan van der Berg and Prof. A. Oru')).toEqual({
      authors: ['Jan van der Berg', 'A. Oru'],
      left: [],
    });
    expect(opened('Мира Ослунд')).toEqual({ authors: ['Мира Ослунд'], left: [] });
  });

  it('is not told by other lines with capitals', () => {
    for (const line of [
      'Hessle University',
      'Guest Lecture',
      'Small Pores',
      'MIT CSAIL',
      'Holding water',
      'Soil Physics',
    ])
      expect(opened(line)).toEqual({ authors: undefined, left: [line] });
  });

  it('is not told where two lines look like names, or on a page that is no slide', () => {
    expect(opened('Varn Harbour', 'Mira Oslund').authors).toBeUndefined();
    const { about } = takeOpening({ about: {}, blocks: [{ type: 'paragraph', text: 'Mira Oslund' }, ...TALK] });
    expect(about.authors).toBeUndefined();
  });
});

describe('an author whom the file names', () => {
  it('is said once', () => {
    const blocks: Block[] = [{ type: 'paragraph', text: 'Ana Oru, Bo Tal' }, ...TALK];
    expect(takeOpening({ about: { authors: ['Ana Oru', 'Bo Tal'] }, blocks }).blocks).toEqual(TALK);
    expect(takeOpening({ about: { authors: ['Ana Oru'] }, blocks }).blocks).toEqual(blocks);
  });
});
