import { describe, expect, it } from 'vitest';
import { createIndex, loadIndex } from '../../src/search/index.ts';
import { analyserOf } from '../../src/text/analyser.ts';
import { fold } from '../../src/text/fold.ts';
import { english, languageOf, neutral } from '../../src/text/languages/index.ts';

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
      ['bruck', false],
    ]);
  });

  it('tells words apart by marks that are vowels or make another letter, and by no accent', () => {
    const words = (text: string) => neutralAnalyser.analyse(text).map(({ word }) => word);
    expect(words('कल')).not.toEqual(words('काल'));
    expect(words('បាន')).not.toEqual(words('បើន'));
    expect(words('かき')).not.toEqual(words('かぎ'));
    expect(words('ज़मीन')).toEqual(words('जमीन'));
    expect(words('مُدَرِّس')).toEqual(words('مدرس'));
    expect(words('Đà Nẵng')).toEqual(words('Da Nang'));
    expect(words('ΠΩΣ ΔΙΑΣ')).toEqual(words('πώς Δίας'));
  });

  it('pairs letters with their marks where no spaces are written', () => {
    expect(neutralAnalyser.analyse('ที่ดิน').map(({ word }) => word)).toEqual(['ที่ดิ', 'ดิน'].map(fold));
  });

  it('weighs the pairs of a word as one word', () => {
    const parts = neutralAnalyser.analyse('กรุงเทพมหานคร ดิน').map(({ part = 1 }) => part);
    expect(parts.slice(0, -1).reduce((sum, part) => sum + part, 0)).toBeCloseTo(1);
    expect(parts.at(-1)).toBe(1);
  });

  it('takes Greek endings off with their consonant', () => {
    const terms = (text: string) => new Set(neutralAnalyser.analyse(text).map(({ term }) => term));
    expect(terms('ελιά ελιάς ελιές').size).toBe(1);
    expect(terms('χώρα χώρες χώρων').size).toBe(1);
  });

  it('keeps the vowels that end Vietnamese words', () => {
    const { analyse } = analyserOf(languageOf('vi'));
    expect(new Set(analyse('khoa khoai kho').map(({ term }) => term)).size).toBe(3);
  });

  it('leaves out an article that is written as a part of the word', () => {
    const [bare, ...others] = neutralAnalyser.analyse('كتاب الكتاب والكتاب للكتاب').map(({ term }) => term);
    expect(others).toEqual([bare, bare, bare]);
  });

  it('leaves out a suffix that an apostrophe parts from a name, and keeps an apostrophe that is a sign of the word', () => {
    const words = (text: string) => neutralAnalyser.analyse(text).map(({ word }) => word);
    expect(words("Gölü'nün İstanbul’da")).toEqual(['golu', 'istanbul']);
    expect(words("комп'ютер")).toEqual(['компютер']);
    expect(words("l'arbre o'z")).not.toContain('o');
    expect(
      analyserOf(english)
        .analyse("rock'n'roll")
        .map(({ word }) => word),
    ).toEqual(['rocknroll']);
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
