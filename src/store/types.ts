import type { Article, Draft, Fact, Source } from '../material/types.ts';

export interface Settings {
  /** Whether `/ask` shows an answer to all where the person does not say. */
  readonly answers: 'public' | 'private';
  /** Whether the shipped collections are searched beside the guild's own works. */
  readonly shipped: boolean;
  /** Who may change the library beside those who manage the guild. */
  readonly editorRole: string | undefined;
  /** Questions without a clear answer are kept, without who asked; only where a guild wants it. */
  readonly keepsMissed?: boolean;
}

/** What holds in a guild that never changed a setting. */
export const DEFAULT_SETTINGS: Settings = { answers: 'public', shipped: true, editorRole: undefined };

export interface GuildHead {
  /** Grows with every change of works or facts, also past a deletion of the guild; 0 where nothing is stored. */
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

/** The most that a guild may hold, and how often a person may add. Removed works that can come back do not count. */
export interface Quota {
  readonly works: number;
  readonly passages: number;
  /** UTF-8 bytes of passage texts. */
  readonly bytes: number;
  /** Per person and guild within an hour. */
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
 * The store cannot be used now, whether this passes by itself (it does not answer) or not (a password was changed, a
 * table is gone): nothing was changed as far as is known. (A change whose acknowledgement was lost may stand, wholly.)
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** Whether the store can be used, and why not: one line for the operator. */
export type StoreHealth = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** At the start: the store is damaged, newer than the program, or cannot be written: one line that says what to do. */
export class StoreUnusable extends Error {
  override readonly name = 'StoreUnusable';
}
