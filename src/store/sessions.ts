import type { Adapter } from './adapter.ts';
import type { Change, Reading } from './schema.ts';
import { StoreUnavailable, StoreUnusable } from './types.ts';
import { breathe } from './wait.ts';

/** How often a change that clashed with another's is run. */
const MAX_TRIES = 3;

/**
 * The ways in which the store's methods meet the database. A store that was away at the start is prepared by the first
 * call that finds it there.
 */
export class Sessions {
  readonly #adapter: Adapter;
  #prepared: Promise<void> | undefined;
  readonly #running = new Set<Promise<unknown>>();
  #closed = false;

  constructor(adapter: Adapter) {
    this.#adapter = adapter;
  }

  /** Whether `for update` locks rows. */
  get locksRows(): boolean {
    return this.#adapter.locksRows;
  }

  /** Resolves once the schema is up to date. */
  ready(): Promise<void> {
    this.#prepared ??= this.#adapter.prepare().catch((error: unknown) => {
      this.#prepared = undefined;
      throw error;
    });
    return this.#prepared;
  }

  /** A single statement. */
  query<T>(work: (db: Reading) => Promise<T>): Promise<T> {
    return this.#run(() => work(this.#adapter.reading));
  }

  /** Several statements that see the store as it is at one moment. */
  view<T>(work: (db: Reading) => Promise<T>): Promise<T> {
    const transaction = () => this.#adapter.reading.transaction().setAccessMode('read only');
    return this.#run(() => transaction().setIsolationLevel('repeatable read').execute(work));
  }

  /** One transaction that changes one guild. Those of one guild run one after the other, in whatever process. */
  change<T>(guild: string, work: (change: Change) => Promise<T>): Promise<T> {
    return this.changeAny(async (change) => {
      await this.#adapter.lock(change, guild);
      return work(change);
    });
  }

  /** One transaction that changes no guild as a whole. Whatever `work` throws undoes it. */
  changeAny<T>(work: (change: Change) => Promise<T>): Promise<T> {
    return this.#run(() => this.#adapter.writing.transaction().execute(work));
  }

  /** Waits for what is under way; whatever comes later is refused. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await Promise.allSettled(this.#running);
    await this.#adapter.close();
  }

  async #run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) throw new StoreUnavailable('The store is closed');
    const running = this.#explained(work);
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  async #explained<T>(work: () => Promise<T>): Promise<T> {
    // SQLite answers at once: a loop of calls would let nothing else in the process run.
    await breathe();
    try {
      await this.ready();
      return await this.#tried(work);
    } catch (error) {
      throw asUnavailable(this.#adapter.explain(error));
    }
  }

  async #tried<T>(work: () => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried++) {
      try {
        return await work();
      } catch (error) {
        if (tried === MAX_TRIES || !this.#adapter.isClash(error)) throw error;
      }
    }
  }
}

/**
 * What is unfit at the start stops the program; later on it may have become so under way and may be put right again, and
 * all that needs no store goes on.
 */
function asUnavailable(error: unknown): unknown {
  return error instanceof StoreUnusable ? new StoreUnavailable(error.message, { cause: error }) : error;
}
