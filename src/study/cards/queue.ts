import { isInLearning } from './schedule.ts';
import { CARD_STATE, type Schedule } from './types.ts';

/** New cards a day, unless the person asks for more: each comes back several times within the next days. */
export const NEW_PER_DAY = 20;

/** Milliseconds by which a card that is being learnt may come early where nothing else is due. */
export const LEARN_AHEAD_MS = 20 * 60_000;

export type Queued = Pick<Schedule, 'dueAt' | 'state'>;

/** How many cards are due: to repeat, and new. */
export interface DueCounts {
  readonly due: number;
  readonly fresh: number;
}

export interface Queue<T> extends DueCounts {
  /** The card to ask now. */
  readonly next: T | undefined;
  /** New cards that wait for another day. */
  readonly later: number;
}

export interface QueueOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** New cards that may still come today. */
  readonly newLeft: number;
}

/**
 * Which of a person's cards comes next: those to repeat, the longest due first; then new ones, in the order in which they
 * were added; at last those being learnt that are due soon.
 *
 * @param cards those due before `now + LEARN_AHEAD_MS`, or the first of them by `byTurn`
 * @param counts of all that are due now
 */
export function queueOf<T extends Queued>(
  cards: readonly T[],
  counts: DueCounts,
  { now, newLeft }: QueueOptions,
): Queue<T> {
  const ordered = cards.toSorted(byTurn);
  const known = ordered.filter(({ state }) => state !== CARD_STATE.new);
  const fresh = Math.min(counts.fresh, Math.max(0, newLeft));
  const ripe =
    known.find(({ dueAt }) => dueAt <= now) ??
    (fresh > 0 ? ordered.find(({ state }) => state === CARD_STATE.new) : undefined);
  const ahead = known.filter((card) => card.dueAt <= now + LEARN_AHEAD_MS && isInLearning(card));
  return {
    next: ripe ?? ahead[0],
    // What comes early counts as due, or a card would be asked while there are none.
    due: ripe === undefined ? counts.due + ahead.length : counts.due,
    fresh,
    later: counts.fresh - fresh,
  };
}

/** Cards to repeat before new ones, the longest due first. */
function byTurn(one: Queued, other: Queued): number {
  const isNew = ({ state }: Queued) => Number(state === CARD_STATE.new);
  return isNew(one) - isNew(other) || one.dueAt - other.dueAt;
}
