/** What may be at work at once, and how much may wait. */
export interface TurnLimits {
  /** Tasks at work at once; one more of somebody who has had little time lately. */
  readonly places: number;
  /** Tasks that wait, and the bytes that they hold. */
  readonly waiting: number;
  readonly waitingBytes: number;
  /**
   * Milliseconds after which a task is stopped where somebody who has had little time lately would wait. It begins anew when
   * its turn comes, and is not stopped again. No task is stopped unless this is set.
   */
  readonly patienceMs?: number;
}

/** A task that waits, or is at work. */
interface Turn {
  readonly from: string;
  readonly bytes: number;
  /** It was stopped before. */
  readonly isAgain: boolean;
  readonly stop: AbortController;
}

interface Waiting {
  readonly turn: Turn;
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
  /** Those at work, in the order in which they began, each with when it did. */
  readonly #running = new Map<Turn, number>();
  readonly #spent = new Map<string, { readonly ms: number; readonly at: number }>();
  #timer: NodeJS.Timeout | undefined;

  constructor(limits: TurnLimits, now: () => number = () => performance.now()) {
    this.#limits = limits;
    this.#now = now;
  }

  /**
   * Runs a task of somebody's when its turn has come; undefined where too much is waiting, of theirs above all. One that is
   * stopped must end soon, and is run again.
   */
  async take<T>(from: string, bytes: number, task: (stop: AbortSignal) => Promise<T>): Promise<T | undefined> {
    for (let isAgain = false; ; isAgain = true) {
      const turn: Turn = { from, bytes, isAgain, stop: new AbortController() };
      if (this.#mayStart(turn)) this.#running.set(turn, this.#now());
      else if (!(await this.#wait(turn))) return undefined;
      try {
        const result = await task(turn.stop.signal);
        if (!turn.stop.signal.aborted) return result;
      } finally {
        this.#spend(from, this.#now() - (this.#running.get(turn) as number));
        this.#running.delete(turn);
        this.#startNext();
      }
    }
  }

  /** A task that was stopped is not for the place that is kept free. */
  #mayStart({ from, isAgain }: Turn): boolean {
    const { places } = this.#limits;
    return this.#running.size < (!isAgain && this.#isNew(from) ? places + 1 : places);
  }

  #isNew(from: string): boolean {
    return [...this.#running.keys()].every((turn) => turn.from !== from) && this.#spentBy(from) < LITTLE_MS;
  }

  #wait(turn: Turn): Promise<boolean> {
    const { from, bytes, isAgain } = turn;
    if (!isAgain && !this.#makeRoom(from, bytes)) return Promise.resolve(false);
    return new Promise((settle) => {
      const own = this.#waiting.get(from) ?? [];
      own.splice(isAgain ? 0 : own.length, 0, { turn, settle });
      this.#waiting.set(from, own);
      this.#relieve();
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
    const held = all.reduce((sum, { turn }) => sum + turn.bytes, bytes);
    return all.length < this.#limits.waiting && held <= this.#limits.waitingBytes;
  }

  #startNext(): void {
    const firsts = [...this.#waiting.values()].flatMap((own) => own.slice(0, 1));
    const ready = firsts.filter(({ turn }) => this.#mayStart(turn));
    const [next] = ready.sort((a, b) => this.#spentBy(a.turn.from) - this.#spentBy(b.turn.from));
    if (next === undefined) {
      this.#relieve();
      return;
    }
    const { turn, settle } = next;
    const own = this.#waiting.get(turn.from)?.slice(1) ?? [];
    this.#waiting.delete(turn.from);
    if (own.length > 0) this.#waiting.set(turn.from, own);
    this.#running.set(turn, this.#now());
    settle(true);
    this.#startNext();
  }

  /** Stops what has been at work longest for somebody who has had little time, at once or when it has had its time. */
  #relieve(): void {
    clearTimeout(this.#timer);
    const { patienceMs } = this.#limits;
    const isFor = ({ turn }: Waiting) => !turn.isAgain && this.#isNew(turn.from);
    if (patienceMs === undefined || ![...this.#waiting.values()].some(([first]) => first && isFor(first))) return;
    const [longest] = [...this.#running].filter(([{ isAgain }]) => !isAgain);
    if (longest === undefined) return;
    const [{ stop }, begun] = longest;
    const left = begun + patienceMs - this.#now();
    if (left <= 0) stop.abort();
    else this.#timer = setTimeout(() => this.#relieve(), left).unref();
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
