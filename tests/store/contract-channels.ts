import { describe, expect, it } from 'vitest';
import { AMPLE, addition, DANUBE, NOON, ONE, RHINE, TWO } from './works.ts';
import type { World } from './world.ts';

const BEES = '300000000000000001';
const RIVERS = '300000000000000002';
const DANUBE_ID = 'the-danube-1999';
const RHINE_ID = 'the-rhine-1999';

const ties = (...entries: [string, string[]][]) => new Map(entries);

export function channelsContract({ open, place }: World): void {
  describe('channels', () => {
    it('are tied to the works that were named last, each server for itself', async () => {
      const store = await open();
      await store.tieChannel(ONE, RIVERS, [RHINE_ID, DANUBE_ID, RHINE_ID]);
      await store.tieChannel(ONE, BEES, ['bees']);
      await store.tieChannel(TWO, RIVERS, ['other']);
      expect(await store.tiedWorks(ONE)).toEqual(ties([BEES, ['bees']], [RIVERS, [DANUBE_ID, RHINE_ID]]));
      await store.tieChannel(ONE, RIVERS, [RHINE_ID]);
      expect(await store.tiedWorks(ONE, [RIVERS, 'unknown'])).toEqual(ties([RIVERS, [RHINE_ID]]));
      expect(await store.tiedWorks(ONE, [])).toEqual(ties());
      await store.tieChannel(ONE, RIVERS, []);
      expect(await store.tiedWorks(ONE)).toEqual(ties([BEES, ['bees']]));
      expect(await store.tiedWorks(TWO)).toEqual(ties([RIVERS, ['other']]));
    });

    it('are untied from a work that is deleted for good, and no sooner', async () => {
      const store = await open();
      await store.addWorks(ONE, addition([DANUBE, RHINE]));
      await store.tieChannel(ONE, RIVERS, [DANUBE_ID, RHINE_ID, 'shipped']);
      await store.removeWork(ONE, DANUBE_ID, NOON);
      await store.removeWork(ONE, RHINE_ID, NOON + 10);
      await store.purge({ removed: NOON + 1 });
      expect(await store.tiedWorks(ONE)).toEqual(ties([RIVERS, ['shipped', RHINE_ID]]));
      await store.restoreWork(ONE, RHINE_ID, AMPLE);
      expect(await store.tiedWorks(ONE, [RIVERS])).toEqual(ties([RIVERS, ['shipped', RHINE_ID]]));
    });

    it('make a server known, and go with it', async () => {
      const store = await open();
      await store.tieChannel(ONE, BEES, ['bees']);
      expect(await store.guilds()).toEqual([ONE]);
      await store.deleteGuild(ONE);
      expect(await place().dump()).not.toContain('bees');
    });

    it('that are tied by several at once end with the works of one of them', async () => {
      const store = await open();
      await Promise.all(Array.from({ length: 10 }, (_, i) => store.tieChannel(ONE, BEES, [`a${i}`, `b${i}`])));
      const [first = '', second = ''] = (await store.tiedWorks(ONE)).get(BEES) ?? [];
      expect([first[0], second[0], second.slice(1)]).toEqual(['a', 'b', first.slice(1)]);
    });
  });
}
