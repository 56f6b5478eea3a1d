import type { Dataset, Passage, Question } from '../../data/types.ts';

/** What a track depends on besides its data. */
export interface TrackOptions {
  /** At most so many questions a track; where answerable and unanswerable ones are compared, so many of each. */
  readonly limit: number;
  /** Every random choice follows from it. */
  readonly seed: number;
  /** A file with `wrong<TAB>right` lines. */
  readonly misspellings: string | undefined;
  /** A file of further passages, one JSON object a line. */
  readonly filler: string | undefined;
}

/** What one system is put to: passages to index, then questions in the order in which they are asked. */
export interface Trial {
  readonly passages: readonly Passage[];
  /** Those without a relevant passage cannot be answered: how far they score apart from the rest is measured. */
  readonly questions: readonly Question[];
  /** The same questions with typing errors; only their times are measured. */
  readonly respelt?: readonly Question[];
  /** What a reader of the figures must know. */
  readonly note?: string;
}

export interface Track {
  readonly name: string;
  /** What `--tracks` calls it; several sizes of one track share it. */
  readonly family: string;
  /** What it would need to be run on these data; undefined where nothing is missing. */
  lacks(dataset: Dataset, options: TrackOptions): string | undefined;
  prepare(dataset: Dataset, options: TrackOptions): Trial;
}
