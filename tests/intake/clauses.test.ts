import { expect, it } from 'vitest';
import { addList } from '../../src/intake/blocks/lists.ts';
import type { Block } from '../../src/intake/blocks/types.ts';

const textsOf = (...items: [mark: string, text: string][]): string[] => {
  const blocks: Block[] = [];
  addList(
    blocks,
    items.map(([mark, text]) => ({ mark, text })),
  );
  return blocks.map(({ text }) => text);
};

it('clauses with a number of several parts are each a paragraph, with what is listed below them', () => {
  expect(
    textsOf(
      ['2.1', 'The rent is due in May.'],
      ['2.2', 'A tenant may be given notice who:'],
      ['(a)', 'owes two rents, or'],
      ['•', 'keeps a cockerel.'],
      ['2.3', 'Plots may not be sublet.'],
    ),
  ).toEqual([
    '2.1 The rent is due in May.',
    '2.2 A tenant may be given notice who:\n(a) owes two rents, or\n• keeps a cockerel.',
    '2.3 Plots may not be sublet.',
  ]);
});

it('what stands above the first clause stays a list', () => {
  expect(textsOf(['(a)', 'Dogs'], ['(b)', 'Hens'], ['1.1', 'Both may be kept.'])).toEqual([
    '(a) Dogs\n(b) Hens',
    '1.1 Both may be kept.',
  ]);
});

it('an outline that is numbered so stays a list', () => {
  expect(textsOf(['1', 'Rent'], ['1.1', 'When it is due'], ['1.2', 'Late payment'])).toEqual([
    '1 Rent\n1.1 When it is due\n1.2 Late payment',
  ]);
});
