import { describe, expect, it } from 'vitest';
import { createIndex } from '../../src/search/index.ts';
import { analyserOf } from '../../src/text/analyser.ts';
import { english } from '../../src/text/languages/index.ts';

function taken(language: string, text: string, question: string): (string | undefined)[] {
  const documents = [{ id: 'a', group: 'a', title: '', text, language }];
  const { words } = createIndex(documents, analyserOf(english)).parse(question);
  return words.map(({ as, taken }) => (as === 'corrected' ? taken : undefined));
}

describe('a word that the material lacks, in a language whose forms are not known', () => {
  it('is taken for one that begins alike, and for no other', () => {
    expect(taken('tr', 'Kuşlar yuva yapar.', 'kışlar kuşlat')).toEqual([undefined, 'kuslar']);
    expect(taken('es', 'Kuşlar yuva yapar.', 'kışlar')).toEqual(['kuslar']);
  });

  it('begins behind its article, where that is written as a part of it', () => {
    expect(taken('ar', 'تفتح المكتبات في المساء.', 'الشكتبات المكتبان')).toEqual([undefined, 'المكتبات']);
  });
});
