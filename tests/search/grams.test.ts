import { describe, expect, it } from 'vitest';
import { gramsOf } from '../../src/search/index/grams.ts';
import { createIndex, type Engine, loadIndex, type SearchDocument } from '../../src/search/index.ts';
import { analyserOf } from '../../src/text/analyser.ts';
import { english } from '../../src/text/languages/index.ts';

const TEXTS = {
  kiln: 'Ocaklarda pişen çömlekler üç gün bekletilir. Ateşin rengi ustaya yeter.',
  lake: 'Göllerin kıyısında kuşlar yuva yapar. Sazlıklar baharda yeşerir.',
  mill: 'Değirmen taşları her yıl yenilenir. Köylüler buğdayı güzün getirir.',
};

function documentOf(id: keyof typeof TEXTS, language = 'tr'): SearchDocument {
  return { id, group: id, title: '', text: TEXTS[id], language };
}

function indexOf(language = 'tr'): Engine {
  const ids = Object.keys(TEXTS) as (keyof typeof TEXTS)[];
  return createIndex(
    ids.map((id) => documentOf(id, language)),
    analyserOf(english),
  );
}

const found = (index: Engine, question: string) => index.search(question).hits.map(({ id }) => id);

describe('the grams of a term', () => {
  it('are its runs of four letters, where it begins too', () => {
    expect(gramsOf('golun')).toEqual(['_gol', 'golu', 'olun']);
    expect(gramsOf('su')).toEqual(['_su']);
  });

  it('are the whole of a number, or of a word in a script of which two signs make one', () => {
    for (const term of ['1904', '図書', 'ที่ดิ']) expect(gramsOf(term)).toEqual([`_${term}`]);
  });
});

describe('a question in a language whose forms are not known', () => {
  it('finds a passage that has its words in other forms alone', () => {
    expect(found(indexOf(), 'göl kuşu sazlığı')[0]).toBe('lake');
    expect(found(indexOf(), 'çömlekçi ocağı')).toContain('kiln');
    expect(found(indexOf(), 'çömlekçi')).toEqual(['kiln']);
  });

  it('finds it while documents come and go, and in an index that was saved', () => {
    const index = indexOf();
    index.remove('kiln');
    expect(found(index, 'çömlekçi')).toEqual([]);
    index.add(documentOf('kiln'));
    expect(found(index, 'çömlekçi')).toEqual(['kiln']);
    const loaded = loadIndex(index.save(), analyserOf(english));
    expect(loaded && found(loaded, 'çömlekçi')).toEqual(['kiln']);
  });

  it('keeps to the works that it is asked of', () => {
    expect(indexOf().search('çömlekçi', { groups: new Set(['mill']) }).hits).toEqual([]);
  });

  it('is the surer of a passage, the more of its grams stand there and nowhere else', () => {
    const index = indexOf();
    const confidenceOf = (question: string) => index.search(question).hits[0]?.confidence ?? 0;
    const near = confidenceOf('çömlekleri ocaklarda kaç gün bekletirler');
    expect(near).toBeGreaterThan(confidenceOf('çömlekçiler bayramda türküler söylermiş'));
  });

  it('is asked less of by a word that the material lacks than by one that it has once', () => {
    const [known, lacked] = indexOf().parse('değirmen zzyyqq').words;
    expect([known?.as, lacked?.as]).toEqual(['known', 'unknown']);
    expect(lacked?.weight).toBeLessThan(known?.weight ?? 0);
    const [inEnglish, lackedInEnglish] = indexOf('en').parse('değirmen zzyyqq').words;
    expect(lackedInEnglish?.weight).toBeGreaterThan(inEnglish?.weight ?? 1);
  });

  it('leaves questions alone in languages with stems, and in those of syllables', () => {
    for (const language of ['en', 'es', 'ru', 'vi', 'th', 'ja', 'zh']) {
      expect(indexOf(language).parse('kuşlar yuva yapar').grams).toEqual([]);
    }
    expect(indexOf('tr').parse('kuşlar yuva yapar').grams).not.toEqual([]);
    expect(indexOf('und').parse('kuşlar yuva yapar').grams).not.toEqual([]);
  });
});
