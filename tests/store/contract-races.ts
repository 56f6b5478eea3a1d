import { describe, expect, it } from 'vitest';
import { AMPLE, addition, NOON, ONE, work } from './works.ts';
import type { World } from './world.ts';

export function raceContract({ open, newPlace, reads }: World): void {
  describe('several processes', () => {
    it('may open and migrate a new store at once', async () => {
      const place = await newPlace('missing');
      const stores = await Promise.all(Array.from({ length: 4 }, () => open(place)));
      await Promise.all(stores.map((store, i) => store.saveSettings(String(i), { answers: 'private' })));
      expect(await stores[0]?.guilds()).toEqual(['0', '1', '2', '3']);
    });

    it('see what another has changed at once', async () => {
      const [one, two] = await Promise.all([open(), open()]);
      const outcome = await one.addWorks(ONE, addition([work('A', ['a'])]));
      expect((await two.head(ONE)).version).toBe(outcome.ok && outcome.version);
      expect((await two.library(ONE)).articles).toHaveLength(1);
    });

    it('get past no quota together, and share no id and no version', async () => {
      const stores = await Promise.all([open(), open()]);
      const quota = { ...AMPLE, works: 5 };
      const outcomes = await Promise.all(
        Array.from({ length: 12 }, (_, i) => {
          const texts = Array.from({ length: 40 }, (_, k) => `${i} ${k}`);
          return stores[i % 2]?.addWorks(ONE, addition([work('The same title', texts)], { quota }));
        }),
      );
      const taken = outcomes.flatMap((outcome) => (outcome?.ok ? [outcome] : []));
      expect(taken).toHaveLength(5);
      expect(new Set(taken.map(({ version }) => version)).size).toBe(5);
      expect(new Set(taken.map(({ sources }) => sources[0]?.id)).size).toBe(5);
      const refused = outcomes.filter((outcome) => !outcome?.ok);
      expect(refused).toEqual(Array(7).fill({ ok: false, reason: 'works', most: 5, wanted: 6 }));
      expect((await stores[0]?.library(ONE))?.articles).toHaveLength(5);
    });

    it('add the same passages only once', async () => {
      const stores = await Promise.all([open(), open()]);
      const outcomes = await Promise.all(
        [0, 1, 2, 3].map((i) => stores[i % 2]?.addWorks(ONE, addition([work(`Title ${i}`, ['the same'])]))),
      );
      expect(outcomes.filter((outcome) => outcome?.ok)).toHaveLength(1);
    });

    it('restore and remove the same work without losing a version', async () => {
      const stores = await Promise.all([open(), open()]);
      await stores[0]?.addWorks(ONE, addition([work('A', ['a'])]));
      const { version } = (await stores[1]?.head(ONE)) ?? { version: 0 };
      const removed = await Promise.all(stores.map((store) => store.removeWork(ONE, 'a-1999', NOON)));
      expect(removed.sort()).toEqual([false, true]);
      const restored = await Promise.all(stores.map((store) => store.restoreWork(ONE, 'a-1999', AMPLE)));
      expect(restored.map(({ ok }) => ok).sort()).toEqual([false, true]);
      expect((await stores[0]?.head(ONE))?.version).toBeGreaterThan(version + 1);
    });

    it('see a library as it is at one moment while another changes it', async () => {
      const [one, two] = await Promise.all([open(), open()]);
      const texts = Array.from({ length: 9 }, (_, i) => `paragraph ${i}`);
      /** How many works each version has. */
      const works = new Map([[0, 0]]);
      let adding = true;
      const add = (async () => {
        for (let i = 1; i <= 30; i++) {
          const outcome = await one.addWorks(ONE, addition([work(`W${i}`, [...texts, String(i)])]));
          if (outcome.ok) works.set(outcome.version, i);
        }
        adding = false;
      })();
      const seen: Awaited<ReturnType<typeof two.library>>[] = [];
      while (adding) seen.push(await two.library(ONE));
      await add;
      expect(works.size).toBe(31);
      for (const { version, articles } of seen) {
        expect(articles.map(({ passages }) => passages.length)).toEqual(Array(works.get(version)).fill(10));
      }
    });

    it.skipIf(reads === 'in turn')('answer one server while another is being changed', async () => {
      const store = await open();
      const texts = Array.from({ length: 5000 }, (_, i) => `paragraph ${i}`);
      let done = false;
      const add = store.addWorks(ONE, addition([work('Long', texts)])).then(() => {
        done = true;
      });
      let answered = 0;
      while (!done) {
        await store.head('2');
        if (!done) answered += 1;
        await new Promise((resolve) => setImmediate(resolve));
      }
      await add;
      expect(answered).toBeGreaterThan(3);
    });
  });
}
