import { afterEach, beforeEach, expect, it } from 'vitest';
import { RETENTION_MS, startHousekeeping, tidyUp } from '../../src/guilds/housekeeping.ts';
import { createLogger } from '../../src/logger.ts';
import { addFile, openStage, type Stage } from './stage.ts';

const logger = createLogger({ level: 'silent', secrets: [], readable: false });
const DAY = 24 * 60 * 60 * 1000;

let stage: Stage;

beforeEach(async () => {
  stage = await openStage();
  stage.files.set('a.txt', 'A\n\nFirst text.').set('b.txt', 'B\n\nSecond text.');
});
afterEach(() => stage.close());

const tidy = (now: number, ...present: string[]) =>
  tidyUp({ store: stage.store, listServers: async () => new Set(present), logger }, now);

it('deletes what a server stored thirty days after the bot was removed from it, and nothing of the others', async () => {
  const guilds = stage.guilds();
  await addFile(guilds.library('1'), 'a.txt');
  await addFile(guilds.library('2'), 'b.txt');
  const left = Date.now();
  await tidy(left, '2');
  await tidy(left + RETENTION_MS.left - 1000, '2');
  expect(await stage.store.guilds()).toEqual(['1', '2']);
  await tidy(left + RETENTION_MS.left + 1000, '2');
  expect(await stage.store.guilds()).toEqual(['2']);
});

it('keeps all of it where the bot is asked back in time', async () => {
  await addFile(stage.guilds().library('1'), 'a.txt');
  const left = Date.now();
  await tidy(left);
  await tidy(left + 20 * DAY, '1');
  await tidy(left + 40 * DAY);
  expect(await stage.store.works('1')).toHaveLength(1);
});

it('deletes a removed work for good after a day', async () => {
  const shelf = stage.guilds().library('1');
  await addFile(shelf, 'a.txt');
  await shelf.remove((await shelf.works())[0]?.source.id ?? '');
  await tidy(Date.now() + DAY - 5000, '1');
  expect(await shelf.works()).toHaveLength(1);
  await tidy(Date.now() + DAY + 5000, '1');
  expect(await shelf.works()).toHaveLength(0);
});

it('deletes no server where Discord does not say which there are, and removed works all the same', async () => {
  const shelf = stage.guilds().library('1');
  await addFile(shelf, 'a.txt');
  await addFile(shelf, 'b.txt');
  await shelf.remove((await shelf.works())[0]?.source.id ?? '');
  await tidy(Date.now());
  const listServers = () => Promise.reject(new Error('503'));
  await expect(tidyUp({ store: stage.store, listServers, logger }, Date.now() + 60 * DAY)).rejects.toThrow('503');
  expect((await shelf.works()).map(({ source }) => source.title)).toEqual(['B']);
});

it('is done by one of the processes that share a store, and by the next one when that has ended', async () => {
  const asked: string[] = [];
  const start = (name: string) =>
    startHousekeeping({
      store: stage.store,
      listServers: async () => {
        asked.push(name);
        return new Set<string>();
      },
      logger,
    });
  const first = start('first');
  await expect.poll(() => asked).toEqual(['first']);
  const second = start('second');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(asked).toEqual(['first']);
  await first.stop();
  const third = start('third');
  await expect.poll(() => asked).toEqual(['first', 'third']);
  await Promise.all([second.stop(), third.stop()]);
});

it('is tried again soon where Discord did not answer', async () => {
  const failing = startHousekeeping({
    store: stage.store,
    listServers: () => Promise.reject(new Error('503')),
    logger,
  });
  await expect.poll(() => stage.calls.get('releaseLease')).toBe(1);
  expect(await stage.store.leases(Date.now())).toEqual([]);
  await failing.stop();
});
