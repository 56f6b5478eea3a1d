import type { Fact, Passage, Source, Term } from '../material/types.ts';
import type { Span } from '../search/types.ts';
import type { Request } from '../text/language.ts';

/** What the fact table says of one attribute of one subject at one time: the rows of every source. */
export interface FactEntry {
  /** Stable while subject, attribute and as-of date stay the same. */
  readonly id: string;
  readonly subject: string;
  readonly attribute: string;
  readonly asOf?: string;
  readonly rows: readonly Fact[];
  /** The values with the rows that give each, in the order of the sources' dates. One where all agree. */
  readonly sides: readonly Side[];
  /** Different sources give different values. */
  readonly disputed: boolean;
}

export interface Side {
  readonly value: string;
  readonly unit?: string;
  readonly rows: readonly Fact[];
}

/** What a reply shows of a passage. */
export interface Excerpt {
  readonly passage: Passage;
  readonly source: Source;
  /** Matched words, as offsets into the passage's text. */
  readonly marks: readonly Span[];
  /** The sentences that bear most on the question. */
  readonly window: Span;
  /** Probability that the passage answers the question, 0..1. */
  readonly score: number;
}

/**
 * `answered`: the facts or the first excerpt answer it. `close`: the material speaks of it but does not answer it.
 * `absent`: the material holds nothing on it.
 */
export type Verdict = 'answered' | 'close' | 'absent';

/** A question's word that was taken for a near spelling. */
export interface Respelling {
  readonly typed: string;
  readonly taken: string;
}

export interface Answer {
  /** The question as it was understood: one line, without mentions. */
  readonly question: string;
  readonly verdict: Verdict;
  /** Answered by the facts, or by a passage that is very likely right: fit to be shown to all. */
  readonly isSure: boolean;
  /** What was asked for that no passage says, and nothing answers: then nothing is shown but perhaps what is near. */
  readonly request?: Request;
  /** The code of the question's language, where nothing that is searched is in it. */
  readonly foreignLanguage?: string;
  /** The codes of the languages that are searched, where the question is in none of them. */
  readonly searchedLanguages?: readonly string[];
  /** Entries that answer it, best first; for `close`, those that come nearest. */
  readonly entries: readonly FactEntry[];
  /** The question itself says what the one entry is of: its subject, attribute and date. */
  readonly namesEntry: boolean;
  /** Best first; for `close`, what comes nearest; none for `absent`. */
  readonly excerpts: readonly Excerpt[];
  /** What the question asks for that nothing found holds: names, years, numbers. */
  readonly missing: readonly string[];
  readonly respelt: readonly Respelling[];
  /** Where the question was not answered: what the material does hold that comes nearest. */
  readonly nearby: Nearby;
  /** Where some works were searched before all others. Undefined for several questions of which each had another. */
  readonly reach?: Reach;
  /** Of a message that asks several questions: the answer to each. */
  readonly parts?: readonly Answer[];
}

/** The works that are searched first answered, or they did not and everything was searched. */
export type Reach = 'first' | 'beyond';

export interface Nearby {
  readonly questions: readonly string[];
  readonly terms: readonly Term[];
}

export interface AskOptions {
  /** Only this source's passages and facts. */
  readonly source?: string;
  /** These are searched first, and all others where they do not answer. A source that is named counts before them. */
  readonly first?: ReadonlySet<string> | undefined;
}
