import type { Draft } from '../../material/types.ts';

/** A piece of a work in reading order, before paragraphs are numbered. */
export type Block = Heading | Paragraph;

export interface Heading {
  readonly type: 'heading';
  readonly text: string;
}

export interface Paragraph {
  readonly type: 'paragraph';
  readonly text: string;
  readonly role?: 'caption';
  /** Where each page begins in the text, in order; the first at 0. Absent where the work has no pages. */
  readonly pages?: readonly PageStart[];
}

export interface PageStart {
  readonly at: number;
  readonly page: number;
}

/** What a reader makes of a file: its pieces, and what it says of itself, still with whatever junk that holds. */
export interface Reading {
  readonly about: Draft['about'];
  readonly blocks: readonly Block[];
}
