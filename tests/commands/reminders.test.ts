import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readClock } from '../../commands/review/clock.ts';
import { isCurrent } from '../../commands/review/content.ts';
import { dueNow } from '../../commands/review/due.ts';
import { reminderJob, reviewJobs } from '../../commands/review/jobs.ts';
import { readZone } from '../../commands/review/zone-option.ts';
import type { JobContext } from '../../src/bot/jobs.ts';
import type { Posted } from '../../src/bot/posts.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { createLogger } from '../../src/logger.ts';
import { passageRef } from '../../src/material/refs.ts';
import { messagesFor } from '../../src/reply/messages.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { newSchedule } from '../../src/study/cards/schedule.ts';
import { nextTimeAt } from '../../src/study/days.ts';
import { openLibrary } from '../support/bot.ts';
import { fixedGuilds, unreachable } from '../support/guilds.ts';
import { textOf } from '../support/message.ts';

const knowledge = openLibrary();
const owner = { guild: '7', person: '3' };
const zone = 'Europe/Berlin';
const HALF_PAST_EIGHT = 510;
const [job] = reviewJobs;

let store: Store;
let sent: { person: string; reply: Reply; at: number }[];
let answer: Posted;

const context = (): JobContext => ({
  store,
  posts: {
    ...unreachable.posts,
    async direct(person, reply) {
      sent.push({ person, reply, at: Date.now() });
      return answer;
    },
  },
  guilds: fixedGuilds(knowledge),
  messagesFor,
  logger: createLogger({ level: 'silent', secrets: [], readable: false }),
});

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  store = await openMemoryStore();
  sent = [];
  answer = { ok: true, message: { channel: '1', id: '2' } };
});
afterEach(() => vi.useRealTimers());

async function addCard(front: string): Promise<void> {
  const content = { front, back: 'b', source: '', paragraph: '', page: '', quotation: '' };
  await store.addCards(owner, [{ content, schedule: newSchedule(Date.now()) }], Date.now());
}

async function setReminder(now: number): Promise<number> {
  vi.setSystemTime(now);
  const nextAt = nextTimeAt(now, HALF_PAST_EIGHT, zone);
  const reminder = { minutes: HALF_PAST_EIGHT, timeZone: zone, locale: 'en-US', channel: '55', nextAt, refused: false };
  await store.saveCardReminder(owner, reminder);
  await store.putJob(reminderJob(owner, nextAt));
  return nextAt;
}

/** What the runner does once that time has come; the job's next time, if there is one. */
async function runDue(now: number): Promise<number | undefined> {
  vi.setSystemTime(now);
  for (const taken of await store.takeDueJobs({ now, until: now + 60_000, limit: 10 })) {
    await job?.run(taken, context());
    await store.finishJob(taken);
  }
  return store.nextJobAt();
}

