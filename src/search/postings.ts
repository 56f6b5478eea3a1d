import type { Corpus } from './corpus.ts';
import { termOf } from './stream.ts';
import { STOP } from './vocabulary.ts';

/** Bits of a posting's weight byte: how often the term stands in the body (at most 63), and where else it stands. */
const COUNT = 63;
const TITLE_BIT = 64;
const HEADING_BIT = 128;

/** For each term the passages that hold it, in rising order, each with one weight byte. */
export interface Postings {
  /** Term t has the postings from starts[t] up to starts[t + 1]. */
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  readonly weights: Uint8Array;
  /** Words in each passage's body. */
  readonly lengths: Uint16Array;
  readonly averageLength: number;
}

export function bodyCount(weight: number): number {
  return weight & COUNT;
}

export function inTitle(weight: number): boolean {
  return (weight & TITLE_BIT) !== 0;
}

export function inHeading(weight: number): boolean {
  return (weight & HEADING_BIT) !== 0;
}

/** How many passages are read between two yields. */
const SLICE = 512;

/** Turns the corpus's rows into postings by counting sort: two passes over the rows, no intermediate lists. */
export function* buildPostings(corpus: Corpus): Generator<void, Postings> {
  const count = corpus.documents.length;
  const reader = new RowReader(corpus);
  const starts = yield* countTerms(corpus, reader);
  const next = starts.slice();
  const documents = new Uint32Array(starts.at(-1) ?? 0);
  const weights = new Uint8Array(documents.length);
  const lengths = new Uint16Array(count);
  let total = 0;
  for (let document = 0; document < count; document++) {
    for (const term of reader.read(document)) {
      const at = next[term] as number;
      next[term] = at + 1;
      documents[at] = document;
      weights[at] = reader.weightOf(term);
    }
    lengths[document] = Math.min(reader.length, 65_535);
    total += reader.length;
    if (document % SLICE === SLICE - 1) yield;
  }
  return { starts, documents, weights, lengths, averageLength: Math.max(1, total / Math.max(1, count)) };
}

/** Where each term's postings begin, and behind the last where they end. */
function* countTerms(corpus: Corpus, reader: RowReader): Generator<void, Uint32Array> {
  const starts = new Uint32Array(corpus.vocabulary.terms.length + 1);
  for (let document = 0; document < corpus.documents.length; document++) {
    for (const term of reader.read(document)) starts[term + 1] = (starts[term + 1] as number) + 1;
    if (document % SLICE === SLICE - 1) yield;
  }
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  return starts;
}

/** Gathers the distinct terms of one passage and their weights, reusing its memory from passage to passage. */
class RowReader {
  readonly #corpus: Corpus;
  readonly #weights: Uint8Array;
  readonly #distinct: number[] = [];
  length = 0;

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
    this.#weights = new Uint8Array(corpus.vocabulary.terms.length);
  }

  read(document: number): readonly number[] {
    for (const term of this.#distinct) this.#weights[term] = 0;
    this.#distinct.length = 0;
    this.length = 0;
    const { offsets, entries, titles, headings } = this.#corpus;
    const { kinds } = this.#corpus.vocabulary;
    const row = entries.view();
    for (let at = offsets.at(document); at < offsets.at(document + 1); at++) {
      const term = termOf(row[at] as number);
      if (kinds.at(term) & STOP) continue;
      this.length++;
      this.#note(term, 1);
    }
    for (const term of titles[document] ?? []) this.#note(term, TITLE_BIT);
    for (const term of headings[document] ?? []) this.#note(term, HEADING_BIT);
    return this.#distinct;
  }

  #note(term: number, weight: number): void {
    const before = this.#weights[term] as number;
    if (before === 0) this.#distinct.push(term);
    if (weight === 1 && (before & COUNT) === COUNT) return;
    this.#weights[term] = weight === 1 ? before + 1 : before | weight;
  }

  weightOf(term: number): number {
    return this.#weights[term] as number;
  }
}
