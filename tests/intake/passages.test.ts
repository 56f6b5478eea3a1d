import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST, toPassages } from '../../src/intake/blocks/passages.ts';
import type { Block } from '../../src/intake/blocks/types.ts';

const paragraph = (text: string): Block => ({ type: 'paragraph', text });
const solid = (text: string) => text.replace(/\s+/g, '');

describe('passages', () => {
  it('of a long paragraph are short enough and hold all of its text in order', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
      fc.constantFrom('end.', 'Dr.', '\n', 'x'.repeat(950)),
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 400 }), (words) => {
        const text = words.join(' ').trim();
        fc.pre(text !== '');
        const passages = toPassages([paragraph(text)]);
        expect(passages.every((passage) => passage.text.length <= LONGEST)).toBe(true);
        expect(solid(passages.map((passage) => passage.text).join(''))).toBe(solid(text));
        expect(passages.map(({ part }) => part)).toEqual([undefined, ...passages.slice(1).map((_, i) => i + 2)]);
      }),
      { numRuns: 200 },
    );
  });

  it('count captions by themselves and know their heading and page', () => {
    const long = `${'It rained all day in the valley. '.repeat(40)}`.trim();
    const passages = toPassages([
      { type: 'paragraph', text: 'Above.', pages: [{ at: 0, page: 3 }] },
      { type: 'heading', text: 'Weather' },
      { type: 'paragraph', text: 'A wet dog.', role: 'caption' },
      {
        type: 'paragraph',
        text: long,
        pages: [
          { at: 0, page: 3 },
          { at: 200, page: 4 },
        ],
      },
    ]);
    expect(passages.map(({ text: _, kind: __, ...place }) => place)).toEqual([
      { paragraph: 1, page: 3 },
      { paragraph: 1, role: 'caption', heading: 'Weather' },
      { paragraph: 2, page: 3, heading: 'Weather' },
      { paragraph: 2, part: 2, page: 4, heading: 'Weather' },
    ]);
  });
});
