/** The engine's contract. Pure: no I/O, no clock, nothing of Discord, nothing of the material's own types. */

/** One passage as the engine indexes it. */
export interface SearchDocument {
  readonly id: string;
  /** What a search can be narrowed to: the id of the work it stands in. */
  readonly group: string;
  /** The work's title. */
  readonly title: string;
  /** The heading above the passage, where there is one. */
  readonly heading?: string;
  readonly text: string;
}

/** Names that mean the same thing; the first is the one to show. */
export type Synonyms = readonly string[];

/** A stretch of a text: UTF-16 offsets, the end excluded. */
export type Span = readonly [start: number, end: number];

/** How a word of the question was understood. */
export interface QueryWord {
  /** As typed, lower-cased. */
  readonly typed: string;
  /** The material's word that it was taken for; equal to `typed` where it is known as it stands. */
  readonly taken: string;
  /** `known`: in the material; `respelt`: taken for a near spelling; `unknown`: nowhere in the material. */
  readonly as: 'known' | 'respelt' | 'unknown';
  /** Its share of what the question asks, 0..1: rare words weigh most. All words' weights add up to 1. */
  readonly weight: number;
}

export interface Hit {
  readonly id: string;
  /** For ranking; comparable within one result only. */
  readonly score: number;
  /** Probability that this passage answers the question, 0..1, comparable across questions. */
  readonly confidence: number;
  /** The weight of the question's words that the passage holds, 0..1. */
  readonly coverage: number;
  /** Words of the text that matched, in order, not overlapping. */
  readonly marks: readonly Span[];
  /** The stretch of the text that bears most on the question: one or a few whole sentences. */
  readonly window: Span;
  /** Names, years and numbers of the question that the passage does not hold, as typed. */
  readonly missing: readonly string[];
}

export interface SearchResult {
  /** Best first. */
  readonly hits: readonly Hit[];
  /** The question's informative words in order; stop words are left out. */
  readonly words: readonly QueryWord[];
}

export interface SearchOptions {
  /** At most so many hits; 5 unless told. */
  readonly limit?: number;
  /** Only documents of these groups. */
  readonly groups?: ReadonlySet<string>;
}

export interface SearchIndex {
  readonly size: number;
  /** Any string is a valid question; one without informative words gives no hits. */
  search(question: string, options?: SearchOptions): SearchResult;
}

/** An index that lives on: documents come and go without a rebuild, and it can be kept for the next start. */
export interface GrowingIndex extends SearchIndex {
  /** Takes a document in at once; one with the same id is replaced. */
  add(document: SearchDocument): void;
  /** Takes a document out at once; false where there is none of that id. */
  remove(id: string): boolean;
  /** The whole index, texts included, as bytes for `loadIndex`. */
  save(): Uint8Array;
}
