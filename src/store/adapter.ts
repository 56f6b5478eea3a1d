import type { Change, Reading } from './schema.ts';

/** What the two databases do differently. */
export interface Adapter {
  readonly reading: Reading;
  /** The same as `reading` where the database lets others read while one connection writes. */
  readonly writing: Reading;
  /** Whether `for update` locks rows; elsewhere a change has the whole database to itself. */
  readonly locksRows: boolean;
  /** Brings the schema up to date. Rejects with a `StoreUnusable`, or with a `StoreUnavailable` where another try may succeed. */
  prepare(): Promise<void>;
  /** Takes the right to change a guild until the transaction ends; waits for other holders, in any process. */
  lock(change: Change, guild: string): Promise<void>;
  /** What an error means: a `StoreUnavailable` or `StoreUnusable` for any of the database, else the error itself. */
  explain(error: unknown): unknown;
  /** Whether a transaction that failed so stood in another's way by chance and can simply be run again. */
  isClash(error: unknown): boolean;
  close(): Promise<void>;
}
