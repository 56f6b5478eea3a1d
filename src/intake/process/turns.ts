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
  private running = 0;
  private readonly queues = new Map<string, Waiting[]>();
  private count = 0;
  private bytes = 0;

  constructor(limits: TurnLimits) {
    this.limits = limits;
  }

  /** Runs a task of somebody's when its turn has come; undefined, at once, where too much is waiting already. */
  async take<T>(from: string, bytes: number, task: () => Promise<T>): Promise<T | undefined> {
    if (this.running < this.limits.places) this.running++;
    else {
      if (this.count >= this.limits.waiting || this.bytes + bytes > this.limits.waitingBytes) return undefined;
      await new Promise<void>((start) => this.enqueue(from, { bytes, start }));
    }
    try {
      return await task();
    } finally {
      this.startNext();
    }
  }

  private enqueue(from: string, waiting: Waiting): void {
    const queue = this.queues.get(from);
    if (queue) queue.push(waiting);
    else this.queues.set(from, [waiting]);
    this.count++;
    this.bytes += waiting.bytes;
  }

  /** The next of the guild that has waited longest since its last turn. */
  private startNext(): void {
    const [entry] = this.queues;
    const next = entry?.[1].shift();
    if (!entry || !next) {
      this.running--;
      return;
    }
    const [from, queue] = entry;
    this.queues.delete(from);
    if (queue.length > 0) this.queues.set(from, queue);
    this.count--;
    this.bytes -= next.bytes;
    next.start();
  }
}
