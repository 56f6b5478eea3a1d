/** Time as the sandbox sees it, so that a test can pass 15 minutes in an instant. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs once after so many milliseconds; the answer cancels it. */
  after(ms: number, run: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    // A pending time limit must never keep a process alive that is otherwise finished.
    const timer = setTimeout(run, ms).unref();
    return () => clearTimeout(timer);
  },
};
