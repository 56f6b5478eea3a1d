/** What can be wrong in the material: names of messages, so that each reader is told in their own language. */
export const REASONS = [
  'notAFolder',
  'isCollection',
  'noCollection',
  'idTaken',
  'noSources',
  'noArticles',
  'notUtf8',
  'notYaml',
  'notJson',
  'notAList',
  'notCsv',
  'missingColumns',
  'cellCount',
  'missing',
  'empty',
  'tooLong',
  'unfit',
  'unknownFields',
  'oneOf',
  'date',
  'asOf',
  'calendar',
  'url',
  'id',
  'kind',
  'author',
  'terms',
  'oneSource',
  'longQuestion',
  'frontMatter',
  'passageMark',
  'noPassage',
  'numbering',
  'idTwice',
  'noArticle',
  'notListed',
  'articleTwice',
  'noSuchPassage',
  'sameRow',
  'nameTaken',
  'fileType',
] as const;
export type Reason = (typeof REASONS)[number];

/** Where something is wrong. What does not apply is left out. */
export interface Place {
  /** The path as given to the loader, joined with the file's place in the collection. */
  readonly file?: string;
  /** Of the file, counted from 1. */
  readonly line?: number;
  /** Of a table, as a spreadsheet counts: the header is row 1. */
  readonly row?: number;
  /** Of the works of a list, counted from 1. */
  readonly work?: number;
  /** A table's column, by its header. */
  readonly column?: string;
  /** A part of a work's or an article's data, by its name. */
  readonly field?: string;
}

/** Something wrong in the material. `reply/problem-text.ts` makes a sentence of it that says where and what to do. */
export interface Problem extends Place {
  readonly reason: Reason;
  /** What the message names. */
  readonly values?: Readonly<Record<string, string | number>>;
}

/** A part that was read, with whatever was wrong in it; the two are not exclusive. */
export interface Checked<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}
