import type { Passage } from '../../data/types.ts';

export interface Found {
  readonly id: string;
  /** The higher, the surer the system is that this passage answers. */
  readonly score: number;
}

/** The best passages first, at most `DEPTH`. */
export type Answers = readonly Found[];

export interface Ready {
  search(question: string): Answers | Promise<Answers>;
  /** The score from which the product calls a question answered, where the system has such a threshold. */
  readonly threshold?: number;
}

/** What an adapter exports: indexes the passages and hands back the way to ask. */
export type Build = (passages: readonly Passage[], synonyms: readonly (readonly string[])[]) => Ready | Promise<Ready>;

/** How many passages are asked for; no metric looks further down. */
export const DEPTH = 10;
