import type { Problem } from '../material/problems.ts';
import type { Row } from '../material/tables.ts';
import type { Draft, Fact, Term } from '../material/types.ts';
import type { OmissionReason } from './blocks/types.ts';

/** A file that somebody brings. */
export interface BroughtFile {
  /** As the person called it; only its ending is believed, and only where the bytes do not say better. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The media type that came with it, where one did: its charset is a hint, nothing more. */
  readonly contentType?: string;
}

/** Where the text of a file went. All counts are of letters and digits. */
export interface Account {
  /** In the file; what is said again, such as what a table's columns are called, counts each time. */
  readonly characters: number;
  /** In the work's passages and headings. What is neither kept nor omitted was lost by the reader. */
  readonly kept: number;
  /** One for each reason that occurred. */
  readonly omitted: readonly OmittedText[];
}

export interface OmittedText {
  readonly reason: OmissionReason;
  readonly characters: number;
  /** How many lines stood there, and as many of them as are worth showing. */
  readonly lines: number;
  readonly shown: readonly string[];
}

/** A work as a reader understood it. */
export interface ReadWork extends Draft {
  /** The name of the reader that read it. */
  readonly format: string;
  readonly words: number;
  /** Absent where the work comes in this project's own format. */
  readonly account?: Account;
  /** The id that the work gives itself, where it comes in this project's own format. */
  readonly id?: string;
}

/** What comes with the works of a collection that is brought back as an archive. Facts cite the works by their ids. */
export interface BroughtCollection {
  readonly title: string;
  readonly description: string;
  readonly facts: readonly Fact[];
  readonly terms: readonly Term[];
}

/** Why a file cannot be read: a key of the message catalogue under `intake.problem.`, so that one clear sentence is shown. */
export type IntakeProblem =
  | 'empty'
  | 'tooLarge'
  | 'unknownFormat'
  | 'damaged'
  | 'encrypted'
  | 'noText'
  | 'noProse'
  | 'scan'
  | 'oldDoc'
  | 'oldPpt'
  | 'oldXls'
  | 'tooDeep'
  | 'tooSlow'
  | 'busy'
  | 'tooMuchMemory'
  | 'badEncoding'
  | 'badFrontMatter'
  | 'badArticle'
  | 'badCollection'
  | 'noCollection'
  | 'badTable'
  | 'noTable'
  | 'noDeck'
  | 'noCards'
  | 'crashed';

export interface ReadFailure {
  readonly ok: false;
  readonly problem: IntakeProblem;
  /** What the person can mend, such as the rows of a table or the files of a collection. */
  readonly details?: readonly Problem[];
  /** How many more there are. */
  readonly more?: number;
}

/** One work from a file; all works of a collection from an archive, with what else it held. */
export type ReadResult =
  | { readonly ok: true; readonly works: readonly ReadWork[]; readonly collection?: BroughtCollection }
  | ReadFailure;

/** A fact table; its rows may cite passages that are not there. */
export type FactsResult = { readonly ok: true; readonly rows: readonly Row<Fact>[] } | ReadFailure;

/** A note of a deck of cards. */
export interface DeckNote {
  /** The name by which the program that made it knows the note again. */
  readonly guid?: string;
  /** In their order; texts are plain, with line breaks. A field whose name is not known has an empty one. */
  readonly fields: readonly DeckField[];
}

export interface DeckField {
  readonly name: string;
  readonly text: string;
}

export type DeckResult = { readonly ok: true; readonly notes: readonly DeckNote[] } | ReadFailure;
