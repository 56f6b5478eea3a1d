import { describe, expect, it } from 'vitest';
import {
  AMPLE,
  ANN,
  added,
  addition,
  BEN,
  DANUBE,
  fact,
  NOON,
  ONE,
  passage,
  RHINE,
  TWO,
  titles,
  work,
} from './works.ts';
import type { World } from './world.ts';

export function addingContract({ open, place, many }: World): void {
  describe('adding', () => {
    it('gives back exactly what was added, with ids made from title and year', async () => {
      const store = await open();
      const passages = [
        passage(1, 'It rises.', { heading: 'Course', page: 3 }),
        passage(1, 'And goes on rising.', { heading: 'Course', page: 4, part: 2 }),
        passage(1, 'A boat.', { role: 'caption' }),
        passage(2, 'It ends.', { kind: 'note', form: 'glossary', terms: ['end'], pageLabel: 'xii', seconds: 75 }),
      ];
      const about = {
        title: 'The Danube',
        authors: ['Ana Ilić', 'River Society'],
        publisher: 'River Press',
        issued: { year: 1999, month: 5, day: 31 },
        url: 'https://example.org/danube',
        reference: { type: 'book', author: [{ family: 'Ilić', given: 'Ana' }], edition: '2', 'publisher-place': 'Ulm' },
      };
      const outcome = await store.addWorks(ONE, addition([{ ...DANUBE, about, passages }]));
      const source = { id: 'the-danube-1999', ...about };
      expect(outcome).toEqual({ ok: true, version: expect.any(Number), sources: [source] });
      const library = await store.library(ONE);
      expect(library).toEqual({
        version: outcome.ok && outcome.version,
        articles: [
          {
            source,
            passages: [
              { id: 'the-danube-1999#1', source: source.id, ...passages[0] },
              { id: 'the-danube-1999#1.2', source: source.id, ...passages[1] },
              { id: 'the-danube-1999#caption-1', source: source.id, ...passages[2] },
              { id: 'the-danube-1999#2', source: source.id, ...passages[3] },
            ],
          },
        ],
        facts: [],
      });
      expect(await store.works(ONE)).toEqual([
        {
          source,
          format: 'markdown',
          fileName: 'danube.md',
          passages: 4,
          bytes: 'It rises.And goes on rising.A boat.It ends.'.length,
          words: DANUBE.words,
          addedAt: NOON,
          addedBy: ANN,
          removedAt: undefined,
        },
      ]);
    });

    it('keeps what is barely known of a work as it is: no date, no address, nobody', async () => {
      const store = await open();
      const about = { title: 'Untitled', authors: [], publisher: '' };
      await added(store, ONE, { ...DANUBE, about });
      expect((await store.library(ONE)).articles[0]?.source).toEqual({ id: 'untitled', ...about });
    });

    it('keeps the order of additions, not of ids', async () => {
      const store = await open();
      await added(store, ONE, RHINE);
      await added(store, ONE, DANUBE, work('Aare', ['It flows through Bern.']));
      expect(titles((await store.library(ONE)).articles)).toEqual(['The Rhine', 'The Danube', 'Aare']);
      expect((await store.works(ONE)).map(({ source }) => source.title)).toEqual(['The Rhine', 'The Danube', 'Aare']);
    });

    it('gives no id twice: not one in use, not one that is taken elsewhere, not that of a removed work', async () => {
      const store = await open();
      const copies = Array.from({ length: 4 }, (_, i) => work('The Danube', [`Edition ${i}`]));
      const taken = new Set(['the-danube-1999-2']);
      const first = await store.addWorks(ONE, addition(copies.slice(0, 2), { taken }));
      expect(first.ok && first.sources.map(({ id }) => id)).toEqual(['the-danube-1999', 'the-danube-1999-3']);
      await store.removeWork(ONE, 'the-danube-1999', NOON);
      expect(await added(store, ONE, ...copies.slice(2))).toEqual(['the-danube-1999-2', 'the-danube-1999-4']);
    });

    it('takes the id that a work asks for, unless it is taken or has no form of an id', async () => {
      const store = await open();
      const asking = (id: string, text: string) => work('The Danube', [text], { id });
      expect(
        await added(store, ONE, asking('ilic-1999', 'a'), asking('ilic-1999', 'b'), asking('../../etc', 'c')),
      ).toEqual(['ilic-1999', 'ilic-1999-2', 'the-danube-1999']);
    });

    it('refuses passages that stand there already, also twice in one addition, but not those of removed works', async () => {
      const store = await open();
      const [id = ''] = await added(store, ONE, DANUBE);
      const twin = { ...DANUBE, about: { ...DANUBE.about, title: 'Another title' } };
      const outcome = await store.addWorks(ONE, addition([RHINE, twin]));
      expect(outcome).toEqual({ ok: false, reason: 'duplicate', source: { id, ...DANUBE.about } });
      expect((await store.addWorks(ONE, addition([RHINE, RHINE]))).ok).toBe(false);
      expect(titles((await store.library(ONE)).articles)).toEqual(['The Danube']);
      expect((await store.addWorks(TWO, addition([twin]))).ok).toBe(true);
      await store.removeWork(ONE, id, NOON);
      expect((await store.addWorks(ONE, addition([twin]))).ok).toBe(true);
    });

    it('does not take texts for the same whose paragraphs are cut elsewhere', async () => {
      const store = await open();
      expect(await added(store, ONE, work('A', ['ab', 'c']), work('B', ['a', 'bc']))).toHaveLength(2);
    });

    it('holds hostile texts as they are', async () => {
      const store = await open();
      const hostile = `'); DROP TABLE passages; -- " \\ $1 ? %s \${x} {{y}} <b> \u202e \u{1F409} ${'\\0'}`;
      const about = { title: hostile, authors: [hostile], publisher: hostile, url: hostile };
      const works = [{ ...DANUBE, about, fileName: hostile, passages: [passage(1, hostile, { heading: hostile })] }];
      const facts = [fact('x', hostile, { subject: hostile, question: hostile })];
      await store.addWorks(ONE, addition(works, { facts, by: hostile }));
      await store.removeWork(ONE, hostile, NOON);
      await store.saveSettings(hostile, { editorRole: hostile });
      const library = await store.library(ONE);
      expect(library.articles[0]?.source).toMatchObject(about);
      expect(library.articles[0]?.passages[0]).toMatchObject({ text: hostile, heading: hostile });
      expect(library.facts).toEqual(facts);
      expect((await store.works(ONE))[0]).toMatchObject({ fileName: hostile, addedBy: hostile, removedAt: undefined });
      expect((await store.head(hostile)).settings.editorRole).toBe(hostile);
    });

    it('replaces what a database cannot hold: NUL characters and halves of surrogate pairs', async () => {
      const store = await open();
      await store.addWorks(ONE, addition([work('A\0B', ['one\0two', 'half \ud83d done', '\udc09'])]));
      const { articles } = await store.library(ONE);
      expect(articles[0]?.source.title).toBe('A\ufffdB');
      expect(articles[0]?.passages.map(({ text }) => text)).toEqual(['one\ufffdtwo', 'half \ufffd done', '\ufffd']);
    });

    it('leaves nothing of an addition that fails in its middle', async () => {
      const store = await open();
      await added(store, ONE, RHINE);
      const before = await place().dump();
      await place().poison('poison');
      const texts = Array.from({ length: 1200 }, (_, i) => (i === 1100 ? 'poison' : `paragraph ${i}`));
      const doomed = addition([DANUBE, work('Doomed', texts)], { facts: [fact('x', '1')] });
      await expect(store.addWorks(ONE, doomed)).rejects.toThrow('poisoned');
      expect(await place().dump()).toBe(before);
      expect((await store.addWorks(ONE, addition([DANUBE]))).ok).toBe(true);
    });

    it.runIf(many)('takes ten thousand passages in at once and gives them back in order', async () => {
      const store = await open();
      const texts = Array.from({ length: 10_000 }, (_, i) => `Paragraph ${i}. ${'The river runs on. '.repeat(20)}`);
      const [id = ''] = await added(store, ONE, work('Long', texts), RHINE);
      const { articles } = await store.library(ONE);
      expect(articles.map(({ passages }) => passages.length)).toEqual([10_000, 1]);
      expect(articles[0]?.passages.map(({ text }) => text)).toEqual(texts);
      expect(articles[0]?.passages[9999]?.id).toBe(`${id}#10000`);
    });
  });

  describe('quotas', () => {
    it('refuse what goes beyond them, say by how much, and allow what just fits', async () => {
      const store = await open();
      await added(store, ONE, DANUBE);
      const refused = (quota: Partial<typeof AMPLE>) =>
        store.addWorks(ONE, addition([RHINE], { quota: { ...AMPLE, ...quota } }));
      const size = 'It rises in the Black Forest.It is 2,850 km long.It rises in the Alps.'.length;
      expect(await refused({ works: 1 })).toEqual({ ok: false, reason: 'works', most: 1, wanted: 2 });
      expect(await refused({ passages: 2 })).toEqual({ ok: false, reason: 'passages', most: 2, wanted: 3 });
      expect(await refused({ bytes: size - 1 })).toEqual({ ok: false, reason: 'bytes', most: size - 1, wanted: size });
      expect(await refused({ works: 2, passages: 3, bytes: size, additionsPerHour: 2 })).toMatchObject({ ok: true });
    });

    it('count bytes, not characters', async () => {
      const store = await open();
      const quota = { ...AMPLE, bytes: 5 };
      expect(await store.addWorks(ONE, addition([work('A', ['ääß'])], { quota }))).toMatchObject({ wanted: 6 });
    });

    it('count the additions of a person within the hour, in that server', async () => {
      const store = await open();
      const quota = { ...AMPLE, additionsPerHour: 2 };
      const add = (server: string, by: string, at: number) =>
        store.addWorks(server, addition([work('A', [`${server} ${by} ${at}`])], { quota, by, at }));
      await add(ONE, ANN, NOON);
      await add(ONE, ANN, NOON + 1000);
      const refusal = { ok: false, reason: 'additionsPerHour', most: 2, wanted: 3 };
      expect(await add(ONE, ANN, NOON + 3_599_999)).toEqual(refusal);
      expect(await add(ONE, BEN, NOON + 3_599_999)).toMatchObject({ ok: true });
      expect(await add(TWO, ANN, NOON + 3_599_999)).toMatchObject({ ok: true });
      expect(await add(ONE, ANN, NOON + 3_600_000)).toMatchObject({ ok: true });
      expect(await store.additionsSince(ONE, ANN, NOON)).toBe(2);
      expect(await store.additionsSince(ONE, ANN, NOON - 1)).toBe(3);
    });

    it('do not count removed works, and are looked at again when one is restored', async () => {
      const store = await open();
      const [id = ''] = await added(store, ONE, DANUBE);
      await store.removeWork(ONE, id, NOON);
      const quota = { ...AMPLE, works: 1, additionsPerHour: 2 };
      expect(await store.addWorks(ONE, addition([RHINE], { quota }))).toMatchObject({ ok: true });
      expect(await store.restoreWork(ONE, id, quota)).toEqual({ ok: false, reason: 'works', most: 1, wanted: 2 });
      expect(titles((await store.library(ONE)).articles)).toEqual(['The Rhine']);
    });
  });
}
