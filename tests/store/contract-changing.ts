import { describe, expect, it } from 'vitest';
import { AMPLE, ANN, added, addition, BEN, DANUBE, fact, NOON, ONE, RHINE, TWO, titles, work } from './works.ts';
import type { World } from './world.ts';

export function changingContract({ open }: World): void {
  describe('changing', () => {
    it('removes a work and restores it as it was, in its place', async () => {
      const store = await open();
      const [id = ''] = await added(store, ONE, DANUBE, RHINE);
      const before = await store.library(ONE);
      expect(await store.removeWork(ONE, id, NOON + 5)).toBe(true);
      expect(titles((await store.library(ONE)).articles)).toEqual(['The Rhine']);
      expect((await store.works(ONE)).map(({ removedAt }) => removedAt)).toEqual([NOON + 5, undefined]);
      expect(await store.removeWork(ONE, id, NOON + 6)).toBe(false);
      const restored = await store.restoreWork(ONE, id, AMPLE);
      expect(restored).toEqual({ ok: true, version: (await store.head(ONE)).version });
      expect((await store.library(ONE)).articles).toEqual(before.articles);
      expect(await store.restoreWork(ONE, id, AMPLE)).toEqual({ ok: false, reason: 'gone' });
    });

    it('does not restore a work whose passages were brought again meanwhile', async () => {
      const store = await open();
      const [id = ''] = await added(store, ONE, DANUBE);
      await store.removeWork(ONE, id, NOON);
      const [again] = await added(store, ONE, DANUBE);
      const outcome = await store.restoreWork(ONE, id, AMPLE);
      expect(outcome).toMatchObject({ ok: false, reason: 'duplicate', source: { id: again } });
    });

    it('describes a work anew and keeps its id and passages', async () => {
      const store = await open();
      const [id = ''] = await added(store, ONE, DANUBE);
      const { articles } = await store.library(ONE);
      const about = { title: 'Danubius', authors: [], publisher: 'Delta', url: 'https://example.org' };
      expect(await store.describeWork(ONE, id, about)).toBe(true);
      const after = await store.library(ONE);
      expect(after.articles).toEqual([{ source: { id, ...about }, passages: articles[0]?.passages }]);
      expect(await store.describeWork(TWO, id, about)).toBe(false);
      await store.removeWork(ONE, id, NOON);
      expect(await store.describeWork(ONE, id, about)).toBe(false);
    });

    it('replaces the fact table as a whole, in its order', async () => {
      const store = await open();
      const facts = [
        fact('b', '2', { unit: 'km', asOf: 'mid-2013', question: 'How long?' }),
        fact('a', '1', { otherNames: [], passages: ['a#1', 'a#caption-2'] }),
      ];
      await store.replaceFacts(ONE, [fact('z', '9')], BEN, NOON);
      await store.replaceFacts(ONE, facts, BEN, NOON);
      expect((await store.library(ONE)).facts).toEqual(facts);
      expect(await store.additionsSince(ONE, BEN, NOON - 1)).toBe(2);
    });

    it('adds facts to those that are there, citing works by the ids that they were given', async () => {
      const store = await open();
      const other = await store.addWorks(ONE, addition([work('Elsewhere', ['Occupied.'], { id: 'danube' })]));
      expect(other.ok).toBe(true);
      await store.replaceFacts(ONE, [fact('danube', '1')], ANN, NOON);
      const facts = [fact('danube', '2', { passages: ['danube#1', 'danube#2.2'] }), fact('rhine', '3')];
      await store.addWorks(
        ONE,
        addition(
          [
            { ...DANUBE, id: 'danube' },
            { ...RHINE, id: 'rhine' },
          ],
          { facts },
        ),
      );
      const library = await store.library(ONE);
      expect(library.facts.map(({ source, passages }) => [source, passages])).toEqual([
        ['danube', ['danube#1']],
        ['danube-2', ['danube-2#1', 'danube-2#2.2']],
        ['rhine', ['rhine#1']],
      ]);
      expect(library.facts[1]?.id).not.toBe('id-2');
      expect(library.facts[2]?.id).toBe('id-3');
    });

    it('raises the version with every change of works or facts, and with nothing else', async () => {
      const store = await open();
      const versions = [(await store.head(ONE)).version];
      const then = async (change: () => Promise<unknown>) => {
        await change();
        versions.push((await store.head(ONE)).version);
      };
      await then(() => store.addWorks(ONE, addition([DANUBE, RHINE])));
      await then(() => store.removeWork(ONE, 'the-danube-1999', NOON));
      await then(() => store.restoreWork(ONE, 'the-danube-1999', AMPLE));
      await then(() => store.describeWork(ONE, 'the-danube-1999', DANUBE.about));
      await then(() => store.replaceFacts(ONE, [], ANN, NOON));
      expect(versions[0]).toBe(0);
      expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
      const last = versions.at(-1);
      await store.saveSettings(ONE, { answers: 'private' });
      await store.addWorks(ONE, addition([DANUBE]));
      await store.removeWork(ONE, 'nothing', NOON);
      await store.forgetPerson(ANN);
      expect((await store.head(ONE)).version).toBe(last);
      expect((await store.library(ONE)).version).toBe(last);
    });

    it('gives no version again after a server was deleted', async () => {
      const store = await open();
      let last = 0;
      for (let round = 0; round < 4; round++) {
        await added(store, ONE, DANUBE);
        const { version } = await store.head(ONE);
        expect(version).toBeGreaterThan(last);
        last = version;
        await store.deleteGuild(ONE);
        expect(await store.head(ONE)).toMatchObject({ version: 0 });
        await store.saveSettings(ONE, { shipped: false });
      }
    });
  });

  it('keeps servers apart', async () => {
    const store = await open();
    await added(store, ONE, DANUBE);
    await store.replaceFacts(ONE, [fact('the-danube-1999', '1')], ANN, NOON);
    await store.saveSettings(ONE, { answers: 'private' });
    const before = await store.library(ONE);
    expect(await store.library(TWO)).toEqual({ version: 0, articles: [], facts: [] });
    expect(await store.works(TWO)).toEqual([]);
    expect(await store.removeWork(TWO, 'the-danube-1999', NOON)).toBe(false);
    expect(await store.restoreWork(TWO, 'the-danube-1999', AMPLE)).toEqual({ ok: false, reason: 'gone' });
    await added(store, TWO, RHINE);
    await store.replaceFacts(TWO, [], ANN, NOON);
    await store.deleteGuild(TWO);
    expect(await store.library(ONE)).toEqual(before);
    expect(await store.guilds()).toEqual([ONE]);
  });
}
