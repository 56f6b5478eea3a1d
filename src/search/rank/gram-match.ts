import type { Corpus } from '../index/corpus.ts';
import type { AskedGram } from '../index/grams.ts';
import { kindsOf, OVERLAY, STOP, termOf } from '../index/stream.ts';
import { lengthNorm, saturation } from './bm25.ts';
import type { Candidate } from './candidates.ts';

/** How much the candidates hold of a question's grams. */
export interface GramScores {
  /** Relative to the candidate that holds most, 0..1. */
  relative(document: number): number;
  /**
   * How much more than what most candidates hold of any question, as a share of all its grams. What a passage holds by chance
   * grows with the number of passages that it was chosen from; its lead over the tenth best hardly does.
   */
  lead(document: number): number;
}

/** Place of the candidate that holds what most do. */
const USUAL = 9;

/** BM25 of candidates for a question's grams; undefined where it is not read by them. */
export function gramScores(
  grams: readonly AskedGram[],
  found: readonly Candidate[],
  corpus: Corpus,
  averageLength: number,
): GramScores | undefined {
  if (grams.length === 0) return undefined;
  const match = new GramMatch(grams, corpus.vocabulary.terms.length, averageLength);
  const scores = new Map(found.map(({ document }) => [document, match.bm25(document, corpus)]));
  const sorted = [...scores.values()].sort((a, b) => b - a);
  const best = sorted[0] || 1;
  const usual = sorted[USUAL] ?? 0;
  const all = grams.reduce((sum, { idf }) => sum + idf, 0);
  const of = (document: number) => scores.get(document) ?? 0;
  return { relative: (document) => of(document) / best, lead: (document) => (of(document) - usual) / all };
}

/** Reads passages for the grams of one question. */
class GramMatch {
  readonly #grams: readonly AskedGram[];
  readonly #averageLength: number;
  /** For each term its place in the lists of grams, 0 where it has none that is asked for: so most entries cost one read. */
  readonly #place: Uint16Array;
  readonly #lists: number[][] = [[]];
  readonly #counts: Uint16Array;

  constructor(grams: readonly AskedGram[], terms: number, averageLength: number) {
    this.#grams = grams;
    this.#averageLength = averageLength;
    this.#counts = new Uint16Array(grams.length);
    this.#place = new Uint16Array(terms);
    grams.forEach(({ alternatives }, gram) => {
      for (const { term } of alternatives) {
        if (this.#place[term] === 0) this.#place[term] = this.#lists.push([]) - 1;
        this.#listOf(term).push(gram);
      }
    });
  }

  bm25(document: number, { offsets, entries, titles, headings }: Corpus): number {
    this.#counts.fill(0);
    let length = 0;
    for (const entry of entries.row(offsets.at(document), offsets.at(document + 1))) {
      if ((kindsOf(entry) & STOP) === 0) length++;
      if ((entry & OVERLAY) === 0) this.#count(termOf(entry));
    }
    for (const term of titles[document] ?? []) this.#count(term);
    for (const term of headings[document] ?? []) this.#count(term);
    const norm = lengthNorm(length, this.#averageLength);
    return this.#grams.reduce((sum, { idf }, gram) => sum + idf * saturation(this.#counts[gram] as number, norm), 0);
  }

  #listOf(term: number): number[] {
    return this.#lists[this.#place[term] as number] as number[];
  }

  #count(term: number): void {
    if (this.#place[term] === 0) return;
    for (const gram of this.#listOf(term)) this.#counts[gram] = (this.#counts[gram] as number) + 1;
  }
}
