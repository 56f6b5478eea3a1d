import type { Judgements } from './metrics.ts';

export interface Passage {
  readonly id: string;
  readonly title: string;
  /** What the passage is a part of: its title, or the passage itself where it has none. */
  readonly article: string;
  readonly text: string;
}

export interface Question {
  readonly id: string;
  readonly text: string;
  /** Passages that answer it, graded; empty where the passages cannot answer it. */
  readonly relevant: Judgements;
}

export interface Dataset {
  readonly name: string;
  readonly passages: readonly Passage[];
  /** Names that mean the same, where the data come with such a table; only footnote has a use for it. */
  readonly synonyms: readonly (readonly string[])[];
  readonly questions: readonly Question[];
  /** On the same topics, but not to be answered from the passages; empty where there are none. */
  readonly unanswerable: readonly Question[];
  /** Oddities of the files that do not stop the bench. */
  readonly warnings: readonly string[];
}
