import { describe, expect, it } from 'vitest';
import { ANN, BEN, NOON, ONE, TWO } from './works.ts';
import type { World } from './world.ts';

const SHARD = 'shard 0';
const one = { name: SHARD, holder: 'one' };
const two = { name: SHARD, holder: 'two' };
const at = (now: number) => ({ now: NOON + now, until: NOON + now + 10 });

export function coordinationContract({ open, place }: World): void {
  describe('a lease', () => {
    it('is held by one process until it expires, is renewed by its holder alone, and can be given back', async () => {
      const [here, there] = [await open(), await open()];
      expect(await here.acquireLease(one, at(0))).toEqual({ state: undefined });
      expect(await there.acquireLease(two, at(9))).toBeUndefined();
      expect(await there.renewLease(two, at(9))).toBe(false);
      expect(await here.renewLease(one, at(9))).toBe(true);
      expect(await there.acquireLease(two, at(18))).toBeUndefined();
      expect(await here.leases(NOON + 18)).toEqual([{ ...one, expiresAt: NOON + 19 }]);
      expect(await there.acquireLease(two, at(19))).toBeDefined();
      expect(await here.renewLease(one, at(19))).toBe(false);
      await here.releaseLease(one);
      expect(await here.acquireLease(one, at(20))).toBeUndefined();
      await there.releaseLease(two);
      expect(await here.acquireLease(one, at(20))).toBeDefined();
      expect(await here.leases(NOON + 30)).toEqual([]);
    });

    it('tells the next holder what the one before it left', async () => {
      const [here, there] = [await open(), await open()];
      await here.acquireLease(one, at(0));
      expect(await here.renewLease(one, at(1), 'first')).toBe(true);
      expect(await there.renewLease(two, at(2), 'stolen')).toBe(false);
      expect(await here.renewLease(one, at(3))).toBe(true);
      expect(await here.leases(NOON + 4)).toEqual([{ ...one, expiresAt: NOON + 13, state: 'first' }]);
      expect(await there.acquireLease(two, at(13))).toEqual({ state: 'first' });
      await here.releaseLease(one, { now: NOON + 14, state: 'stolen' });
      await there.releaseLease(two, { now: NOON + 14, state: 'second' });
      expect(await here.leases(NOON + 14)).toEqual([]);
      expect(await here.acquireLease(one, at(14))).toEqual({ state: 'second' });
    });

    it('that expired long ago is deleted', async () => {
      const store = await open();
      await store.acquireLease(one, at(0));
      await store.purge({ removed: 0, left: 0, additions: NOON + 10 });
      expect(await place().dump()).toContain(SHARD);
      await store.purge({ removed: 0, left: 0, additions: NOON + 11 });
      expect(await place().dump()).not.toContain(SHARD);
    });

    it('is given to one of many that ask at once', async () => {
      const stores = await Promise.all([open(), open()]);
      for (const round of [0, 100]) {
        const given = await Promise.all(
          Array.from({ length: 10 }, (_, i) =>
            stores[i % 2]?.acquireLease({ name: SHARD, holder: `${round} ${i}` }, at(round)),
          ),
        );
        expect(given.filter(Boolean)).toHaveLength(1);
      }
    });
  });

  describe('a share', () => {
    const press = (interaction: string, more = {}) => ({ guild: ONE, message: '5', interaction, ...more });

    it('has its message until it expires or is given back, also where it comes twice', async () => {
      const [here, there] = [await open(), await open()];
      expect(await here.claimShare(press('one'), at(0))).toBe(true);
      expect(await there.claimShare(press('two'), at(9))).toBe(false);
      expect(await there.claimShare(press('two', { guild: TWO }), at(9))).toBe(true);
      expect(await there.claimShare(press('one'), at(9))).toBe(true);
      await there.releaseShare(press('two'));
      expect(await there.claimShare(press('two'), at(18))).toBe(false);
      expect(await there.claimShare(press('two'), at(19))).toBe(true);
      await there.releaseShare(press('two'));
      expect(await here.claimShare(press('one'), at(20))).toBe(true);
    });

    it('is won by one of many presses at once', async () => {
      const stores = await Promise.all([open(), open()]);
      const won = await Promise.all(
        Array.from({ length: 10 }, (_, i) => stores[i % 2]?.claimShare(press(String(i)), at(0))),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
    });

    it('goes when it is due and with its guild, which it makes none that something is stored of', async () => {
      const store = await open();
      await store.claimShare(press('due'), at(0));
      await store.claimShare(press('kept', { message: '6' }), at(1));
      await store.claimShare(press('left', { guild: TWO }), at(1));
      expect(await store.guilds()).toEqual([]);
      await store.purge({ removed: 0, left: 0, additions: NOON + 11 });
      expect(await place().dump()).not.toContain('due');
      await store.deleteGuild(TWO);
      expect(await place().dump()).not.toContain('left');
      expect(await place().dump()).toContain('kept');
    });
  });

  describe('a job', () => {
    const job = (id: string, more = {}) => ({ guild: ONE, id, kind: 'close', payload: { id }, dueAt: NOON, ...more });
    const take = (now: number, limit = 100) => ({ now: NOON + now, until: NOON + now + 10, limit });

    it('is taken once it is due, the longest due first, and deleted when it was done', async () => {
      const store = await open();
      expect(await store.nextJobAt()).toBeUndefined();
      await store.putJob(job('late', { dueAt: NOON + 5 }));
      await store.putJob(job('b', { dueAt: NOON + 1, person: ANN }));
      await store.putJob(job('a', { guild: '' }));
      expect(await store.nextJobAt()).toBe(NOON);
      expect(await store.takeDueJobs(take(-1))).toEqual([]);
      const taken = await store.takeDueJobs(take(2));
      expect(taken).toEqual([
        { ...job('a', { guild: '' }), dueAt: NOON + 12, attempts: 1 },
        { ...job('b', { person: ANN }), dueAt: NOON + 12, attempts: 1 },
      ]);
      expect(await store.takeDueJobs(take(4))).toEqual([]);
      for (const each of taken) expect(await store.finishJob(each)).toBe(true);
      expect(await store.nextJobAt()).toBe(NOON + 5);
      expect((await store.takeDueJobs(take(20))).map(({ id }) => id)).toEqual(['late']);
    });

    it('comes again where the process that took it never finished, and only the last one can finish it', async () => {
      const store = await open();
      await store.putJob(job('a'));
      const [first] = await store.takeDueJobs(take(0));
      const [second] = await store.takeDueJobs(take(10));
      expect(second).toMatchObject({ id: 'a', attempts: 2 });
      if (!first || !second) throw new Error('not taken');
      expect(await store.finishJob(first)).toBe(false);
      expect(await store.finishJob(second)).toBe(true);
    });

    it('that was not done is given back, for a time that who works at it says', async () => {
      const store = await open();
      await store.putJob(job('a'));
      const [first] = await store.takeDueJobs(take(0));
      expect(first && (await store.putJobOff(first, NOON + 3))).toBe(true);
      expect(first && (await store.finishJob(first))).toBe(false);
      expect(await store.takeDueJobs(take(2))).toEqual([]);
      const [second] = await store.takeDueJobs(take(3));
      expect(second).toMatchObject({ id: 'a', attempts: 2 });
      expect(first && (await store.putJobOff(first, NOON))).toBe(false);
    });

    it('can be put off while it is worked at, and cancelled', async () => {
      const store = await open();
      await store.putJob(job('a'));
      const [taken] = await store.takeDueJobs(take(0));
      await store.putJob(job('a', { dueAt: NOON + 50 }));
      expect(taken && (await store.finishJob(taken))).toBe(false);
      expect(await store.nextJobAt()).toBe(NOON + 50);
      await store.cancelJob(ONE, 'a');
      expect(await store.nextJobAt()).toBeUndefined();
    });

    it('is taken by exactly one of several processes', async () => {
      const stores = await Promise.all([open(), open()]);
      for (let i = 0; i < 30; i++) await stores[0]?.putJob(job(String(i), { dueAt: NOON + i }));
      const taken = await Promise.all(Array.from({ length: 12 }, (_, i) => stores[i % 2]?.takeDueJobs(take(30, 5))));
      const rest = await stores[0]?.takeDueJobs(take(30));
      const ids = [...taken, rest].flatMap((some) => some?.map(({ id }) => Number(id)) ?? []);
      expect(ids.sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, i) => i));
    });

    it('goes with its person and with its guild, which counts as one that something is stored of', async () => {
      const store = await open();
      await store.putJob(job('a', { person: ANN }));
      await store.putJob(job('b', { person: BEN }));
      await store.putJob(job('c', { guild: TWO }));
      expect(await store.guilds()).toEqual([ONE, TWO]);
      expect(await store.forgetPerson(ANN)).toBe(1);
      expect(await place().dump()).not.toContain(ANN);
      await store.deleteGuild(TWO);
      expect((await store.takeDueJobs(take(1))).map(({ id }) => id)).toEqual(['b']);
    });
  });
}
