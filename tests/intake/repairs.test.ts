import { describe, expect, it } from 'vitest';
import { isNarrowColumn, repair } from '../../src/intake/blocks/repairs.ts';
import type { Block } from '../../src/intake/blocks/types.ts';

const paragraph = (text: string, page?: number): Block => ({
  type: 'paragraph',
  text,
  ...(page === undefined ? {} : { pages: [{ at: 0, page }] }),
});
const heading = (text: string): Block => ({ type: 'heading', text });

describe('what saving a page breaks', () => {
  it('is mended where a sentence was cut in two, with its pages', () => {
    const blocks = [
      paragraph('The crane is worth, so its owner says, some $40', 1),
      paragraph('million to the town.', 2),
    ];
    expect(repair(blocks).blocks).toEqual([
      {
        type: 'paragraph',
        text: 'The crane is worth, so its owner says, some $40 million to the town.',
        pages: [
          { at: 0, page: 1 },
          { at: 48, page: 2 },
        ],
      },
    ]);
  });

  it('is a caption where a line without a full stop stands twice in plain text', () => {
    const twice = [heading('Stations of the line'), heading('Stations of the line')];
    expect(repair(twice, true).blocks).toEqual([{ type: 'paragraph', text: 'Stations of the line', role: 'caption' }]);
    expect(repair(twice)).toEqual({
      blocks: [heading('Stations of the line')],
      omitted: [{ reason: 'repeated', text: 'Stations of the line' }],
    });
    const answers = [paragraph('Right or wrong'), paragraph('Right or wrong')];
    expect(repair(answers).blocks).toEqual(answers);
  });

  it.each([
    ['the same speech twice', [paragraph('“No,” she said.'), paragraph('“No,” she said.')]],
    [
      'a sentence after a sentence',
      [paragraph('The crane is worth a lot of money to the town.'), paragraph('million')],
    ],
    ['a short line before small letters', [paragraph('Dear Anna'), paragraph('thank you for the bell.')]],
  ])('is not found in %s', (_what, blocks) => {
    expect(repair(blocks, true).blocks).toEqual(blocks);
  });
});

describe('a line that leads to what follows', () => {
  const list = (text: string): Block => ({ type: 'paragraph', kind: 'list', text, terms: ['Wash'] });

  it('stands with it, also on another page', () => {
    expect(repair([paragraph('Method:'), list('1. Wash the grain.'), list('2. Dry it.')]).blocks).toEqual([
      list('Method:\n1. Wash the grain.'),
      list('2. Dry it.'),
    ]);
    expect(
      repair([paragraph('Method:', 1), paragraph('First the wheel:', 1), paragraph('It is freed.', 2)]).blocks,
    ).toEqual([
      {
        type: 'paragraph',
        text: 'Method:\nFirst the wheel:\nIt is freed.',
        pages: [
          { at: 0, page: 1 },
          { at: 25, page: 2 },
        ],
      },
    ]);
  });

  it.each([
    ['a long paragraph', [paragraph(`${'The wheel is freed and greased. '.repeat(5)}Then:`), list('1. Wash.')]],
    ['a line before a heading', [paragraph('Method:'), heading('The wheel')]],
    [
      'a line before the term of a glossary',
      [paragraph('Terms:'), { ...list('leat\nA ditch.'), kind: 'glossary' } as Block],
    ],
    ['a time', [paragraph('12:'), paragraph('Noon.')]],
  ])('is not %s', (_what, blocks) => {
    expect(repair(blocks).blocks).toEqual(blocks);
  });
});

describe('a narrow column', () => {
  it('is told from verse by where its lines end', () => {
    expect(isNarrowColumn(['The lorry', 'of the crew', 'on the roof', 'of the hall', 'at night'])).toBe(true);
    expect(isNarrowColumn(['Up goes the water,', 'down goes the day,', 'the barge,', 'the barley,', 'is well'])).toBe(
      false,
    );
    expect(isNarrowColumn(['Four', 'lines', 'only', 'here'])).toBe(false);
  });
});
