import { setTimeout as sleep } from 'node:timers/promises';
import type { Guilds } from '../guilds/types.ts';
import type { Logger } from '../logger.ts';
import { type Messages, messagesFor } from '../reply/messages.ts';
import type { TakenJob } from '../store/repositories/jobs.ts';
import type { Store } from '../store/store.ts';
import type { Posts } from './posts.ts';

/** What is done when a job of a kind is due. */
export interface JobDefinition {
  readonly kind: string;
  /**
   * Resolves when the job is done, and is then not run again; a job that rejects is tried again. It may be run twice,
   * since a process can die in it.
   */
  run(job: TakenJob, context: JobContext): Promise<void>;
}

export interface JobContext {
  readonly store: Store;
  readonly posts: Posts;
  readonly guilds: Guilds;
  /** The bot's words in a Discord locale: who puts a job keeps the locale in its payload. */
  readonly messagesFor: (locale: string) => Messages;
  readonly logger: Logger;
}

export interface JobRunnerOptions {
  readonly jobs: readonly JobDefinition[];
  readonly store: Store;
  readonly posts: Posts;
  readonly guilds: Guilds;
  readonly logger: Logger;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export interface JobRunner {
  /**
   * Takes no more jobs; resolves when those begun have ended, or after `graceMs`. One that has not ended by then is begun
   * again when its time as this process's own is over.
   */
  stop(graceMs?: number): Promise<void>;
}

/** Milliseconds that jobs have when the bot is told to end: one may wait for Discord for a minute. */
const GRACE_MS = 4_000;
/** Milliseconds between two looks: a job is begun within this time of being due. */
const INTERVAL_MS = 500;
/** Milliseconds for which a job is one process's own; after that it counts as dead. */
const LEASE_MS = 60_000;
const JOBS_AT_ONCE = 20;
/** A job that failed so often is given up. */
const MAX_ATTEMPTS = 5;
/** Milliseconds from a failure to the next attempt; each one is so many times as long as the one before: five minutes in all. */
const FIRST_PAUSE_MS = 2_000;
const PAUSE_GROWTH = 5;

/**
 * Runs the jobs that the store holds when they are due, until stopped; each in one process, whatever many run. What fell
 * due while all were down is run at the start.
 */
export function runJobs(options: JobRunnerOptions): JobRunner {
  const { logger } = options;
  const running = new Set<Promise<void>>();
  let stopped = false;
  let isAway = false;
  let timer: NodeJS.Timeout;

  async function look(): Promise<void> {
    try {
      for (const job of await takeDue(options, JOBS_AT_ONCE - running.size)) {
        const run = perform(job, options).finally(() => running.delete(run));
        running.add(run);
      }
      if (isAway) logger.info('Due jobs are read again');
      isAway = false;
    } catch (error) {
      // Once, not twice a second for as long as the store is away.
      if (!isAway) logger.warn({ err: error }, 'Due jobs could not be read; they will be tried again');
      isAway = true;
    }
    if (!stopped) timer = setTimeout(lookAgain, INTERVAL_MS).unref();
  }

  function lookAgain(): void {
    looking = look();
  }

  let looking = look();
  return {
    async stop(graceMs = GRACE_MS) {
      stopped = true;
      clearTimeout(timer);
      await Promise.race([looking.then(() => Promise.all(running)), sleep(graceMs)]);
    },
  };
}

/** Asks first when the next one is due, which takes no lock. */
async function takeDue({ store, now = Date.now }: JobRunnerOptions, limit: number): Promise<readonly TakenJob[]> {
  if (limit <= 0) return [];
  const time = now();
  const next = await store.nextJobAt();
  if (next === undefined || next > time) return [];
  return store.takeDueJobs({ now: time, until: time + LEASE_MS, limit });
}

async function perform(job: TakenJob, options: JobRunnerOptions): Promise<void> {
  const { jobs, store, posts, guilds, logger, now = Date.now } = options;
  const { kind, attempts } = job;
  const fields = { job: kind, guild: job.guild, attempts };
  try {
    const definition = jobs.find((each) => each.kind === kind);
    if (definition === undefined) logger.warn(fields, 'A job of an unknown kind was dropped');
    else await definition.run(job, { store, posts, guilds, messagesFor, logger });
    await store.finishJob(job);
  } catch (error) {
    logger.error({ err: error, ...fields }, 'A job failed');
    const pause = FIRST_PAUSE_MS * PAUSE_GROWTH ** (attempts - 1);
    const left = attempts >= MAX_ATTEMPTS ? store.finishJob(job) : store.putJobOff(job, now() + pause);
    // Where the store is away the job comes again when its lease has expired.
    await left.catch(() => {});
  }
}
