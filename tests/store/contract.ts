import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { addingContract } from './contract-adding.ts';
import { cardsContract } from './contract-cards.ts';
import { changingContract } from './contract-changing.ts';
import { channelsContract } from './contract-channels.ts';
import { coordinationContract } from './contract-coordination.ts';
import { coverageContract } from './contract-coverage.ts';
import { draftsContract } from './contract-drafts.ts';
import { housekeepingContract } from './contract-housekeeping.ts';
import { raceContract } from './contract-races.ts';
import { roundsContract } from './contract-rounds.ts';
import { versionsContract } from './contract-versions.ts';
import { addition, ONE, work } from './works.ts';
import type { NewPlace, Place } from './world.ts';

/**
 * What every store must do. `newPlace` is called before each test for a place of its own.
 *
 * @param reads whether one can read while a change is under way
 * @param many whether tests of ten thousand rows are run: not where the statements are those of another store that runs
 *   them, and their number makes no difference
 */
export function storeContract(
  name: string,
  newPlace: NewPlace,
  { reads = 'meanwhile', many = true }: { reads?: 'meanwhile' | 'in turn'; many?: boolean } = {},
): void {
  describe(`the store in ${name}`, () => {
    const opened: { store: Store; where: Place }[] = [];
    /** Of the lasting place, for the next test: to connect takes longer than most tests. */
    const idle: Store[] = [];
    let place: Place;
    beforeEach(async () => {
      place = await newPlace();
    });
    afterEach(async () => {
      const closing = opened.splice(0).map(({ store, where }) => (where.lasting ? idle.push(store) : store.close()));
      await Promise.all(closing);
    });
    afterAll(async () => {
      await Promise.all(idle.map((store) => store.close()));
    });
    const open = async (where = place) => {
      const store = (where.lasting && idle.pop()) || (await where.open());
      opened.push({ store, where });
      return store;
    };
    const world = { open, newPlace, place: () => place, reads, many };
    addingContract(world);
    changingContract(world);
    channelsContract(world);
    coverageContract(world);
    draftsContract(world);
    housekeepingContract(world);
    raceContract(world);
    versionsContract(world);
    coordinationContract(world);
    cardsContract(world);
    roundsContract(world);

    it('finishes what is under way before it closes', async () => {
      const store = await place.open();
      const texts = Array.from({ length: 2000 }, (_, i) => `paragraph ${i}`);
      const adding = store.addWorks(ONE, addition([work('Long', texts)]));
      const reading = store.library(ONE);
      await store.close();
      expect(await adding).toMatchObject({ ok: true });
      expect((await reading).articles.length).toBeLessThanOrEqual(1);
    });

    it('lets other work run between its answers', async () => {
      const store = await open();
      let ticked = false;
      setTimeout(() => {
        ticked = true;
      }, 20);
      const giveUp = performance.now() + 5000;
      while (!ticked && performance.now() < giveUp) await store.head(ONE);
      expect(ticked).toBe(true);
    });

    it('refuses everything once it is closed', async () => {
      const store = await place.open();
      await store.close();
      await store.close();
      await expect(store.head('1')).rejects.toThrow('closed');
    });
  });
}
