import type { JobContext, JobDefinition } from '../../src/bot/jobs.ts';
import type { CardReminder } from '../../src/store/repositories/card-reminders.ts';
import type { CardOwner } from '../../src/store/repositories/cards.ts';
import type { Job } from '../../src/store/repositories/jobs.ts';
import { nextTimeAt } from '../../src/study/days.ts';
import { dueNow } from './due.ts';
import { reminderMessage } from './remind-view.ts';

const KIND = 'cards.remind';

/** After which a message is tried again that Discord could not be given. */
const RETRY_MS = 5 * 60_000;

/** The one job of a person's reminder; `at` is in milliseconds since 1970. */
export function reminderJob({ guild, person }: CardOwner, at: number): Job {
  return { guild, id: `${KIND}:${person}`, kind: KIND, person, payload: { at }, dueAt: at };
}

/**
 * Reminds a person of the cards that are due, and sets the next reminder. The reminder's own row says which time is next:
 * the process that moves it on sends the message, so that it is sent once although the job may be run twice.
 */
const remindOfCards: JobDefinition = {
  kind: KIND,
  async run({ guild, person = '', payload }, context) {
    const owner = { guild, person };
    const { store } = context;
    const reminder = await store.cardReminder(owner);
    if (!reminder) return;
    const { at } = payload as { readonly at: number };
    // A clock that is a moment behind another's must not give the same time again.
    const now = Math.max(Date.now(), at);
    const nextAt = nextTimeAt(now, reminder.minutes, reminder.timeZone);
    const isOurs = await store.advanceCardReminder(owner, at, nextAt);
    await store.putJob(reminderJob(owner, isOurs ? nextAt : reminder.nextAt));
    if (isOurs) await send(owner, { ...reminder, nextAt }, now, context);
  },
};

async function send(owner: CardOwner, reminder: CardReminder, now: number, context: JobContext): Promise<void> {
  const { store, posts, guilds, messagesFor } = context;
  const { knowledge, degraded } = await guilds.open(owner.guild === '' ? undefined : owner.guild);
  const { due, fresh } = await dueNow({ owner, store, knowledge, degraded, now });
  if (due + fresh === 0) return;
  const { channel, locale, nextAt } = reminder;
  const components = reminderMessage(owner, { count: due + fresh, channel }, messagesFor(locale));
  const sent = await posts.direct(owner.person, { show: 'public', components });
  if (sent.ok) return;
  if (sent.refused === 'unknown') await store.removeCardReminder(owner);
  else if (sent.refused === 'permission') await store.noteRefusedReminder(owner, true);
  else {
    const again = now + RETRY_MS;
    if (await store.advanceCardReminder(owner, nextAt, again)) await store.putJob(reminderJob(owner, again));
  }
}

export const reviewJobs: readonly JobDefinition[] = [remindOfCards];
