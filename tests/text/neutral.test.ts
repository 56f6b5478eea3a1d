import { describe, expect, it } from 'vitest';
import { createIndex, loadIndex } from '../../src/search/index.ts';
import { analyserOf } from '../../src/text/analyser.ts';
import { english, neutral } from '../../src/text/languages/index.ts';

const neutralAnalyser = analyserOf(neutral);

describe('a language without a folder of its own', () => {
  it('leaves out no word, and the endings of long ones', () => {
    const words = neutralAnalyser.analyse('The ministers and the 12 Brücken').map(({ term, stop }) => [term, stop]);
    expect(words).toEqual([
      ['the', false],
      ['minist', false],
      ['and', false],
      ['the', false],
      ['12', false],
      ['brucke', false],
    ]);
  });

  it('is searched like any other', () => {
    const documents = ['Most w Sandowie zbudowano w 1904 roku.', 'Młyn należy do jedenastu rodzin.'].map(
      (text, at) => ({
        id: `${at}`,
        group: 'g',
        title: '',
        text,
      }),
    );
    const index = createIndex(documents, neutralAnalyser);
    expect(index.search('do kogo należy młyn').hits[0]?.id).toBe('1');
  });

  it('makes an index of its own: one in another language is made anew', () => {
    const bytes = createIndex([{ id: 'a', group: 'g', title: '', text: 'A bakery.' }], neutralAnalyser).save();
    expect(loadIndex(bytes, neutralAnalyser)).toBeDefined();
    expect(loadIndex(bytes, analyserOf(english))).toBeUndefined();
  });
});
