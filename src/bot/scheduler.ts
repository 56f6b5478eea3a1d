import { FairQueue } from '../fair-queue.ts';

/** One thing to do for somebody who waits. */
export interface Job {
  /** Whose turn it takes. */
  readonly guild: string;
  /** When the waiting began, by `performance.now()`. */
  readonly received: number;
  start(): Promise<void>;
  /** Defers the answer; false where Discord did not take that. Without it the job waits for its turn as long as it counts. */
  readonly defer?: (() => Promise<boolean>) | undefined;
}

export interface Scheduler {
  /** Resolves when the job is done, or was too old to be begun. Rejects as the job does. */
  run(job: Job): Promise<'done' | 'expired'>;
  /** How many jobs wait to be begun. */
  readonly waiting: number;
  idle(): Promise<void>;
}

interface Waiting {
  readonly job: Job;
  readonly finish: (outcome: 'done' | 'expired') => void;
  readonly fail: (error: unknown) => void;
  state: 'waiting' | 'deferred' | 'over';
}

/** Milliseconds that an interaction can be acknowledged in, less what the way to Discord takes. */
const EXPIRES_MS = 2_700;
/** From this wait of the oldest job on, the newest come first. */
const OVERLOAD_MS = 1_000;
/** So many are under way at a time; those that only wait for Discord cost nothing. */
const MAX_RUNNING = 128;
/** Waiting jobs are looked at no oftener than this. */
const MIN_SWEEP_MS = 10;
/** So many answers are promised for later at a time. */
const MAX_DEFERRED = 600;

/**
 * Begins jobs one a turn of the event loop, so that what they send goes out between them; guilds take turns. What waits
 * longer than `deferAfter` milliseconds is deferred as long as not too many are, and what cannot be acknowledged in time
 * any more is not begun at all.
 */
export function createScheduler({ deferAfter }: { readonly deferAfter: number }): Scheduler {
  const queue = new FairQueue<Waiting>();
  /** Those that wait and may be deferred, those that may not, oldest first, and those that were promised an answer. */
  const waiting: Waiting[] = [];
  const undeferrable: Waiting[] = [];
  const promised: Waiting[] = [];
  const inFlight = new Set<Promise<unknown>>();
  let running = 0;
  let deferred = 0;
  let pumping = false;
  let timer: NodeJS.Timeout | undefined;

  async function pump(): Promise<void> {
    if (pumping) return;
    pumping = true;
    while (running < MAX_RUNNING) {
      sweep();
      const next = takeNext();
      if (next === undefined) break;
      begin(next);
      await new Promise((resolve) => setImmediate(resolve));
    }
    pumping = false;
  }

  function takeNext(): Waiting | undefined {
    // Under overload somebody is answered in time rather than everybody too late.
    const newestFirst = [waiting[0], undeferrable[0]].some((oldest) => dueIn(oldest, OVERLOAD_MS) < 0);
    for (let next = queue.take({ newestFirst }); next !== undefined; next = queue.take({ newestFirst })) {
      if (next.state === 'waiting') return next;
    }
    return promised.shift();
  }

  function begin(next: Waiting): void {
    if (next.state === 'deferred') deferred--;
    next.state = 'over';
    running++;
    next.job
      .start()
      .then(() => next.finish('done'), next.fail)
      .finally(() => {
        running--;
        void pump();
      });
  }

  /** Looks after those that have waited too long. */
  function sweep(): void {
    for (let oldest = waiting[0]; oldest !== undefined && !staysFirst(oldest); oldest = waiting[0]) {
      waiting.shift();
      if (oldest.state !== 'waiting') continue;
      if (ageOf(oldest) >= EXPIRES_MS) expire(oldest);
      else void promise(oldest);
    }
    for (let oldest = undeferrable[0]; oldest !== undefined && isDone(oldest); oldest = undeferrable[0]) {
      undeferrable.shift();
      if (oldest.state === 'waiting') expire(oldest);
    }
    clearTimeout(timer);
    const next = Math.min(dueIn(waiting[0], deferAfter), dueIn(undeferrable[0], EXPIRES_MS));
    if (next < Number.POSITIVE_INFINITY) timer = setTimeout(sweep, Math.max(MIN_SWEEP_MS, next));
  }

  /** Whether the oldest has to wait on: it is not too old yet, or nothing more can be promised. */
  function staysFirst(oldest: Waiting): boolean {
    if (oldest.state !== 'waiting') return false;
    const age = ageOf(oldest);
    return age < deferAfter || (age < EXPIRES_MS && deferred >= MAX_DEFERRED);
  }

  function expire(one: Waiting): void {
    one.state = 'over';
    one.finish('expired');
  }

  async function promise(one: Waiting): Promise<void> {
    one.state = 'deferred';
    deferred++;
    if (await one.job.defer?.()) {
      promised.push(one);
      void pump();
      return;
    }
    deferred--;
    expire(one);
  }

  return {
    run(job) {
      const done = new Promise<'done' | 'expired'>((resolve, reject) => {
        const one: Waiting = { job, finish: resolve, fail: reject, state: 'waiting' };
        (job.defer === undefined ? undeferrable : waiting).push(one);
        queue.add(job.guild, one);
      });
      inFlight.add(done);
      void done.catch(() => {}).finally(() => inFlight.delete(done));
      void pump();
      return done;
    },
    get waiting() {
      return [...waiting, ...undeferrable].filter(({ state }) => state === 'waiting').length + promised.length;
    },
    async idle() {
      while (inFlight.size > 0) await Promise.allSettled(inFlight);
    },
  };
}

/** It was begun, or is too old to be. */
const isDone = (one: Waiting): boolean => one.state !== 'waiting' || ageOf(one) >= EXPIRES_MS;

/** Milliseconds until one that waits has the age. */
const dueIn = (one: Waiting | undefined, age: number): number =>
  one === undefined ? Number.POSITIVE_INFINITY : age - ageOf(one);

function ageOf({ job }: Waiting): number {
  return performance.now() - job.received;
}
