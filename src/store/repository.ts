import type { Change, Schema } from './schema.ts';
import type { Sessions } from './sessions.ts';

/**
 * Some tables, with all that reads and writes them. What must never be forgotten of a table is asked of each: the store
 * walks its list of repositories to forget a person, to delete what is due, and to delete a guild.
 */
export interface Repository<Methods extends object> {
  /** Those whose rows this repository alone deletes. */
  readonly tables: readonly (keyof Schema)[];
  /** What the store offers of it. Each method is one transaction, or says what its several are. */
  methods(sessions: Sessions): Methods;
  /** Removes the person's id from every row. Resolves to how many rows named it. */
  forgetPerson(change: Change, person: string): Promise<number>;
  /** Deletes for good what is due, in transactions of its own: no change waits for the deletion of much. */
  purge(sessions: Sessions, before: Expiry): Promise<void>;
  /** Deletes all that is stored of a guild. */
  deleteGuild(change: Change, guild: string): Promise<void>;
}

/** All that falls due, each with the time before which nothing is deleted. */
export const NOTHING_DUE = {
  /** Works that were removed. */
  removed: 0,
  /** Guilds that the bot left. */
  left: 0,
  /** Additions that count against a quota, leases held, and what was shared. */
  additions: 0,
  /** Reviews of cards. */
  reviews: 0,
  /** Rounds of a quiz that were started. */
  rounds: 0,
  /** What coverage counts of days. */
  coverage: 0,
} as const;

/** What is older goes, in milliseconds since 1970. */
export type Expiry = Readonly<Record<keyof typeof NOTHING_DUE, number>>;

/** For tables that name no person. */
export const namesNobody = async (): Promise<number> => 0;

/** For tables of which nothing falls due. */
export const nothingDue = async (): Promise<void> => {};