describe('a reminder', () => {
  it('comes at the same hour of the clock through the days that clocks change, once a day', async () => {
    // The night of 29 March 2026 is an hour short, that of 25 October an hour long.
    for (const [first, offsets] of [
      [Date.UTC(2026, 2, 27, 12), [1, 2, 2]],
      [Date.UTC(2026, 9, 23, 12), [2, 1, 1]],
    ] as const) {
      let next: number | undefined = await setReminder(first);
      await addCard(`asked ${first}`);
      sent = [];
      for (let day = 0; day < 3; day++) next = await runDue(next ?? 0);
      expect(sent.map(({ at }) => new Date(at).getUTCHours() + new Date(at).getUTCMinutes() / 60)).toEqual(
        offsets.map((offset) => 8.5 - offset),
      );
    }
  });

  it('says how many cards are due and where, in private, with a way to switch it off', async () => {
    const at = await setReminder(Date.UTC(2026, 4, 1, 12));
    await addCard('one');
    await addCard('two');
    await runDue(at);
    expect(sent).toMatchObject([{ person: owner.person }]);
    const components = [...(sent[0]?.reply.components ?? [])];
    expect(textOf({ components })).toBe('**2 cards are due.**\nUse `/review start` in <#55>.');
    expect(JSON.stringify(components)).toContain('remind.off:7');
  });

  it('does not come where no card is due, nor before its hour', async () => {
    const at = await setReminder(Date.UTC(2026, 4, 1, 12));
    expect(await runDue(at - 1)).toBe(at);
    expect(await runDue(at)).toBe(nextTimeAt(at, HALF_PAST_EIGHT, zone));
    expect(sent).toEqual([]);
  });

  it('comes once where the job is run twice, and late where all were down, once for all those days', async () => {
    const at = await setReminder(Date.UTC(2026, 4, 1, 12));
    await addCard('one');
    const late = at + 3 * 86_400_000 + 7_200_000;
    vi.setSystemTime(late);
    const [taken] = await store.takeDueJobs({ now: late, until: late + 60_000, limit: 1 });
    if (!taken || !job) throw new Error('no job');
    await Promise.all([job.run(taken, context()), job.run(taken, context())]);
    await job.run(taken, context());
    expect(sent).toHaveLength(1);
    expect(await store.nextJobAt()).toBe(nextTimeAt(late, HALF_PAST_EIGHT, zone));
  });

  it('that was refused is noted, and goes on the next day', async () => {
    const at = await setReminder(Date.UTC(2026, 4, 1, 12));
    await addCard('one');
    answer = { ok: false, refused: 'permission' };
    const next = await runDue(at);
    expect(await store.cardReminder(owner)).toMatchObject({ refused: true });
    expect(next).toBe(nextTimeAt(at, HALF_PAST_EIGHT, zone));
  });

  it('that Discord could not be given is tried again soon, and one to a person who is gone ends', async () => {
    const at = await setReminder(Date.UTC(2026, 4, 1, 12));
    await addCard('one');
    answer = { ok: false, refused: 'unavailable' };
    const again = await runDue(at);
    expect(again).toBe(at + 300_000);
    answer = { ok: true, message: { channel: '1', id: '2' } };
    expect(await runDue(again ?? 0)).toBe(nextTimeAt(at, HALF_PAST_EIGHT, zone));
    expect(sent).toHaveLength(2);
    answer = { ok: false, refused: 'unknown' };
    const last = await runDue(nextTimeAt(at, HALF_PAST_EIGHT, zone));
    expect(await store.cardReminder(owner)).toBeUndefined();
    expect(await runDue(last ?? 0)).toBeUndefined();
  });

  it('ends with the reminder, whatever is still to be run', async () => {
    const at = await setReminder(Date.UTC(2026, 4, 1, 12));
    await addCard('one');
    await store.removeCardReminder(owner);
    expect(await runDue(at)).toBeUndefined();
    expect(sent).toEqual([]);
  });
});

describe('what is due', () => {
  const [passage] = knowledge.material.passages.values();
  const [entry] = knowledge.entries.all;
  if (!passage || !entry) throw new Error('no material');
  const origin = { passage: passage.id, passageRef: passageRef(passage) };

  it('leaves out cards whose passage or fact changed, but not while the material cannot be reached', async () => {
    expect(isCurrent({ origin }, knowledge)).toBe(true);
    expect(isCurrent({ origin: { ...origin, entry: { id: entry.id, ref: 'changed' } } }, knowledge)).toBe(false);
    const content = { front: 'f', back: 'b', source: '', paragraph: '', page: '', quotation: '' };
    const card = { content, origin: { ...origin, passageRef: 'changed' }, schedule: newSchedule(1) };
    await store.addCards(owner, [card], 1);
    const options = { owner, store, knowledge, now: 2 };
    expect(await dueNow({ ...options, degraded: undefined })).toMatchObject({ fresh: 0, stale: [{ state: 0 }] });
    expect(await dueNow({ ...options, degraded: 'missing' })).toMatchObject({ fresh: 1, stale: [] });
  });
});

it.each([
  ['8:30', 510],
  ['08.30', 510],
  ['23h59', 1439],
  ['0:00', 0],
  ['7', 420],
  ['12:15 am', 15],
  ['12 pm', 720],
  ['8:30PM', 1230],
  ['24:00', undefined],
  ['13 pm', undefined],
  ['0:30 am', undefined],
  ['8:60', undefined],
  ['half past', undefined],
])('%s is read as %s minutes after midnight', (typed, minutes) => {
  expect(readClock(typed)).toBe(minutes);
});

it.each([
  ['europe/berlin', 'Europe/Berlin'],
  [' America/new york ', 'America/New_York'],
  ['utc', 'UTC'],
  ['US/Eastern', 'US/Eastern'],
  ['Berlin', 'Europe/Berlin'],
  ['são paulo', 'America/Sao_Paulo'],
  ['New York', 'America/New_York'],
  ['Mars/Base', undefined],
  ['', undefined],
])('"%s" is read as the time zone %s', (typed, zoneName) => {
  expect(readZone(typed)).toBe(zoneName);
});
