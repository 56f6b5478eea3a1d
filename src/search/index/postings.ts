import type { Steps } from '../../slices.ts';
import { lengthNorm } from '../rank/bm25.ts';
import type { Rows } from './corpus.ts';
import { kindsOf, STOP, termOf } from './stream.ts';

/** Bits of a posting's weight byte: how often the term stands in the body (at most 63), and where else it stands. */
const COUNT = 63;
const TITLE_BIT = 64;
const HEADING_BIT = 128;

/** The passages that hold a term, in rising order, each with one weight byte: the places [from, to) of two lists. */
export interface PostingList {
  readonly documents: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
  readonly from: number;
  readonly to: number;
}

/** All terms' lists one after the other in flat memory. */
export interface PackedPostings {
  /** Term t has the postings from starts[t] up to starts[t + 1]. */
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  readonly weights: Uint8Array;
  /** Informative words in each passage's body. */
  readonly lengths: Uint16Array;
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
const SLICE = 256;
const MAX_LENGTH = 65_535;

/** Turns the corpus's rows into postings by counting sort: two passes over the rows, no intermediate lists. */
export function* packPostings(corpus: Rows): Steps<PackedPostings> {
  const count = corpus.documents.length;
  const reader = new RowReader(corpus);
  const starts = yield* countTerms(corpus, reader);
  const next = starts.slice();
  const documents = new Uint32Array(starts.at(-1) ?? 0);
  const weights = new Uint8Array(documents.length);
  const lengths = new Uint16Array(count);
  for (let document = 0; document < count; document++) {
    for (const term of reader.read(document)) {
      const at = next[term] as number;
      next[term] = at + 1;
      documents[at] = document;
      weights[at] = reader.weightOf(term);
    }
    lengths[document] = Math.min(reader.length, MAX_LENGTH);
    if (document % SLICE === SLICE - 1) yield;
  }
  return { starts, documents, weights, lengths };
}

/** Where each term's postings begin, and behind the last where they end. */
function* countTerms(corpus: Rows, reader: RowReader): Steps<Uint32Array> {
  const starts = new Uint32Array(corpus.vocabulary.terms.length + 1);
  for (let document = 0; document < corpus.documents.length; document++) {
    for (const term of reader.read(document)) starts[term + 1] = (starts[term + 1] as number) + 1;
    if (document % SLICE === SLICE - 1) yield;
  }
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  return starts;
}

const EMPTY: PostingList = { documents: [], weights: [], from: 0, to: 0 };

/**
 * Packed postings that passages can be added to and removed from. Added ones have lists of their own behind the
 * packed ones; removed ones stay in the lists and are passed over, but no longer counted.
 */
export class Postings {
  readonly #packed: PackedPostings;
  readonly #packedTerms: number;
  readonly #added = new Map<number, { documents: number[]; weights: number[] }>();
  readonly #gone = new Map<number, number>();
  #lengths: Uint16Array;
  #count: number;
  #present: number;
  #words = 0;
  #longest = 0;
  #norms = new Float64Array();
  #normsAverage = 0;

  constructor(packed: PackedPostings, removed = 0) {
    this.#packed = packed;
    this.#packedTerms = packed.starts.length - 1;
    this.#lengths = packed.lengths;
    this.#count = packed.lengths.length;
    this.#present = this.#count - removed;
    for (const length of packed.lengths) {
      this.#words += length;
      this.#longest = Math.max(this.#longest, length);
    }
  }

  /** Informative words in each passage's body; longer than there are passages. */
  get lengths(): Uint16Array {
    return this.#lengths;
  }

  /** Passages ever taken in, removed ones included, and those that are still there. */
  get count(): number {
    return this.#count;
  }

  get present(): number {
    return this.#present;
  }

  get averageLength(): number {
    return Math.max(1, this.#words / Math.max(1, this.#present));
  }

  /** For each length that a passage has, its `lengthNorm`. */
  get norms(): Float64Array {
    const average = this.averageLength;
    if (this.#normsAverage !== average || this.#norms.length <= this.#longest) {
      this.#norms = Float64Array.from({ length: this.#longest + 1 }, (_, length) => lengthNorm(length, average));
      this.#normsAverage = average;
    }
    return this.#norms;
  }

  packed(term: number): PostingList {
    if (term >= this.#packedTerms) return EMPTY;
    const { starts, documents, weights } = this.#packed;
    return { documents, weights, from: starts[term] as number, to: starts[term + 1] as number };
  }

  added(term: number): PostingList {
    const list = this.#added.get(term);
    return list === undefined ? EMPTY : { ...list, from: 0, to: list.documents.length };
  }

  /** In how many passages a term stands. */
  frequency(term: number): number {
    const { from, to } = this.packed(term);
    return to - from + (this.#added.get(term)?.documents.length ?? 0) - (this.#gone.get(term) ?? 0);
  }

  /** Takes in the corpus's newest passage. */
  add(document: number, corpus: Rows): void {
    const reader = new RowReader(corpus);
    for (const term of reader.read(document)) {
      const list = this.#added.get(term) ?? { documents: [], weights: [] };
      list.documents.push(document);
      list.weights.push(reader.weightOf(term));
      this.#added.set(term, list);
    }
    if (document >= this.#lengths.length) {
      const larger = new Uint16Array(Math.max(64, this.#lengths.length * 2));
      larger.set(this.#lengths);
      this.#lengths = larger;
    }
    this.#lengths[document] = Math.min(reader.length, MAX_LENGTH);
    this.#count = document + 1;
    this.#present++;
    this.#words += this.#lengths[document] as number;
    this.#longest = Math.max(this.#longest, this.#lengths[document] as number);
  }

  /** Stops counting a passage; it must still be in the corpus. */
  remove(document: number, corpus: Rows): void {
    for (const term of new RowReader(corpus).read(document)) this.#gone.set(term, (this.#gone.get(term) ?? 0) + 1);
    this.#present--;
    this.#words -= this.#lengths[document] as number;
  }
}

/** Gathers the distinct terms of one passage and their weights, reusing its memory from passage to passage. */
class RowReader {
  readonly #corpus: Rows;
  readonly #weights: Uint8Array;
  readonly #distinct: number[] = [];
  length = 0;

  constructor(corpus: Rows) {
    this.#corpus = corpus;
    this.#weights = new Uint8Array(corpus.vocabulary.terms.length);
  }

  /** The distinct terms of a passage; none where it was removed. */
  read(document: number): readonly number[] {
    for (const term of this.#distinct) this.#weights[term] = 0;
    this.#distinct.length = 0;
    this.length = 0;
    if (this.#corpus.documents[document] === undefined) return this.#distinct;
    const { offsets, entries, titles, headings } = this.#corpus;
    for (const entry of entries.row(offsets.at(document), offsets.at(document + 1))) {
      if ((kindsOf(entry) & STOP) !== 0) continue;
      this.length++;
      this.#note(termOf(entry), 1);
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
