import { describe, expect, it, vi } from 'vitest';
import { createKnowledgeBase } from '../../src/answer/knowledge-base.ts';
import { type JobDefinition, type JobRunner, runJobs } from '../../src/bot/jobs.ts';
import { createLogger } from '../../src/logger.ts';
import { joinCollections } from '../../src/material/load.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { english } from '../../src/text/languages/index.ts';
import { fixedGuilds, unreachable } from '../support/guilds.ts';

const guilds = fixedGuilds(createKnowledgeBase(joinCollections([]), { language: english }));
const job = (id: string, dueAt = 0) => ({ guild: '1', id, kind: 'ring', payload: { id }, dueAt });

function run(store: Store, ring: JobDefinition['run']): { runner: JobRunner; lines: string[] } {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const logger = createLogger({ level: 'info', secrets: [], readable: false, destination });
  const jobs = [{ kind: 'ring', run: ring }];
  return { runner: runJobs({ jobs, store, posts: unreachable.posts, guilds, logger }), lines };
}

describe('a job', () => {
  it('that fell due while all were down is run at the start, by one of two processes', async () => {
    const store = await openMemoryStore();
    for (let i = 0; i < 30; i++) await store.putJob(job(String(i)));
    const rung: unknown[] = [];
    const ring: JobDefinition['run'] = async ({ id }) => void rung.push(id);
    const runners = [run(store, ring), run(store, ring)];
    await vi.waitFor(async () => expect(await store.nextJobAt()).toBeUndefined(), { timeout: 5_000 });
    await Promise.all(runners.map(({ runner }) => runner.stop()));
    expect(rung).toHaveLength(30);
    expect(new Set(rung).size).toBe(30);
  });

  it('is run within a second of being due, and not before', async () => {
    const store = await openMemoryStore();
    const dueAt = Date.now() + 300;
    await store.putJob(job('a', dueAt));
    const rungAt = await new Promise<number>((resolve) => {
      const { runner } = run(store, async () => {
        resolve(Date.now());
        void runner.stop();
      });
    });
    expect(rungAt).toBeGreaterThanOrEqual(dueAt);
  });

  it('that fails stays in the store and is tried again, at last given up', async () => {
    const store = await openMemoryStore();
    await store.putJob(job('a'));
    const { runner, lines } = run(store, () => Promise.reject(new Error('no bell')));
    await vi.waitFor(() => expect(lines.join()).toContain('A job failed'));
    await runner.stop();
    const again = (await store.nextJobAt()) ?? 0;
    expect(again).toBeGreaterThan(Date.now());
    expect(again).toBeLessThanOrEqual(Date.now() + 2_000);
    for (let attempts = 2; attempts <= 4; attempts++) {
      expect((await store.takeDueJobs({ now: Date.now() + 1e7 * attempts, until: 1, limit: 1 }))[0]?.attempts).toBe(
        attempts,
      );
    }
    const last = run(store, () => Promise.reject(new Error('no bell')));
    await vi.waitFor(async () => expect(await store.nextJobAt()).toBeUndefined());
    await last.runner.stop();
  });

  it('that fails again and again is put off for longer each time', async () => {
    const pauses: number[] = [];
    for (const attempts of [1, 2, 3, 4]) {
      const store = await openMemoryStore();
      await store.putJob(job('a'));
      for (let taken = 1; taken < attempts; taken++) await store.takeDueJobs({ now: 1, until: 1, limit: 1 });
      const { runner, lines } = run(store, () => Promise.reject(new Error('no bell')));
      const begun = Date.now();
      await vi.waitFor(() => expect(lines.join()).toContain('A job failed'));
      await runner.stop();
      pauses.push(Math.round((((await store.nextJobAt()) ?? 0) - begun) / 1_000));
    }
    expect(pauses).toEqual([2, 10, 50, 250]);
  });

  it('of a kind that nobody knows is dropped, and the log says so', async () => {
    const store = await openMemoryStore();
    await store.putJob({ ...job('a'), kind: 'unheard' });
    const { runner, lines } = run(store, async () => {});
    await vi.waitFor(async () => expect(await store.nextJobAt()).toBeUndefined());
    await runner.stop();
    expect(lines.join()).toContain('A job of an unknown kind was dropped');
  });

  it('that cannot be read is tried again, and the log says so once', async () => {
    const store = await openMemoryStore();
    await store.putJob(job('a'));
    let failures = 3;
    const nextJobAt = async () => (failures-- > 0 ? Promise.reject(new Error('away')) : store.nextJobAt());
    const { runner, lines } = await new Promise<ReturnType<typeof run>>((resolve) => {
      const begun = run({ ...store, nextJobAt }, async () => resolve(begun));
    });
    await runner.stop();
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual([
      'Due jobs could not be read; they will be tried again',
      'Due jobs are read again',
    ]);
  });

  it('begun is ended before the runner has stopped', async () => {
    const store = await openMemoryStore();
    await store.putJob(job('a'));
    let ended = false;
    const begun = new Promise<JobRunner>((resolve) => {
      const { runner } = run(store, async () => {
        setTimeout(() => resolve(runner));
        await new Promise((end) => setTimeout(end, 100));
        ended = true;
      });
    });
    await (await begun).stop();
    expect(ended).toBe(true);
  });

  it('that does not end is not waited for longer than that, and stays in the store', async () => {
    const store = await openMemoryStore();
    await store.putJob(job('a'));
    const runner = await new Promise<JobRunner>((resolve) => {
      const begun = run(store, () => {
        setTimeout(() => resolve(begun.runner));
        return new Promise(() => {});
      });
    });
    await runner.stop(20);
    expect(await store.nextJobAt()).toBeGreaterThan(Date.now());
  });
});
