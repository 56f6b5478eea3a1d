import type { KnowledgeBase } from '../../src/answer/knowledge-base.ts';
import type { Degraded } from '../../src/guilds/types.ts';
import type { CardReminder } from '../../src/store/repositories/card-reminders.ts';
import type { CardOwner, DueCard, Review } from '../../src/store/repositories/cards.ts';
import type { Store } from '../../src/store/store.ts';
import { startOfDay } from '../../src/study/cards/forecast.ts';
import { LEARN_AHEAD_MS, NEW_PER_DAY, type Queue, queueOf } from '../../src/study/cards/queue.ts';
import { CARD_STATE } from '../../src/study/cards/types.ts';
import { isCurrent } from './content.ts';

/** Where nobody said which time zone is theirs. */
export const DEFAULT_ZONE = 'UTC';

export interface Due extends Queue<DueCard> {
  /** Those whose passage or fact has changed or gone. */
  readonly stale: readonly DueCard[];
  readonly reminder: CardReminder | undefined;
  /** The reviews of today, by the person's own days. */
  readonly today: readonly Review[];
}

interface DueOptions {
  readonly owner: CardOwner;
  readonly store: Store;
  readonly knowledge: KnowledgeBase;
  readonly degraded: Degraded | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** New cards that may come today beyond `NEW_PER_DAY`. */
  readonly extra?: number;
}

/** What a person has to repeat now. While some of the material cannot be reached, nothing counts as changed. */
export async function dueNow({ owner, store, knowledge, degraded, now, extra = 0 }: DueOptions): Promise<Due> {
  const reminder = await store.cardReminder(owner);
  const [due, today] = await Promise.all([
    store.dueCards(owner, now + LEARN_AHEAD_MS),
    store.cardReviews(owner, startOfDay(now, reminder?.timeZone ?? DEFAULT_ZONE)),
  ]);
  const stale = degraded === undefined ? due.filter((card) => !isCurrent(card, knowledge)) : [];
  const begun = today.filter(({ state }) => state === CARD_STATE.new).length;
  const queue = queueOf(stale.length === 0 ? due : due.filter((card) => !stale.includes(card)), {
    now,
    newLeft: NEW_PER_DAY + extra - begun,
  });
  return { ...queue, stale, reminder, today };
}
