import type { Corpus } from '../corpus.ts';
import type { Question } from '../question.ts';
import { CAPITAL, OVERLAY, SENTENCE, termOf } from '../stream.ts';
import { MONTH, NUMBER, YEAR } from '../vocabulary.ts';

/** Where a concept stands in a passage, and how well the word there fits. */
export interface Occurrence {
  readonly concept: number;
  /** Counted in words from the passage's beginning. */
  readonly position: number;
  readonly sentence: number;
  readonly weight: number;
}

/** What a sentence holds beside the question's own words: the kinds of thing an answer can be. */
export interface SentenceKinds {
  year: boolean;
  month: boolean;
  number: boolean;
  name: boolean;
}

/** All that ranking wants to know of one passage for one question. */
export interface Evidence {
  readonly occurrences: readonly Occurrence[];
  readonly sentences: readonly SentenceKinds[];
  /** For each concept the weight of its best match in the title or the heading. */
  readonly title: Float64Array;
  readonly heading: Float64Array;
  /** Words in the body. */
  readonly length: number;
}

/** Reads passages for one question. Holds a table from terms to concepts; `close` empties it for the next question. */
export class EvidenceReader {
  readonly #corpus: Corpus;
  readonly #question: Question;
  readonly #table: TermTable;

  constructor(corpus: Corpus, question: Question, table: TermTable) {
    this.#corpus = corpus;
    this.#question = question;
    this.#table = table;
    table.fill(question, corpus.vocabulary.terms.length);
  }

  read(document: number): Evidence {
    const { offsets, entries, titles, headings } = this.#corpus;
    const row = entries.view().subarray(offsets.at(document), offsets.at(document + 1));
    const occurrences: Occurrence[] = [];
    const sentences: SentenceKinds[] = [];
    let position = 0;
    for (const entry of row) {
      if ((entry & SENTENCE) !== 0 || sentences.length === 0) {
        sentences.push({ year: false, month: false, number: false, name: false });
      }
      const term = termOf(entry);
      const matches = this.#table.matches(term);
      if (matches === undefined) this.#noteKinds(entry, term, sentences);
      else {
        for (const { concept, weight } of matches) {
          occurrences.push({ concept, position, sentence: sentences.length - 1, weight });
        }
      }
      if ((entry & OVERLAY) === 0) position++;
    }
    return {
      occurrences,
      sentences,
      title: this.#field(titles[document] ?? []),
      heading: this.#field(headings[document] ?? []),
      length: position,
    };
  }

  close(): void {
    this.#table.clear();
  }

  #noteKinds(entry: number, term: number, sentences: readonly SentenceKinds[]): void {
    const kind = this.#corpus.vocabulary.kinds.at(term);
    const capital = (entry & CAPITAL) !== 0;
    if (kind === 0 && !capital) return;
    const sentence = sentences[sentences.length - 1] as SentenceKinds;
    sentence.year ||= (kind & YEAR) !== 0;
    sentence.month ||= (kind & MONTH) !== 0;
    sentence.number ||= (kind & NUMBER) !== 0;
    sentence.name ||= capital;
  }

  #field(terms: readonly number[]): Float64Array {
    const best = new Float64Array(this.#question.concepts.length);
    for (const term of terms) {
      for (const { concept, weight } of this.#table.matches(term) ?? []) {
        best[concept] = Math.max(best[concept] as number, weight);
      }
    }
    return best;
  }
}

interface TermMatch {
  readonly concept: number;
  readonly weight: number;
}

/** From a term to the concepts that it stands for: one byte a term of the vocabulary, so that a miss costs one read. */
export class TermTable {
  #slots = new Uint8Array(1024);
  #matches: TermMatch[][] = [];
  #terms: number[] = [];

  fill(question: Question, terms: number): void {
    if (this.#slots.length < terms) this.#slots = new Uint8Array(terms * 2);
    question.concepts.forEach(({ alternatives }, concept) => {
      for (const { term, weight } of alternatives) this.#add(term, { concept, weight });
    });
  }

  #add(term: number, match: TermMatch): void {
    const slot = this.#slots[term] as number;
    if (slot > 0) this.#matches[slot - 1]?.push(match);
    else if (this.#matches.length < 255) {
      this.#matches.push([match]);
      this.#terms.push(term);
      this.#slots[term] = this.#matches.length;
    }
  }

  matches(term: number): readonly TermMatch[] | undefined {
    const slot = this.#slots[term] as number;
    return slot === 0 ? undefined : this.#matches[slot - 1];
  }

  clear(): void {
    for (const term of this.#terms) this.#slots[term] = 0;
    this.#terms = [];
    this.#matches = [];
  }
}
