import { isInLearning } from './schedule.ts';
import { CARD_STATE, type Schedule } from './types.ts';

/** New cards a day, unless the person asks for more: each comes back several times within the next days. */
export const NEW_PER_DAY = 20;

/** Milliseconds by which a card that is being learnt may come early where nothing else is due. */
export const LEARN_AHEAD_MS = 20 * 60_000;

export type Queued = Pick<Schedule, 'dueAt' | 'state'>;

export interface Queue<T> {
  /** The card to ask now. */
  readonly next: T | undefined;
  /** Cards to repeat that are due now, and new ones that may still come today. */
  readonly due: number;
  readonly fresh: number;
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
 * @param cards those due before `now + LEARN_AHEAD_MS`
 */
export function queueOf<T extends Queued>(cards: readonly T[], { now, newLeft }: QueueOptions): Queue<T> {
  const ordered = cards.toSorted((one, other) => one.dueAt - other.dueAt);
  const fresh = ordered.filter(({ state }) => state === CARD_STATE.new);
  const known = ordered.filter(({ state }) => state !== CARD_STATE.new);
  const due = known.filter(({ dueAt }) => dueAt <= now);
  const allowed = fresh.slice(0, Math.max(0, newLeft));
  const soon = known.find((card) => card.dueAt > now && card.dueAt <= now + LEARN_AHEAD_MS && isInLearning(card));
  return {
    next: due[0] ?? allowed[0] ?? soon,
    due: due.length,
    fresh: allowed.length,
    later: fresh.length - allowed.length,
  };
}
