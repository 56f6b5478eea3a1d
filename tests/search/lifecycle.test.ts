import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndex, createIndex, loadIndex, type SearchDocument, type SearchIndex } from '../../src/search/index.ts';
import { documents, questions } from './generated.ts';

function answers(index: SearchIndex, asked: readonly string[]): unknown {
  return asked.map((question) => index.search(question, { limit: 10 }));
}

describe('an index over its life', () => {
  it('finds the same whether it was built at once or in slices', async () => {
    const [sample] = fc.sample(fc.tuple(documents, questions), { numRuns: 1, seed: 5 });
    const [docs, asked] = sample as [SearchDocument[], string[]];
    expect(answers(await buildIndex(docs), asked)).toEqual(answers(createIndex(docs), asked));
  });

  it('finds the same after it was saved and loaded', () => {
    fc.assert(
      fc.property(documents, questions, (docs, asked) => {
        const index = createIndex(docs, [['Port Amel', 'PA']]);
        const loaded = loadIndex(index.save());
        expect(loaded?.size).toBe(index.size);
        expect(loaded === undefined ? [] : answers(loaded, asked)).toEqual(answers(index, asked));
      }),
      { numRuns: 40 },
    );
  });

  it('finds the same whether documents were there from the beginning or added later', () => {
    fc.assert(
      fc.property(documents, questions, fc.nat(), (docs, asked, cut) => {
        const first = cut % (docs.length + 1);
        const grown = createIndex(docs.slice(0, first));
        for (const document of docs.slice(first)) grown.add(document);
        expect(grown.size).toBe(docs.length);
        expect(answers(grown, asked)).toEqual(answers(createIndex(docs), asked));
      }),
      { numRuns: 60 },
    );
  });

  it('no longer finds what was removed, and counts words as if it had never been there', () => {
    const docs: SearchDocument[] = ['barley grows here', 'barley and rye', 'rye alone', 'oats'].map((text, at) => ({
      id: `d${at}`,
      group: 'g',
      title: '',
      text,
    }));
    const index = createIndex(docs);
    expect(index.remove('d1')).toBe(true);
    expect(index.remove('d1')).toBe(false);
    expect(index.size).toBe(3);
    const without = createIndex(docs.filter(({ id }) => id !== 'd1'));
    for (const question of ['barley', 'rye and barley', 'barly']) {
      const scores = ({ hits }: ReturnType<SearchIndex['search']>): unknown => hits.map(({ id, score }) => [id, score]);
      expect(scores(index.search(question))).toEqual(scores(without.search(question)));
    }
    expect(
      loadIndex(index.save())
        ?.search('barley')
        .hits.map(({ id }) => id),
    ).toEqual(['d0']);
  });

  it('replaces a document that is added under an id already there', () => {
    const index = createIndex([{ id: 'a', group: 'g', title: '', text: 'A lighthouse on the cape.' }]);
    index.add({ id: 'a', group: 'g', title: '', text: 'A bakery on the hill.' });
    expect(index.size).toBe(1);
    expect(index.search('lighthouse').hits).toEqual([]);
    expect(index.search('bakery').hits.map(({ id }) => id)).toEqual(['a']);
  });

  it('refuses bytes that are no snapshot', () => {
    expect(loadIndex(new Uint8Array([1, 2, 3]))).toBeUndefined();
    expect(loadIndex(new Uint8Array())).toBeUndefined();
  });
});
