import type { Article, Draft, Fact, Source } from '../material/types.ts';

/**
 * What outlives the process, keyed by server. Every change is one transaction: it is there wholly once its promise
 * resolves, and never by half. Each method rejects with a `StoreUnavailable` where the store cannot be reached, and with a
 * `StoreUnusable` where it was reached late, long after the start, and proved unfit. Times are milliseconds since 1970;
 * servers, people and roles are Discord's ids. NUL characters and lone surrogates in texts are stored as U+FFFD.
 */
export interface Store {
  /** What a question needs to know before it is answered, in one small read. */
  head(server: string): Promise<GuildHead>;
  /** Everything that a server's index is made of. */
  library(server: string): Promise<StoredMaterial>;
  /** The works that are there, oldest first, and those removed that can still be brought back. */
  works(server: string): Promise<WorkRecord[]>;

  /**
   * Takes works in, all or none. Ids are made from titles and differ from those in `taken`, and from those of removed
   * works that can still be brought back: a citation never comes to mean another work.
   */
  addWorks(server: string, addition: Addition): Promise<AddOutcome>;
  /** Takes a work out; it can be brought back until it is purged. False where there is none of that id. */
  removeWork(server: string, id: string, at: number): Promise<boolean>;
  /**
   * Takes back what was added last to a work: its former version returns where there is one, else it is removed.
   * Undefined where there is none of that id.
   */
  undoWork(server: string, id: string, at: number): Promise<Undone | undefined>;
  /** Brings a removed work back under the id that it had. It is no addition: `additionsPerHour` is not looked at. */
  restoreWork(server: string, id: string, quota: Quota): Promise<RestoreOutcome>;
  /** Changes what cites a work; its id and passages stay. False where none of that id is there. */
  describeWork(server: string, id: string, about: Omit<Source, 'id'>): Promise<boolean>;
  /** The server's own fact table, replaced as a whole. Counts as an addition of the person. */
  replaceFacts(server: string, facts: readonly Fact[], by: string, at: number): Promise<void>;
  /** Changes the settings that are named and resolves to all of them. */
  saveSettings(server: string, settings: Partial<Settings>): Promise<Settings>;

  /** The index that was saved for this version and key; undefined where another or none was. */
  snapshot(server: string, version: number, key: string): Promise<Uint8Array | undefined>;
  /** Kept beside the library, one a server, where `version` is still the library's; else there is nothing to keep. */
  saveSnapshot(server: string, snapshot: { version: number; key: string; bytes: Uint8Array }): Promise<void>;

  /** How often a person has added something to a server since then. */
  additionsSince(server: string, person: string, since: number): Promise<number>;
  /**
   * Forgets who it was: what the person added stays and belongs to the server. Resolves to how many rows named them.
   * The additions of the last hour are forgotten as well, and count no more against the quota.
   */
  forgetPerson(person: string): Promise<number>;

  /** Every server that something is stored of. */
  servers(): Promise<string[]>;
  /**
   * Notes since when the bot has been gone from a server; null where it is there again. The first such time stays until
   * then, so that noting it anew at each start does not put the deletion off.
   */
  noteAbsence(server: string, since: number | null): Promise<void>;
  /** Deletes for good: works removed before, servers left before, additions counted before. */
  purge(before: { removed: number; left: number; additions: number }): Promise<void>;
  /** Deletes all that is stored of a server at once. */
  deleteServer(server: string): Promise<void>;
  close(): Promise<void>;
}

export interface Settings {
  /** Whether `/ask` shows an answer to all unless told otherwise. */
  readonly answers: 'public' | 'private';
  /** Whether the shipped collections are searched beside the server's own works. */
  readonly shipped: boolean;
  /** Who may change the library beside those who manage the server. */
  readonly editorRole: string | undefined;
}

/** What holds in a server that never changed a setting. */
export const DEFAULT_SETTINGS: Settings = { answers: 'public', shipped: true, editorRole: undefined };

export interface GuildHead {
  /** Grows with every change of works or facts, also past a deletion of the server; 0 where nothing is stored. */
  readonly version: number;
  readonly settings: Settings;
}

export interface StoredMaterial {
  readonly version: number;
  /** Oldest addition first. */
  readonly articles: readonly Article[];
  /** As they were brought: a row may cite a passage that has been removed since. */
  readonly facts: readonly Fact[];
}

export interface WorkRecord {
  readonly source: Source;
  readonly format: string;
  readonly fileName: string;
  /** Passages and the UTF-8 bytes of their texts. */
  readonly passages: number;
  readonly bytes: number;
  readonly words: number;
  readonly addedAt: number;
  /** Undefined once the person is forgotten. */
  readonly addedBy: string | undefined;
  readonly removedAt: number | undefined;
}

/** The most that a server may hold, and how often a person may add. Removed works that can come back do not count. */
export interface Quota {
  readonly works: number;
  readonly passages: number;
  /** UTF-8 bytes of passage texts. */
  readonly bytes: number;
  /** Per person and server within an hour. */
  readonly additionsPerHour: number;
}

export interface NewWork extends Draft {
  readonly about: Omit<Source, 'id'>;
  readonly format: string;
  readonly fileName: string;
  readonly words: number;
  /** The id to take where it is free, as in a collection that is brought back; else made from title and year. */
  readonly id?: string;
}

export interface Addition {
  readonly works: readonly NewWork[];
  /**
   * Where a collection is brought back with its facts: added to those that are there. They cite the works by the ids
   * asked for, and are stored with those that the works were given.
   */
  readonly facts?: readonly Fact[];
  readonly by: string;
  readonly at: number;
  readonly quota: Quota;
  /**
   * Set where a single work may be a new version of one that is there: of the same file name or title, and with half of
   * its paragraphs. It takes its place, under the same id and as it was cited.
   */
  readonly mayUpdate?: boolean;
  /** Ids of works that are not the store's, which no new work may bear. */
  readonly taken: ReadonlySet<string>;
}

export type AddOutcome =
  | {
      readonly ok: true;
      readonly version: number;
      readonly sources: readonly Source[];
      /** Set where the work took the place of its former version. */
      readonly changes?: VersionChanges;
    }
  | Refusal
  | Duplicate;

export type Undone = 'former' | 'removed';

/** What a new version of a work changed, in paragraphs. */
export interface VersionChanges {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly unchanged: number;
}

export type RestoreOutcome =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly reason: 'gone' }
  | Refusal
  | Duplicate;

/** The same passages stand there already, or twice in what is brought; removed works do not count. */
export interface Duplicate {
  readonly ok: false;
  readonly reason: 'duplicate';
  /** The work that holds them. */
  readonly source: Source;
}

/** What would be exceeded, the most that is allowed, and how much there would be. */
export interface Refusal {
  readonly ok: false;
  readonly reason: keyof Quota;
  readonly most: number;
  readonly wanted: number;
}

/**
 * The store cannot be reached or does not answer: nothing was changed as far as is known. (A change whose
 * acknowledgement was lost on the way may stand, wholly.)
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** The store is damaged, newer than the program, or cannot be written: one line that says what to do. */
export class StoreUnusable extends Error {
  override readonly name = 'StoreUnusable';
}
