import { describe, expect, it } from 'vitest';
import { ENGLISH_CITATIONS, formatCitation } from '../../src/material/cite.ts';
import type { Passage, Source } from '../../src/material/types.ts';

const SOURCE: Source = { id: 'log', title: 'Log', authors: [], publisher: '' };

const cited = (heading: string) => {
  const passage: Passage = { id: 'log#1', source: 'log', kind: 'quote', paragraph: 1, text: 'Text.', heading };
  return formatCitation(SOURCE, passage, ENGLISH_CITATIONS);
};

describe('a section in a citation', () => {
  it.each([
    ['Water > 4.1 The leat', '4.1'],
    ['3. The leat', '3'],
    ['3) sluices and weirs', '3'],
    ['3 – “Methods”', '3'],
    ['2.', '2'],
  ])('is told by its number: %j', (heading, number) => {
    expect(cited(heading)).toBe(`“Log”, § ${number}, ¶ 1`);
  });

  it.each([
    '3.0.0 (11 January 2023)',
    '3.0.0 - 2023-01-11',
    '3.0.0: January 2023',
    '11 January 2023',
    '3. März',
    '1914 The war begins',
    '10 things to know',
  ])('is told by its name where the number counts no sections: %j', (heading) => {
    expect(cited(`Versions > ${heading}`)).toBe(`“Log”, § ${heading}, ¶ 1`);
  });
});
