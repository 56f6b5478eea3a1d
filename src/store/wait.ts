import { setImmediate, setTimeout } from 'node:timers/promises';

/** How long a change waits for others before it gives up, in milliseconds. */
const TIMEOUT_MS = 10_000;
/** Between two tries, in milliseconds. */
const RETRY_MS = 20;

/** Lets everything else that is due run first: SQLite's calls block, and a long change is many of them. */
export const breathe = (): Promise<void> => setImmediate();

/** Tries until it succeeds; false where it has not within ten seconds. Waiting so blocks nothing else in the process. */
export async function eventually(attempt: () => Promise<boolean> | boolean): Promise<boolean> {
  const giveUp = performance.now() + TIMEOUT_MS;
  while (!(await attempt())) {
    if (performance.now() > giveUp) return false;
    await setTimeout(RETRY_MS);
  }
  return true;
}
