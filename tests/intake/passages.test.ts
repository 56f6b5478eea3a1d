import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_LENGTH, toPassages } from '../../src/intake/blocks/passages.ts';
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
        expect(passages.every((passage) => passage.text.length <= MAX_LENGTH)).toBe(true);
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

describe('kinds of passage', () => {
  it('and their terms are kept, what stands below References among them', () => {
    const passages = toPassages([
      { type: 'paragraph', text: 'The lay of a rope is its twist.', terms: ['lay'] },
      { type: 'paragraph', kind: 'glossary', text: 'bight\nA loop.' },
      { type: 'paragraph', kind: 'table', text: 'a | b' },
      { type: 'heading', text: 'References', level: 2 },
      { type: 'paragraph', kind: 'list', text: 'Dunn, P. 1931.' },
    ]);
    expect(passages.map(({ form, terms }) => [form, terms])).toEqual([
      [undefined, ['lay']],
      ['glossary', ['bight']],
      ['table', undefined],
      ['reference', undefined],
    ]);
  });

  it('know the page as it is printed, and the time of a recording', () => {
    const pages = [{ at: 0, page: 12, label: 'xii' }];
    const [first, second] = toPassages([
      { type: 'paragraph', text: 'A foreword.', pages },
      { type: 'paragraph', text: 'Welcome back.', seconds: 14 },
    ]);
    expect(first).toMatchObject({ page: 12, pageLabel: 'xii' });
    expect(second).toMatchObject({ seconds: 14 });
  });
});

describe('headings', () => {
  const heading = (level: number | undefined, text: string): Block => ({
    type: 'heading',
    text,
    ...(level === undefined ? {} : { level }),
  });
  const told = (blocks: Block[]) => toPassages(blocks).map(({ heading = '', text }) => [heading, text]);

  it('stand above a passage with those that they stand below', () => {
    expect(
      told([
        heading(2, 'Water'),
        heading(3, 'The leat'),
        paragraph('It is long.'),
        heading(3, 'The weir'),
        paragraph('It is old.'),
        heading(2, 'Fire'),
        paragraph('None.'),
      ]),
    ).toEqual([
      ['Water > The leat', 'It is long.'],
      ['Water > The weir', 'It is old.'],
      ['Fire', 'None.'],
    ]);
  });

  it('are text themselves where nothing stands below them', () => {
    expect(told([heading(1, 'Week 1'), heading(2, 'Granite'), heading(2, 'Basalt'), heading(1, 'Week 2')])).toEqual([
      ['Week 1', 'Granite\nBasalt'],
      ['', 'Week 2'],
    ]);
  });

  it('without a level stand below one that has no text yet', () => {
    const blocks = [undefined, undefined, undefined].map((level, i) => heading(level, `Line ${i + 1}`));
    expect(told([...blocks, paragraph('Text.')])).toEqual([
      ['Line 1', 'Line 2'],
      ['Line 1 > Line 3', 'Text.'],
    ]);
  });
});
