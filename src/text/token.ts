/** A stretch of a text: UTF-16 offsets, the end excluded. */
export type Span = readonly [start: number, end: number];

/** One word of a text as the engine sees it. */
export interface Token {
  /** Folded: lower case, no accents, no possessive. */
  readonly word: string;
  /** What it is indexed under: the stem, or a number's one form. */
  readonly term: string;
  /** UTF-16 offsets into the text, the end excluded. */
  readonly start: number;
  readonly end: number;
  /** Written with a capital letter, or with dots between letters. */
  readonly capital: boolean;
  readonly stop: boolean;
  /** Joined to the token before it by a hyphen. */
  readonly hyphen: boolean;
  /** How much of a word it is, where a word is read as several tokens. */
  readonly part?: number;
}
