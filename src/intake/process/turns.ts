import { FairQueue } from '../../fair-queue.ts';

/** What waits may hold no more than this. */
export interface TurnLimits {
  /** Tasks at work at once. */
  readonly places: number;
  /** Tasks that wait, and the bytes that they hold. */
  readonly waiting: number;
  readonly waitingBytes: number;
}

interface Waiting {
  readonly bytes: number;
  readonly start: () => void;
}

/**
 * Lets some tasks run at once; the others wait their turn. Turns go round between those who brought them, and are first
 * come first served for each of them: who brings a hundred files keeps nobody else waiting for all of them.
 */
export class Turns {
  private readonly limits: TurnLimits;
  private readonly queue = new FairQueue<Waiting>();
  private running = 0;
  private bytes = 0;

  constructor(limits: TurnLimits) {
    this.limits = limits;
  }

  /** Runs a task of somebody's when its turn has come; undefined, at once, where too much is waiting already. */
  async take<T>(from: string, bytes: number, task: () => Promise<T>): Promise<T | undefined> {
    if (this.running < this.limits.places) this.running++;
    else {
      if (this.queue.size >= this.limits.waiting || this.bytes + bytes > this.limits.waitingBytes) return undefined;
      this.bytes += bytes;
      await new Promise<void>((start) => this.queue.add(from, { bytes, start }));
    }
    try {
      return await task();
    } finally {
      this.startNext();
    }
  }

  private startNext(): void {
    const next = this.queue.take();
    if (next === undefined) {
      this.running--;
      return;
    }
    this.bytes -= next.bytes;
    next.start();
  }
}
