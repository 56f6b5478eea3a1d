import { describe, expect, it } from 'vitest';
import { NOON, ONE, TWO } from './works.ts';
import type { World } from './world.ts';

const counts = (...entries: [string, number][]) => new Map(entries);
const NONE = counts();

export function coverageContract({ open, place }: World): void {
  describe('coverage', () => {
    it('adds up by server', async () => {
      const store = await open();
      await store.noteCoverage(ONE, { shown: counts(['a', 2], ['b', 1]), missed: counts(['why?', 1]), at: NOON });
      await store.noteCoverage(ONE, {
        shown: counts(['a', 1]),
        missed: counts(['why?', 1], ['who?', 1]),
        at: NOON + 1,
      });
      const { shown, missed } = await store.coverage(ONE);
      expect(shown).toEqual(counts(['a', 3], ['b', 1]));
      expect(missed).toEqual([
        { question: 'why?', times: 2 },
        { question: 'who?', times: 1 },
      ]);
      expect(await store.coverage(TWO)).toEqual({ shown: NONE, missed: [] });
    });

    it('is counted right when several count at once', async () => {
      const store = await open();
      const note = { shown: counts(['a', 1]), missed: counts(['why?', 1]), at: NOON };
      await Promise.all(Array.from({ length: 20 }, () => store.noteCoverage(ONE, note)));
      const { shown, missed } = await store.coverage(ONE);
      expect(shown.get('a')).toBe(20);
      expect(missed).toEqual([{ question: 'why?', times: 20 }]);
    });

    it('keeps 300 questions of a server, the latest asked', async () => {
      const store = await open();
      for (const at of [0, 1]) {
        const missed = new Map(Array.from({ length: 200 }, (_, i) => [`${at} ${i}\0`, 1] as const));
        await store.noteCoverage(ONE, { shown: NONE, missed, at: NOON + at });
      }
      const { missed } = await store.coverage(ONE);
      expect(missed.length).toBeLessThanOrEqual(300);
      expect(missed.filter(({ question }) => question.startsWith('1 '))).toHaveLength(200);
    });

    it('goes when it is due, when the server is deleted, and questions when they are not to be kept', async () => {
      const store = await open();
      const never = { removed: 0, left: 0, additions: 0 };
      const note = (at: number) => ({ shown: counts([`p${at}`, 1]), missed: counts([`q${at}`, 1]), at });
      await store.noteCoverage(ONE, note(NOON));
      await store.noteCoverage(ONE, note(NOON + 2));
      await store.purge({ ...never, coverage: NOON + 1 });
      expect((await store.coverage(ONE)).shown).toEqual(counts([`p${NOON + 2}`, 1]));
      expect((await store.coverage(ONE)).missed).toEqual([{ question: `q${NOON + 2}`, times: 1 }]);
      await store.forgetMissed(ONE);
      expect((await store.coverage(ONE)).missed).toEqual([]);
      expect((await store.coverage(ONE)).shown.size).toBe(1);
      expect(await store.guilds()).toEqual([ONE]);
      await store.deleteGuild(ONE);
      expect(await place().dump()).not.toContain(`p${NOON + 2}`);
    });

    it('is kept where a server wants it', async () => {
      const store = await open();
      expect(await store.saveSettings(ONE, { keepsMissed: true })).toMatchObject({ keepsMissed: true });
      expect((await store.head(ONE)).settings.keepsMissed).toBe(true);
      expect((await store.saveSettings(ONE, { keepsMissed: false })).keepsMissed).toBeUndefined();
    });
  });
}
