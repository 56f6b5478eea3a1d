import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AMPLE, ANN, addition, BEN, DANUBE, fact, NOON, ONE, RHINE, TWO, work } from './works.ts';
import type { World } from './world.ts';

export function housekeepingContract({ open, place }: World): void {
  describe('settings', () => {
    it('are public answers with the shipped material until somebody chooses', async () => {
      const store = await open();
      const settings = { answers: 'public', shipped: true, editorRole: undefined };
      expect(await store.head(ONE)).toEqual({ version: 0, settings });
      expect(await store.saveSettings(ONE, {})).toEqual(settings);
      expect(await store.guilds()).toEqual([]);
    });

    it('change one by one, and the role can be taken away again', async () => {
      const store = await open();
      await store.saveSettings(ONE, { answers: 'private' });
      await store.saveSettings(ONE, { shipped: false });
      const settings = { answers: 'private', shipped: false, editorRole: '7' };
      expect(await store.saveSettings(ONE, { editorRole: '7' })).toEqual(settings);
      expect((await store.head(ONE)).settings).toEqual(settings);
      const back = { answers: 'public', shipped: true, editorRole: undefined };
      expect(await store.saveSettings(ONE, back as Parameters<typeof store.saveSettings>[1])).toEqual(back);
    });

    it('stay when the library changes', async () => {
      const store = await open();
      await store.saveSettings(ONE, { answers: 'private', editorRole: '7' });
      await store.addWorks(ONE, addition([DANUBE]));
      expect((await store.head(ONE)).settings).toEqual({
        answers: 'private',
        shipped: true,
        editorRole: '7',
      });
    });
  });

  describe('a snapshot', () => {
    it('comes back byte by byte, whatever its size', async () => {
      const store = await open();
      await store.addWorks(ONE, addition([DANUBE]));
      const { version } = await store.head(ONE);
      for (const size of [0, 1, 1 << 20, 2_500_001]) {
        // A view into a larger buffer, as serialisers give.
        const bytes = randomBytes(size + 16).subarray(8, size + 8);
        await store.saveSnapshot(ONE, { version, key: 'k', bytes });
        expect(Buffer.from((await store.snapshot(ONE, version, 'k')) ?? 'none').equals(bytes)).toBe(true);
      }
    });

    it('belongs to one version of one server under one key', async () => {
      const store = await open();
      await store.addWorks(ONE, addition([DANUBE]));
      await store.addWorks(TWO, addition([DANUBE]));
      const { version } = await store.head(ONE);
      const bytes = new Uint8Array([1, 2, 3]);
      await store.saveSnapshot(ONE, { version, key: 'k', bytes });
      expect(await store.snapshot(ONE, version, 'other')).toBeUndefined();
      expect(await store.snapshot(ONE, version - 1, 'k')).toBeUndefined();
      expect(await store.snapshot(TWO, version, 'k')).toBeUndefined();
      await store.saveSnapshot(ONE, { version, key: 'other', bytes });
      expect(await store.snapshot(ONE, version, 'k')).toBeUndefined();
      expect(await store.snapshot(ONE, version, 'other')).toEqual(Buffer.from(bytes));
    });

    it('is not kept of a library that is no more', async () => {
      const store = await open();
      const bytes = new Uint8Array([1]);
      await store.addWorks(ONE, addition([DANUBE]));
      const { version } = await store.head(ONE);
      await store.addWorks(ONE, addition([RHINE]));
      const now = await store.head(ONE);
      await store.saveSnapshot(ONE, { version: now.version, key: 'k', bytes });
      await store.saveSnapshot(ONE, { version, key: 'k', bytes });
      expect(await store.snapshot(ONE, version, 'k')).toBeUndefined();
      expect(await store.snapshot(ONE, now.version, 'k')).toEqual(Buffer.from(bytes));
      await store.deleteGuild(ONE);
      await store.saveSnapshot(ONE, { version: now.version, key: 'k', bytes });
      expect(await store.guilds()).toEqual([]);
    });
  });

  describe('keeping house', () => {
    it('forgets a person everywhere and keeps what they brought', async () => {
      const store = await open();
      await store.addWorks(ONE, addition([DANUBE]));
      await store.addWorks(TWO, addition([RHINE]));
      await store.addWorks(TWO, addition([DANUBE], { by: BEN }));
      await store.removeWork(TWO, 'the-rhine-1999', NOON);
      expect(await store.forgetPerson(ANN)).toBe(4);
      expect(await place().dump()).not.toContain(ANN);
      expect((await store.works(ONE)).map(({ addedBy }) => addedBy)).toEqual([undefined]);
      expect((await store.works(TWO)).map(({ addedBy }) => addedBy)).toEqual([undefined, BEN]);
      expect(await store.additionsSince(ONE, ANN, 0)).toBe(0);
      expect(await store.additionsSince(TWO, BEN, 0)).toBe(1);
      expect(await store.forgetPerson(ANN)).toBe(0);
    });

    it('purges works that were removed before then, and frees their ids', async () => {
      const store = await open();
      await store.addWorks(ONE, addition([DANUBE, RHINE, work('Aare', ['It flows through Bern.'])]));
      await store.removeWork(ONE, 'the-danube-1999', NOON);
      await store.removeWork(ONE, 'the-rhine-1999', NOON + 10);
      const { version } = await store.head(ONE);
      await store.purge({ removed: NOON + 10 });
      expect((await store.works(ONE)).map(({ source }) => source.title)).toEqual(['The Rhine', 'Aare']);
      expect(await place().dump()).not.toContain('Black Forest');
      expect(await store.restoreWork(ONE, 'the-danube-1999', AMPLE)).toEqual({ ok: false, reason: 'gone' });
      expect(await store.restoreWork(ONE, 'the-rhine-1999', AMPLE)).toMatchObject({ ok: true });
      expect((await store.head(ONE)).version).toBeGreaterThan(version);
      const again = await store.addWorks(ONE, addition([DANUBE]));
      expect(again.ok && again.sources[0]?.id).toBe('the-danube-1999');
    });

    it('purges servers that the bot left before then, counting from the first time that was noted', async () => {
      const store = await open();
      await store.addWorks(ONE, addition([DANUBE]));
      await store.addWorks(TWO, addition([RHINE]));
      await store.noteAbsence(ONE, NOON);
      await store.noteAbsence(ONE, NOON + 100);
      await store.noteAbsence(TWO, NOON);
      await store.noteAbsence(TWO, null);
      await store.noteAbsence('3', NOON);
      expect(await store.guilds()).toEqual([ONE, TWO]);
      await store.purge({ left: NOON });
      expect(await store.guilds()).toEqual([ONE, TWO]);
      await store.purge({ left: NOON + 1 });
      expect(await store.guilds()).toEqual([TWO]);
      expect(await place().dump()).not.toContain('Black Forest');
    });

    it('purges additions before then from its count', async () => {
      const store = await open();
      await store.addWorks(ONE, addition([DANUBE], { at: NOON }));
      await store.addWorks(ONE, addition([RHINE], { at: NOON + 1 }));
      await store.purge({ additions: NOON + 1 });
      expect(await store.additionsSince(ONE, ANN, 0)).toBe(1);
    });

    it('deletes everything of a server', async () => {
      const store = await open();
      const blank = await place().dump();
      await store.addWorks(ONE, addition([DANUBE, RHINE], { facts: [fact('the-danube-1999', '1')] }));
      await store.removeWork(ONE, 'the-rhine-1999', NOON);
      await store.saveSettings(ONE, { answers: 'private', editorRole: '7' });
      const { version } = await store.head(ONE);
      await store.saveSnapshot(ONE, { version, key: 'k', bytes: new Uint8Array(10) });
      await store.deleteGuild(ONE);
      await store.deleteGuild(ONE);
      // Nothing remains but how far versions had come.
      expect((await place().dump()).replace(/^version_floor .*\n/m, '')).toBe(blank);
    });
  });

  it('keeps everything over a restart', async () => {
    const before = await place().open();
    await before.addWorks(ONE, addition([DANUBE, RHINE], { facts: [fact('the-danube-1999', '1')] }));
    await before.removeWork(ONE, 'the-rhine-1999', NOON);
    await before.saveSettings(ONE, { shipped: false });
    const kept = await Promise.all([before.head(ONE), before.library(ONE), before.works(ONE)]);
    await before.close();
    const after = await place().open();
    onTestFinished(() => after.close());
    expect(await Promise.all([after.head(ONE), after.library(ONE), after.works(ONE)])).toEqual(kept);
  });
}
