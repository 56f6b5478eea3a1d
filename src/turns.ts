/** What may be at work at once, and how much may wait. */
export interface TurnLimits {
  /** Tasks at work at once; one more of somebody who has had little time lately. */
  readonly places: number;
  /** Tasks that wait, and the bytes that they hold. */
  readonly waiting: number;
  readonly waitingBytes: number;
}

interface Waiting {
  readonly bytes: number;
  /** Told whether its turn has come; it was turned away otherwise. */
  readonly settle: (isTurn: boolean) => void;
}

/** Milliseconds of tasks' time. Who has had less lately need not wait behind those who have had more. */
const LITTLE_MS = 10_000;
/** Milliseconds after which time that somebody has had counts half. */
const HALF_LIFE_MS = 300_000;
/** Less than this is forgotten. */
const NOTHING_MS = 1;

/**
 * Runs a limited number of tasks at once; the others wait. The next turn goes to the one with the least recent time, for
 * whom a place is kept free: a hundred slow files of one person do not keep another's single file waiting. When the queue
 * is full, the last task of the one with the longest queue is turned away.
 */
export class Turns {
  readonly #limits: TurnLimits;
  readonly #now: () => number;
  /** By who brought it, in the order in which each had a turn. */
  readonly #waiting = new Map<string, Waiting[]>();
  readonly #running = new Map<string, number>();
  readonly #spent = new Map<string, { readonly ms: number; readonly at: number }>();

  constructor(limits: TurnLimits, now: () => number = () => performance.now()) {
    this.#limits = limits;
    this.#now = now;
  }

  /** Runs a task of somebody's when its turn has come; undefined where too much is waiting, of theirs above all. */
  async take<T>(from: string, bytes: number, task: () => Promise<T>): Promise<T | undefined> {
    if (this.#mayStart(from)) this.#count(from, 1);
    else if (!(await this.#wait(from, bytes))) return undefined;
    const begun = this.#now();
    try {
      return await task();
    } finally {
      this.#spend(from, this.#now() - begun);
      this.#count(from, -1);
      this.#startNext();
    }
  }

  #mayStart(from: string): boolean {
    const running = [...this.#running.values()].reduce((sum, each) => sum + each, 0);
    const { places } = this.#limits;
    const isNew = !this.#running.has(from) && this.#spentBy(from) < LITTLE_MS;
    return running < (isNew ? places + 1 : places);
  }

  #count(from: string, change: 1 | -1): void {
    const running = (this.#running.get(from) ?? 0) + change;
    if (running === 0) this.#running.delete(from);
    else this.#running.set(from, running);
  }

  #wait(from: string, bytes: number): Promise<boolean> {
    if (!this.#makeRoom(from, bytes)) return Promise.resolve(false);
    return new Promise((settle) => {
      const own = this.#waiting.get(from) ?? [];
      own.push({ bytes, settle });
      this.#waiting.set(from, own);
    });
  }

  /** Turns away the last task of the longest queue, while that is longer than this one's will be. */
  #makeRoom(from: string, bytes: number): boolean {
    while (!this.#hasRoom(bytes)) {
      const own = this.#waiting.get(from)?.length ?? 0;
      const [longest] = [...this.#waiting].sort(([, a], [, b]) => b.length - a.length);
      if (longest === undefined || longest[1].length <= own + 1) return false;
      longest[1].pop()?.settle(false);
    }
    return true;
  }

  #hasRoom(bytes: number): boolean {
    const all = [...this.#waiting.values()].flat();
    const held = all.reduce((sum, each) => sum + each.bytes, bytes);
    return all.length < this.#limits.waiting && held <= this.#limits.waitingBytes;
  }

  #startNext(): void {
    const ready = [...this.#waiting.keys()].filter((from) => this.#mayStart(from));
    const [from] = ready.sort((a, b) => this.#spentBy(a) - this.#spentBy(b));
    const own = from === undefined ? undefined : this.#waiting.get(from);
    if (from === undefined || own === undefined) return;
    const next = own.shift();
    this.#waiting.delete(from);
    if (own.length > 0) this.#waiting.set(from, own);
    this.#count(from, 1);
    next?.settle(true);
    this.#startNext();
  }

  #spentBy(from: string): number {
    const { ms, at } = this.#spent.get(from) ?? { ms: 0, at: 0 };
    return ms * 0.5 ** ((this.#now() - at) / HALF_LIFE_MS);
  }

  #spend(from: string, ms: number): void {
    this.#spent.set(from, { ms: this.#spentBy(from) + ms, at: this.#now() });
    for (const each of this.#spent.keys()) if (this.#spentBy(each) < NOTHING_MS) this.#spent.delete(each);
  }
}
