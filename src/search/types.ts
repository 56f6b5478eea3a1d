import type { Span, Token } from '../text/token.ts';
import type { ParsedQuestion, QueryWord } from './query/parsed-question.ts';

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
  /** Set where the text is known to be no prose that could answer: an exercise, a reference, a list of contents. */
  readonly isProse?: false;
  /** The code of the text's language where it is another than the index's; "und" where there is no folder for it. */
  readonly language?: string;
}

/** Names that mean the same thing; the first is the one to show. */
export type Synonyms = readonly string[];

export type { ParsedQuestion, QueryWord, Span };

/** What a question marks in a passage. */
export interface PassageMarks {
  /** Words of the text that matched, in order, not overlapping. */
  readonly marks: readonly Span[];
  /** The stretch of the text that bears most on the question: one or a few whole sentences. */
  readonly window: Span;
}

export interface Hit extends PassageMarks {
  readonly id: string;
  /** For ranking; comparable within one result only. */
  readonly score: number;
  /** Probability that this passage answers the question, 0..1, comparable across questions. */
  readonly confidence: number;
  /** The weight of the question's words that the passage holds, 0..1. */
  readonly coverage: number;
  /** The same, but where no passage holds much of a question, a word counts by the nearest in meaning that stands there. */
  readonly bearing: number;
  /** It lacks the date or number that is asked for, or is no prose that could answer. */
  readonly lacksKind: boolean;
  /**
   * Besides that, it lacks the word that the question is mostly about, or holds the opposite of one of its words, and not the
   * word.
   */
  readonly lacksAnswer: boolean;
  /** All that the question is about, but for common words, stands in the heading above the passage, and in no passage found. */
  readonly isSection: boolean;
  /** Names, years, numbers, ordinals, superlatives and names of code of the question that the passage does not hold, as typed. */
  readonly missing: readonly string[];
}

export interface SearchResult {
  /** Best first. */
  readonly hits: readonly Hit[];
  /** The question's informative words in order; stop words are left out. */
  readonly words: readonly QueryWord[];
}

export interface SearchOptions {
  /** At most so many hits; 5 by default. */
  readonly limit?: number;
  /** Only documents of these groups. */
  readonly groups?: ReadonlySet<string>;
}

/** How a document is ranked, without what is shown of it. */
export type RankedHit = Pick<Hit, 'id' | 'score' | 'coverage'>;

export interface SearchIndex {
  /** How many documents there are, and how many different terms. */
  readonly size: number;
  readonly terms: number;
  /** Whether a folded word stands in some document as it is written. */
  has(word: string): boolean;
  /** Reads a question; any string is a valid one. `tokens`: what `Analyser.analyse` made of it in the index's language. */
  parse(question: string, tokens?: readonly Token[]): ParsedQuestion;
  /** A question without informative words gives no hits. A parsed one must be this index's, as it is now. */
  search(question: string | ParsedQuestion, options?: SearchOptions): SearchResult;
  /** As `search` without confidence, marks and what is missing: for many hits that nobody sees. */
  rankHits(question: ParsedQuestion, limit: number): RankedHit[];
  /** What the question marks in one passage, without a search; undefined where there is no passage of that id. */
  mark(question: ParsedQuestion, id: string): PassageMarks | undefined;
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
