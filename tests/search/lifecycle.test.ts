import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { build, open } from '../../src/search/build.ts';
import {
  buildIndex,
  createIndex,
  loadIndex,
  openIndex,
  type SearchDocument,
  type SearchIndex,
  saveIndex,
} from '../../src/search/index.ts';
import type { Steps } from '../../src/slices.ts';
import { analyserOf } from '../../src/text/analyser.ts';
import { english } from '../../src/text/languages/index.ts';
import { documents, questions } from './generated.ts';

function answers(index: SearchIndex, asked: readonly string[]): unknown {
  return asked.map((question) => index.search(question, { limit: 10 }));
}

describe('an index over its life', () => {
  it('finds the same whether it was built at once or in slices', async () => {
    const [sample] = fc.sample(fc.tuple(documents, questions), { numRuns: 1, seed: 5 });
    const [docs, asked] = sample as [SearchDocument[], string[]];
    expect(answers(await buildIndex(docs, analyserOf(english)), asked)).toEqual(
      answers(createIndex(docs, analyserOf(english)), asked),
    );
  });

  it('finds the same after it was saved and opened in slices', async () => {
    const [sample] = fc.sample(fc.tuple(documents, questions), { numRuns: 1, seed: 6 });
    const [docs, asked] = sample as [SearchDocument[], string[]];
    const index = createIndex(docs, analyserOf(english));
    const bytes = await saveIndex(index);
    expect(bytes).toEqual(index.save());
    const opened = await openIndex(bytes, analyserOf(english));
    expect(opened === undefined ? [] : answers(opened, asked)).toEqual(answers(index, asked));
  });

  it('is saved as it was when saving began, whatever comes and goes meanwhile', () => {
    fc.assert(
      fc.property(documents, documents, questions, fc.nat(), (docs, later, asked, seed) => {
        const index = createIndex(docs, analyserOf(english));
        const before = index.save();
        const changes = [
          ...later.map((document, at) => () => index.add({ ...document, id: `late${at}` })),
          ...docs.map(
            ({ id }) =>
              () =>
                index.remove(id),
          ),
        ];
        const saving = index.saving();
        let step = saving.next();
        for (let at = seed; step.done !== true; at++, step = saving.next()) changes[at % changes.length]?.();
        const loaded = loadIndex(step.value, analyserOf(english));
        expect(loaded === undefined ? [] : answers(loaded, asked)).toEqual(
          answers(loadIndex(before, analyserOf(english)) as SearchIndex, asked),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('finds the same after it was saved and loaded', () => {
    fc.assert(
      fc.property(documents, questions, (docs, asked) => {
        const index = createIndex(docs, analyserOf(english), [['Port Amel', 'PA']]);
        const loaded = loadIndex(index.save(), analyserOf(english));
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
        const grown = createIndex(docs.slice(0, first), analyserOf(english));
        for (const document of docs.slice(first)) grown.add(document);
        expect(grown.size).toBe(docs.length);
        expect(answers(grown, asked)).toEqual(answers(createIndex(docs, analyserOf(english)), asked));
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
    const index = createIndex(docs, analyserOf(english));
    expect(index.remove('d1')).toBe(true);
    expect(index.remove('d1')).toBe(false);
    expect(index.size).toBe(3);
    const without = createIndex(
      docs.filter(({ id }) => id !== 'd1'),
      analyserOf(english),
    );
    for (const question of ['barley', 'rye and barley', 'barly']) {
      const scores = ({ hits }: ReturnType<SearchIndex['search']>): unknown => hits.map(({ id, score }) => [id, score]);
      expect(scores(index.search(question))).toEqual(scores(without.search(question)));
    }
    expect(
      loadIndex(index.save(), analyserOf(english))
        ?.search('barley')
        .hits.map(({ id }) => id),
    ).toEqual(['d0']);
  });

  it('replaces a document that is added under an id already there', () => {
    const index = createIndex(
      [{ id: 'a', group: 'g', title: '', text: 'A lighthouse on the cape.' }],
      analyserOf(english),
    );
    index.add({ id: 'a', group: 'g', title: '', text: 'A bakery on the hill.' });
    expect(index.size).toBe(1);
    expect(index.search('lighthouse').hits).toEqual([]);
    expect(index.search('bakery').hits.map(({ id }) => id)).toEqual(['a']);
  });

  it('goes on where it was saved: documents are added to and removed from a loaded index', () => {
    fc.assert(
      fc.property(documents, documents, questions, (docs, later, asked) => {
        const index = createIndex(docs, analyserOf(english));
        const loaded = loadIndex(index.save(), analyserOf(english));
        for (const one of [index, loaded]) {
          for (const [at, document] of later.entries()) one?.add({ ...document, id: `late${at}` });
          one?.remove('d0');
        }
        expect(loaded?.size).toBe(index.size);
        expect(loaded === undefined ? [] : answers(loaded, asked)).toEqual(answers(index, asked));
      }),
      { numRuns: 40 },
    );
  });

  it('refuses bytes that are damaged', () => {
    const bytes = createIndex(
      [{ id: 'a', group: 'g', title: 'Bread', text: 'A bakery on the hill.' }],
      analyserOf(english),
    ).save();
    for (const length of [3, 40, bytes.length >> 1, bytes.length - 1]) {
      expect(loadIndex(bytes.slice(0, length), analyserOf(english))).toBeUndefined();
    }
  });

  it('refuses bytes that are no snapshot', () => {
    expect(loadIndex(new Uint8Array([1, 2, 3]), analyserOf(english))).toBeUndefined();
    expect(loadIndex(new Uint8Array(), analyserOf(english))).toBeUndefined();
  });
});

describe('an index of 10,000 passages', () => {
  const words = Array.from(
    { length: 5_000 },
    (_, at) => `word${String.fromCharCode(97 + (at % 26))}${at.toString(36)}`,
  );
  const docs = Array.from({ length: 10_000 }, (_, at): SearchDocument => {
    const text = Array.from({ length: 60 }, (_, k) => words[(at * 31 + k * k * 17) % words.length]).join(' ');
    return { id: `p${at}`, group: `g${at % 50}`, title: `On ${words[at % 50]}`, text: `${text}.` };
  });

  /** How often the work can be interrupted, and its result. */
  function counted<Result>(steps: Steps<Result>): { yields: number; result: Result } {
    for (let yields = 0; ; yields++) {
      const step = steps.next();
      if (step.done === true) return { yields, result: step.value };
    }
  }

  it('is built, saved and opened in many small steps', () => {
    const built = counted(build(docs, analyserOf(english), []));
    const saved = counted(built.result.saving());
    const opened = counted(open(saved.result, analyserOf(english)));
    // Some documents, a few hundred words or a megabyte of numbers at a time.
    expect(built.yields).toBeGreaterThan(2_000);
    expect(saved.yields).toBeGreaterThan(200);
    expect(opened.yields).toBeGreaterThan(150);
    expect(opened.result?.size).toBe(docs.length);
  });

  it('lets other work run while it is built', async () => {
    let [turns, busy] = [0, true];
    const turn = (): void => {
      turns++;
      if (busy) setImmediate(turn);
    };
    setImmediate(turn);
    await buildIndex(docs.slice(0, 4_000), analyserOf(english));
    busy = false;
    expect(turns).toBeGreaterThan(5);
  });
});
