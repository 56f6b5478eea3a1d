import type { Draft } from '../material/types.ts';

/** A file that somebody brings. */
export interface BroughtFile {
  /** As the person called it; only its ending is believed, and only where the bytes do not say better. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The media type that came with it, where one did: its charset is a hint, nothing more. */
  readonly contentType?: string;
}

export type Format = 'markdown' | 'text' | 'html' | 'pdf' | 'docx';

/** A work as a reader understood it. */
export interface ReadWork extends Draft {
  readonly format: Format;
  readonly words: number;
}

/** Why a file cannot be read: a key of the message catalogue under `intake.`, so that one clear sentence is shown. */
export type IntakeProblem =
  | 'empty'
  | 'tooLarge'
  | 'unknownFormat'
  | 'damaged'
  | 'encrypted'
  | 'noText'
  | 'tooDeep'
  | 'tooSlow'
  | 'tooMuchMemory'
  | 'badEncoding'
  | 'badFrontMatter'
  | 'badCollection'
  | 'crashed';

export type ReadFailure = {
  readonly ok: false;
  readonly problem: IntakeProblem;
  /** What the person can mend, one line each, such as the rows of a table or the files of a collection. */
  readonly details?: readonly string[];
};

/** One work from a file; all works and facts of a collection from an archive. */
export type ReadResult = { readonly ok: true; readonly works: readonly ReadWork[] } | ReadFailure;
