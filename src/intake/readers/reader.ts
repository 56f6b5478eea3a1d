import type { Content } from '../blocks/types.ts';
import type { ReportPage } from '../scan/scans.ts';
import type { BroughtCollection, ReadWork } from '../types.ts';

/** What the bytes are, before a reader looks at them. */
export type Kind = 'pdf' | 'zip' | 'text' | EmbeddingKind;

/** Text files that have pictures or other files inside. */
export type EmbeddingKind = 'rtf' | 'mail' | 'notebook';

/** A file as the readers see it: opened as far as is needed to detect its format. */
export interface InputFile {
  readonly name: string;
  /** Lower case, without the dot; empty where the name has none. */
  readonly extension: string;
  /** The media type that came with the file; empty where none did. */
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly kind: Kind;
  /** The names of a zip's entries; empty for every other kind. */
  readonly entries: readonly string[];
  /** A text file's characters, decoded and normalised; empty for every other kind. */
  readonly text: string;
}

/** Works that need no further processing: they come in this project's own format. */
export interface Works {
  readonly works: readonly ReadWork[];
  readonly collection?: BroughtCollection;
}

/** A file format. Readers run in the child process alone, and load their libraries when they are called. */
export interface Reader {
  /** As it is stored with a work. */
  readonly name: string;
  /** Whether this reader reads the file. Asked in the order of the registry; must not throw. */
  readonly detect: (file: InputFile) => boolean;
  /** Throws `Unreadable` where the file cannot be read. */
  readonly read: (file: InputFile, report: ReportPage) => Promise<Content | Works>;
}
