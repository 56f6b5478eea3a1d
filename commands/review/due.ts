import type { KnowledgeBase } from '../../src/answer/knowledge-base.ts';
import type { Degraded } from '../../src/guilds/types.ts';
import type { CardReminder } from '../../src/store/repositories/card-reminders.ts';
import type { CardCounts, CardOwner, DueCard, Review } from '../../src/store/repositories/cards.ts';
import type { Store } from '../../src/store/store.ts';
import { startOfDay } from '../../src/study/cards/forecast.ts';
import { type DueCounts, LEARN_AHEAD_MS, NEW_PER_DAY, type Queue, queueOf } from '../../src/study/cards/queue.ts';
import { CARD_STATE } from '../../src/study/cards/types.ts';
import { DEFAULT_ZONE } from '../../src/study/days.ts';
import { isCurrent } from './content.ts';

export interface Due extends Queue<DueCard> {
  readonly counts: CardCounts;
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

/** Cards that are looked at together; more where all of them have changed. */
const PAGE = 200;

/**
 * What a person has to repeat now. While some of the material cannot be reached, nothing counts as changed. Cards are
 * looked at as far as one is found to ask: what has changed behind that is found when its turn comes.
 */
export async function dueNow({ owner, store, knowledge, degraded, now, extra = 0 }: DueOptions): Promise<Due> {
  const reminder = await store.cardReminder(owner);
  const [counts, today] = await Promise.all([
    store.countCards(owner, now),
    store.cardReviews(owner, startOfDay(now, reminder?.timeZone ?? DEFAULT_ZONE)),
  ]);
  const begun = today.filter(({ state }) => state === CARD_STATE.new).length;
  const options = { now, newLeft: NEW_PER_DAY + extra - begun };
  const stale: DueCard[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const page = await store.dueCards(owner, now + LEARN_AHEAD_MS, { limit: PAGE, offset });
    const current = page.filter((card) => degraded !== undefined || isCurrent(card, knowledge));
    stale.push(...page.filter((card) => !current.includes(card)));
    const queue = queueOf(current, without(stale, counts, now), options);
    if (queue.next !== undefined || page.length < PAGE) return { ...queue, counts, stale, reminder, today };
  }
}

function without(stale: readonly DueCard[], { due, fresh }: DueCounts, now: number): DueCounts {
  const gone = stale.filter(({ dueAt }) => dueAt <= now);
  const goneNew = gone.filter(({ state }) => state === CARD_STATE.new).length;
  return { due: due - (gone.length - goneNew), fresh: fresh - goneNew };
}
