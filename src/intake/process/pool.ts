import { CONTAINMENT } from '../limits.ts';
import type { Job } from './messages.ts';
import { type ChildOutcome, type Containment, type OnPage, ReaderChild } from './reader-child.ts';

/** Processes that read files: kept warm between files, replaced after a failure, after many files, and at rest. */
export class ReaderPool {
  private readonly idle: ReaderChild[] = [];
  private timer: NodeJS.Timeout | undefined;

  /**
   * Reads one file in a process that reads nothing else meanwhile. `stop` ends the process. Throws where none can be started.
   */
  async read(
    job: Omit<Job, 'length'>,
    bytes: Uint8Array,
    limits: Containment,
    stop: AbortSignal,
    onPage?: OnPage,
  ): Promise<ChildOutcome> {
    clearTimeout(this.timer);
    const child = this.take();
    stop.addEventListener('abort', () => void child.close(), { once: true });
    const outcome = await child.read(job, bytes, limits, onPage);
    if (isRead(outcome) && isFresh(child) && !child.ended) this.idle.push(child);
    else void child.close();
    this.timer = setTimeout(() => this.close(), CONTAINMENT.restMs).unref();
    return outcome;
  }

  /** Ends the processes that read nothing now. */
  close(): void {
    for (const child of this.idle.splice(0)) void child.close();
  }

  private take(): ReaderChild {
    for (let child = this.idle.pop(); child; child = this.idle.pop()) if (!child.ended) return child;
    return new ReaderChild();
  }
}

const isFresh = ({ files, seen }: ReaderChild): boolean =>
  files < CONTAINMENT.filesPerChild && seen.bytes < CONTAINMENT.restingBytes && seen.cpuMs < CONTAINMENT.restingCpuMs;

const isRead = ({ problem, messages }: ChildOutcome): boolean =>
  problem === undefined && messages.every(({ type }) => type !== 'failure');
