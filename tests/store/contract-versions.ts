import { describe, expect, it } from 'vitest';
import { added, addition, fact, NOON, ONE, RHINE, work } from './works.ts';
import type { World } from './world.ts';

const TEXTS = ['It rises.', 'It is long.', 'It bends.', 'It ends.'];
const FIRST = work('The Danube', TEXTS);
const NEWER = work('The Danube', ['A foreword.', 'It rises.', 'It is 2,850 km long.', 'It bends.', 'It ends.'], {
  words: 12,
});
const update = { at: NOON + 5, mayUpdate: true };
const ID = 'the-danube-1999';

export function versionsContract({ open }: World): void {
  describe('a new version of a work', () => {
    it('takes its place under its id, and says what it changed', async () => {
      const store = await open();
      await added(store, ONE, FIRST);
      const outcome = await store.addWorks(ONE, addition([NEWER], update));
      expect(outcome).toMatchObject({
        ok: true,
        sources: [{ id: ID }],
        changes: { added: 1, removed: 0, changed: 1, unchanged: 3 },
      });
      const { articles } = await store.library(ONE);
      expect(articles.map(({ source, passages }) => [source.id, passages.map(({ text }) => text)])).toEqual([
        [ID, NEWER.passages.map(({ text }) => text)],
      ]);
      expect(await store.works(ONE)).toMatchObject([{ source: { id: ID }, passages: 5, addedAt: NOON + 5 }]);
    });

    it('is cited where its paragraphs went; facts of those that are gone wait for them', async () => {
      const store = await open();
      await added(store, ONE, FIRST);
      const facts = [
        fact(ID, 'stays', { passages: [`${ID}#1`, `${ID}#3`] }),
        fact(ID, 'goes', { passages: [`${ID}#2`] }),
      ];
      await store.replaceFacts(ONE, facts, '7', NOON);
      await store.addWorks(ONE, addition([NEWER], update));
      const [stays, goes] = (await store.library(ONE)).facts;
      expect(stays?.passages).toEqual([`${ID}#2`, `${ID}#4`]);
      expect(goes?.passages.every((id) => !id.startsWith(`${ID}#`))).toBe(true);
      expect(await store.undoWork(ONE, ID, NOON + 9)).toBe('former');
      const { facts: back, articles } = await store.library(ONE);
      expect(back.map(({ passages }) => passages)).toEqual([[`${ID}#1`, `${ID}#3`], [`${ID}#2`]]);
      expect(articles[0]?.passages.map(({ text }) => text)).toEqual(TEXTS);
    });

    it('is taken back to the former one, and a work without one is removed', async () => {
      const store = await open();
      await added(store, ONE, FIRST, RHINE);
      await store.addWorks(ONE, addition([NEWER], update));
      expect(await store.undoWork(ONE, ID, NOON + 9)).toBe('former');
      expect(await store.undoWork(ONE, 'the-rhine-1999', NOON + 9)).toBe('removed');
      expect(await store.undoWork(ONE, 'none', NOON + 9)).toBeUndefined();
      expect((await store.works(ONE)).map(({ source, removedAt }) => [source.id, removedAt])).toEqual([
        [ID, undefined],
        ['the-rhine-1999', NOON + 9],
      ]);
    });

    it('goes when former versions are purged, and the work stays', async () => {
      const store = await open();
      await added(store, ONE, FIRST);
      await store.addWorks(ONE, addition([NEWER], update));
      await store.purge({ removed: NOON + 10 });
      expect((await store.library(ONE)).articles[0]?.passages).toHaveLength(5);
      expect(await store.undoWork(ONE, ID, NOON + 11)).toBe('removed');
    });

    it('is none where little is the same, or nobody asked', async () => {
      const store = await open();
      await added(store, ONE, FIRST);
      const other = work('The Danube', ['A poem.', 'It rises.', 'Of another river.'], { fileName: 'poem.md' });
      expect(await store.addWorks(ONE, addition([other], update))).toMatchObject({ sources: [{ id: `${ID}-2` }] });
      expect(await store.addWorks(ONE, addition([NEWER]))).toMatchObject({ sources: [{ id: `${ID}-3` }] });
    });

    it('counts for a quota by what it adds', async () => {
      const store = await open();
      await added(store, ONE, FIRST);
      const quota = { works: 1, passages: 5, bytes: 10_000, additionsPerHour: 10 };
      expect(await store.addWorks(ONE, addition([NEWER], { ...update, quota }))).toMatchObject({ ok: true });
      const longer = work('The Danube', [...NEWER.passages.map(({ text }) => text), 'An afterword.']);
      const refused = await store.addWorks(ONE, addition([longer], { at: NOON + 6, mayUpdate: true, quota }));
      expect(refused).toMatchObject({ ok: false, reason: 'passages', wanted: 6 });
    });
  });
}
