import { describe, expect, it } from 'vitest';
import { addition, DANUBE, NOON, ONE, TWO } from './works.ts';
import type { World } from './world.ts';

const DANUBE_ID = 'the-danube-1999';

export function draftsContract({ open, place }: World): void {
  describe('skipped drafts', () => {
    it('are remembered of each work until they are offered again', async () => {
      const store = await open();
      await store.skipDraft(ONE, DANUBE_ID, 'a');
      await store.skipDraft(ONE, DANUBE_ID, 'b');
      await store.skipDraft(ONE, DANUBE_ID, 'a');
      await store.skipDraft(ONE, 'other', 'c');
      expect(await store.skippedDrafts(ONE, DANUBE_ID)).toEqual(new Set(['a', 'b']));
      expect(await store.skippedDrafts(TWO, DANUBE_ID)).toEqual(new Set());
      await store.offerDrafts(ONE, DANUBE_ID);
      expect(await store.skippedDrafts(ONE, DANUBE_ID)).toEqual(new Set());
      expect(await store.skippedDrafts(ONE, 'other')).toEqual(new Set(['c']));
    });

    it('go with their work, and with the server', async () => {
      const store = await open();
      await store.addWorks(ONE, addition([DANUBE]));
      await store.skipDraft(ONE, DANUBE_ID, 'first-draft');
      await store.skipDraft(ONE, 'shipped', 'second-draft');
      await store.removeWork(ONE, DANUBE_ID, NOON);
      await store.purge({ removed: NOON + 1 });
      expect(await place().dump()).not.toContain('first-draft');
      await store.deleteGuild(ONE);
      expect(await place().dump()).not.toContain('second-draft');
    });
  });
}
