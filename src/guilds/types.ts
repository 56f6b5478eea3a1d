import type { KnowledgeBase } from '../answer/knowledge-base.ts';
import type {
  Account,
  BroughtFile,
  DeckNote,
  IntakeProblem,
  DeckResult as ReadDeckResult,
  FactsResult as ReadFactsResult,
  ReadResult,
} from '../intake/types.ts';
import type { Problem } from '../material/problems.ts';
import type { Article, Fact, Source } from '../material/types.ts';
import type {
  AddOutcome,
  Quota,
  Refusal,
  RestoreOutcome,
  Settings,
  Undone,
  VersionChanges,
  WorkRecord,
} from '../store/types.ts';

/** Every guild's own material, beside the shipped one. */
export interface Guilds {
  /**
   * What is searched in a guild, or in direct messages. `channels`: where somebody asks, and what that is in. Does not
   * reject where the store is away: see `degraded`.
   */
  open(guild: string | undefined, channels?: readonly string[]): Promise<Opened>;
  library(guild: string): GuildLibrary;
  /** Reads a deck of cards that a person attached. Decks count against the additions that one person has an hour. */
  readDeck(file: FileLink, by: string): Promise<DeckResult>;
  /** Forgets who added what, everywhere. Resolves to how many records named the person. */
  forget(person: string): Promise<number>;
  /** Bytes that the servers' indexes take in memory. */
  readonly indexMemory: number;
}

/** While the store cannot be reached: the guild's own works are missing, or they are as they were when last read. */
export type Degraded = 'missing' | 'old';

export interface Opened {
  readonly knowledge: KnowledgeBase;
  readonly settings: Settings;
  /** The works that the channel is tied to; undefined where it is to none that are searched, or to all. */
  readonly tied?: ReadonlySet<string> | undefined;
  readonly degraded: Degraded | undefined;
}

export interface Guild {
  readonly id: string;
  readonly settings: Settings;
  readonly library: GuildLibrary;
}

/** One guild's own material, to be changed. Methods reject with `StoreUnavailable` where the store cannot be reached. */
export interface GuildLibrary {
  readonly quota: Quota;
  works(): Promise<WorkRecord[]>;
  /**
   * Takes a file in; yields what it is at, and ends with what became of it. Files that are added together bear the same
   * time `at`, in milliseconds since 1970.
   */
  add(file: FileLink, about: AboutWork, by: string, at?: number): AsyncGenerator<AddStep, AddResult>;
  /** Replaces the guild's fact table by a CSV file's rows; all of them or none. */
  replaceFacts(file: FileLink, by: string): Promise<FactsResult>;
  /** Adds rows to the guild's fact table. They cite passages of its works. */
  addFacts(facts: readonly Fact[]): Promise<void>;
  remove(id: string): Promise<boolean>;
  /** Takes back what was added last to a work: its former version returns, or it is removed. */
  undo(id: string): Promise<Undone | undefined>;
  restore(id: string): Promise<RestoreOutcome>;
  describe(id: string, about: Omit<Source, 'id'>): Promise<boolean>;
  saveSettings(settings: Partial<Settings>): Promise<Settings>;
  /** Everything stored for the guild as a zip of plain files; undefined where there is nothing. */
  export(): Promise<Uint8Array | undefined>;
}

/** A file that somebody attached, where it lies. */
export interface FileLink {
  readonly name: string;
  readonly url: string;
  readonly size: number;
  readonly contentType?: string;
}

/** What the person says of the work; it counts before what the file says of itself. */
export type AboutWork = Partial<Pick<Source, 'title' | 'authors' | 'issued' | 'url'>>;

export const ADD_STEPS = ['fetch', 'read', 'store', 'index'] as const;
/** A page whose text was recognised, in the step `read`; counted from 1. */
export interface PageRead {
  readonly page: number;
  readonly pages: number;
}
export type AddStep = (typeof ADD_STEPS)[number] | PageRead;

export type AddResult = Added | FileFailure | Exclude<AddOutcome, { ok: true }>;

/** What was understood of what was added. */
export interface Added {
  readonly ok: true;
  /** When: all works that were added at once bear the same time, in milliseconds since 1970. */
  readonly at: number;
  readonly articles: readonly Article[];
  readonly words: number;
  /** Where the files' text went, one for each that is no collection or article of this project. */
  readonly accounts: readonly Account[];
  /** Set where a single file was a new version of a work that is there, and took its place. */
  readonly changes?: VersionChanges;
  /** Rows of the fact table that came with a collection. */
  readonly facts: number;
}

export type FactsResult = { readonly ok: true; readonly rows: number } | FileFailure | Refusal;

export type DeckResult = { readonly ok: true; readonly notes: readonly DeckNote[] } | FileFailure | Refusal;

/** The file could not be fetched or read; `details` are what the person can mend, and `more` counts those not told. */
export interface FileFailure {
  readonly ok: false;
  readonly reason: 'file';
  readonly problem: IntakeProblem | FetchProblem | 'unknownPassages';
  readonly details: readonly Problem[];
  readonly more?: number;
  /** Bytes, where the file is too large. */
  readonly most?: number;
}

/** The address is none of Discord's; the file is larger than is taken; it could not be had; too many are being fetched. */
export type FetchProblem = 'foreignAddress' | 'overLimit' | 'unreachable' | 'busy';

/** Reads files, away from the bot's own process. */
export interface Intake {
  readFile(file: BroughtFile, options: ReadFor): Promise<ReadResult>;
  readFacts(file: BroughtFile, options: ReadFor): Promise<ReadFactsResult>;
  readDeck(file: BroughtFile, options: ReadFor): Promise<ReadDeckResult>;
}

/** Whose file it is: turns go round between guilds. */
export interface ReadFor {
  readonly from: string;
  /** Called for each page whose text was recognised; pages are counted from 1. */
  readonly onPage?: (page: number, pages: number) => void;
}

/** Fetches an attached file. */
export interface FileFetcher {
  /** Bytes; larger files are refused. */
  readonly most: number;
  /** `from`: whose it is; turns go round between them. */
  fetch(file: FileLink, from: string): Promise<Uint8Array | FetchProblem>;
}
