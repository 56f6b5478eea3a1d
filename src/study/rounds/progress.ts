/**
 * How far a round is. `waiting`: for its next question to be posted. `open`: the question can be answered. `paused`: its
 * clock stands still. `closed`: nobody can answer, and the answer is to be shown. `over`: only the standings are missing.
 *
 *   waiting ── opened ──> open ── closed, skipped, ended ──> closed ── revealed ──> waiting, over ── finished ──> done
 *                          │  ↑
 *                     paused  continued
 */
export type Phase = 'waiting' | 'open' | 'paused' | 'closed' | 'over' | 'done';

export interface Progress {
  readonly phase: Phase;
  /** The question, counted from 0. */
  readonly at: number;
  /** When the round has to be moved on, in milliseconds since 1970. */
  readonly until: number;
  /** The message of the question that is or was open last. */
  readonly message?: string | undefined;
  /** Milliseconds that a paused question still has. */
  readonly left?: number | undefined;
  /** How many hints were given on this question. */
  readonly hints: number;
  /** How many questions were posted. */
  readonly asked: number;
  /** The host has ended it: no question follows. */
  readonly ends: boolean;
  /** How often in a row Discord could not be reached. */
  readonly failures: number;
  /** It stopped early because nothing more could be posted, and its host has not been told. */
  readonly untold?: boolean | undefined;
}

/** Milliseconds from the start to the first question, and from an answer to the next question. */
const START_MS = 4_000;
const BETWEEN_MS = 7_000;
/** A round that is paused for so long is ended. */
const MAX_PAUSE_MS = 60 * 60_000;
/** Who closes a question shows its answer within this time; after that another process does. */
const REVEAL_MS = 30_000;
const RETRY_MS = 5_000;
const MAX_FAILURES = 12;

/** Each of these gives the next progress, or undefined where the round is not at a point where that can happen. */

export function begin(now: number): Progress {
  return { phase: 'waiting', at: 0, until: now + START_MS, hints: 0, asked: 0, ends: false, failures: 0 };
}

/** Discord has the question: its clock of `pace` milliseconds starts. */
export function opened(
  progress: Progress,
  { now, pace, message }: { now: number; pace: number; message?: string | undefined },
): Progress | undefined {
  if (progress.phase !== 'waiting') return undefined;
  return { ...progress, phase: 'open', message, until: now + pace, hints: 0, asked: progress.at + 1, failures: 0 };
}

/** Its time is up; a pause can be too long as well, and ends the round. */
export function closed(progress: Progress, now: number): Progress | undefined {
  if (now < progress.until) return undefined;
  if (progress.phase === 'open') return { ...progress, phase: 'closed', until: now + REVEAL_MS };
  if (progress.phase === 'paused') return { ...progress, phase: 'closed', until: now + REVEAL_MS, ends: true };
  return undefined;
}

/** The answer was shown. `count`: questions of the round. Who moves it on shows the standings, if it was the last one. */
export function revealed(progress: Progress, { now, count }: { now: number; count: number }): Progress | undefined {
  if (progress.phase !== 'closed') return undefined;
  if (progress.ends || progress.at + 1 >= count) return { ...progress, phase: 'over', until: now + REVEAL_MS };
  return { ...progress, phase: 'waiting', at: progress.at + 1, until: now + BETWEEN_MS, failures: 0 };
}

export function finished(progress: Progress): Progress | undefined {
  return progress.phase === 'done' ? undefined : { ...progress, phase: 'done' };
}

/** Nothing more can be posted: over without its standings, which the host sees later. */
export function lost(progress: Progress): Progress | undefined {
  const done = finished(progress);
  return done && { ...done, untold: true };
}

/** The host has been told that it stopped early. */
export function told(progress: Progress): Progress | undefined {
  return progress.untold ? { ...progress, untold: undefined } : undefined;
}

export function hinted(progress: Progress, most: number): Progress | undefined {
  return progress.phase === 'open' && progress.hints < most ? { ...progress, hints: progress.hints + 1 } : undefined;
}

export function paused(progress: Progress, now: number): Progress | undefined {
  if (progress.phase !== 'open' || now >= progress.until) return undefined;
  return { ...progress, phase: 'paused', left: progress.until - now, until: now + MAX_PAUSE_MS };
}

export function continued(progress: Progress, now: number): Progress | undefined {
  if (progress.phase !== 'paused') return undefined;
  return { ...progress, phase: 'open', left: undefined, until: now + (progress.left ?? 0) };
}

export function skipped(progress: Progress, now: number): Progress | undefined {
  if (progress.phase !== 'open' && progress.phase !== 'paused') return undefined;
  return { ...progress, phase: 'closed', until: now + REVEAL_MS };
}

/** No further question: one that is open is closed first. */
export function ended(progress: Progress, now: number): Progress | undefined {
  switch (progress.phase) {
    case 'waiting':
      return { ...progress, phase: 'over', until: now, ends: true };
    case 'open':
    case 'paused':
      return { ...progress, phase: 'closed', until: now + REVEAL_MS, ends: true };
    case 'closed':
      return progress.ends ? undefined : { ...progress, ends: true };
    default:
      return undefined;
  }
}

/** Discord could not be reached: the same again a little later, until that is of no use. */
export function failed(progress: Progress, now: number): Progress | undefined {
  const failures = progress.failures + 1;
  if (failures >= MAX_FAILURES) return lost(progress);
  return progress.phase === 'done' ? undefined : { ...progress, failures, until: now + RETRY_MS };
}
