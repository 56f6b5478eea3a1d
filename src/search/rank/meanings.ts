import type { WordVectors } from '../../text/word-vectors.ts';
import type { Corpus } from '../index/corpus.ts';
import { kindsOf, STOP, termOf } from '../index/stream.ts';
import type { Concept, ParsedQuestion } from '../query/parsed-question.ts';
import { heldOf } from './features.ts';
import type { PassageMatch } from './passage-match.ts';

/** Where no passage found holds so much of a question, it was asked in other words than the material's. */
export const OTHER_WORDS = 0.6;
/**
 * What a passage that says all of it in other words gains. Chosen on 621 questions on two articles, 163 of them
 * paraphrases; see DESIGN.md.
 */
export const MEANING = 12;

interface Asked {
  readonly concept: number;
  readonly row: number;
}

/** Of a term that has no vector. */
const NO_ROW = -1;

/** The terms of an index as vectors, each looked up once. */
export class TermVectors {
  readonly #corpus: Corpus;
  readonly #rows: number[] = [];

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
  }

  /** Undefined where no word of the question has a vector. */
  meaningsOf({ concepts, isInOwnLanguage }: ParsedQuestion): Meanings | undefined {
    const vectors = isInOwnLanguage ? this.#corpus.analyser.language.wordVectors() : undefined;
    if (vectors === undefined) return undefined;
    const asked = concepts.flatMap(({ term }, concept) => {
      const row = vectors.rowOf(term);
      return row === undefined ? [] : [{ concept, row }];
    });
    return asked.length === 0 ? undefined : new Meanings(concepts, asked, this, vectors, this.#corpus);
  }

  rowOf(term: number, vectors: WordVectors): number | undefined {
    const row = this.#rows[term] ?? vectors.rowOf(this.#corpus.vocabulary.terms[term] as string) ?? NO_ROW;
    this.#rows[term] = row;
    return row === NO_ROW ? undefined : row;
  }
}

/** How near in meaning the words of passages come to those of one question. */
class Meanings {
  readonly #corpus: Corpus;
  readonly #terms: TermVectors;
  readonly #vectors: WordVectors;
  readonly #concepts: readonly Concept[];
  readonly #asked: readonly Asked[];
  /** For each term met its cosine with each of those that are asked about; undefined for a term without a vector. */
  readonly #cosines = new Map<number, readonly number[] | undefined>();

  constructor(
    concepts: readonly Concept[],
    asked: readonly Asked[],
    terms: TermVectors,
    vectors: WordVectors,
    corpus: Corpus,
  ) {
    this.#concepts = concepts;
    this.#asked = asked;
    this.#terms = terms;
    this.#vectors = vectors;
    this.#corpus = corpus;
  }

  /**
   * The share of the question that a passage says in any words, 0..1: a word that it lacks counts by the cosine of the
   * nearest that it has. `match` has just read it.
   */
  shareIn(document: number, match: PassageMatch): number {
    const nearest = new Float32Array(this.#concepts.length);
    // Only a passage in the index's own language has words that the vectors know.
    if (this.#corpus.documents[document]?.language === undefined) this.#read(document, nearest);
    return this.#concepts.reduce(
      (sum, { share }, at) => sum + share * Math.max(heldOf(match, at), nearest[at] as number),
      0,
    );
  }

  #read(document: number, nearest: Float32Array): void {
    const { offsets, entries } = this.#corpus;
    for (const entry of entries.row(offsets.at(document), offsets.at(document + 1))) {
      if ((kindsOf(entry) & STOP) !== 0) continue;
      const cosines = this.#of(termOf(entry));
      if (cosines === undefined) continue;
      for (let at = 0; at < this.#asked.length; at++) {
        const { concept } = this.#asked[at] as Asked;
        nearest[concept] = Math.max(nearest[concept] as number, cosines[at] as number);
      }
    }
  }

  #of(term: number): readonly number[] | undefined {
    if (this.#cosines.has(term)) return this.#cosines.get(term);
    const own = this.#terms.rowOf(term, this.#vectors);
    const cosines = own === undefined ? undefined : this.#asked.map(({ row }) => this.#vectors.cosine(own, row));
    this.#cosines.set(term, cosines);
    return cosines;
  }
}
