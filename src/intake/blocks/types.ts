import type { Draft, PassageForm } from '../../material/types.ts';

/** A piece of a work in reading order, before paragraphs are numbered. */
export type Block = Heading | Paragraph;

export interface Heading {
  readonly type: 'heading';
  readonly text: string;
  /** 1 for the highest; absent where the file does not say. */
  readonly level?: number;
}

export interface Paragraph {
  readonly type: 'paragraph';
  readonly text: string;
  readonly role?: 'caption';
  /** Absent for prose. */
  readonly kind?: PassageForm;
  /** What is set in bold in it, or defined. */
  readonly terms?: readonly string[];
  /** Set where it is little more than links. */
  readonly linked?: true;
  /** Where each page begins in the text, in order; the first at 0. Absent where the work has no pages. */
  readonly pages?: readonly PageStart[];
  /** Where a recording is at when the paragraph begins, in seconds from its start. */
  readonly seconds?: number;
}

export interface PageStart {
  readonly at: number;
  readonly page: number;
  /** What is printed on the page where that is not its number. */
  readonly label?: string;
  /** Set where the pages are slides. */
  readonly isSlide?: true;
}

/** Why text of a file is no part of the work. */
export type OmissionReason =
  | 'navigation'
  | 'runningHeads'
  | 'contents'
  | 'references'
  | 'hidden'
  | 'comments'
  | 'pictures'
  | 'scans'
  | 'formulas'
  | 'repeated'
  | 'printed'
  | 'files'
  | 'details';

/** Text that a reader left out; `text` is what stood there. */
export interface Omission {
  readonly reason: OmissionReason;
  readonly text: string;
}

/** What a reader makes of a file: its pieces, and what it says of itself, still with whatever junk that holds. */
export interface Content {
  readonly about: Draft['about'];
  readonly blocks: readonly Block[];
  /** Text of the file that is not in the blocks. */
  readonly omitted?: readonly Omission[];
  /**
   * Letters and digits in the file, counted before anything is left out, with those that the reader says again, such as
   * what a table's columns are called; absent where blocks and omissions are all.
   */
  readonly characters?: number;
  /** Set where headings are told by their look alone: two alike are not two headings. */
  readonly guessesHeadings?: true;
  /** Set where the first heading is that of a part, and not the work's title. */
  readonly headsParts?: true;
}
