import type { Corpus } from '../index/corpus.ts';
import { kindsOf, NEGATION, OVERLAY, SENTENCE, termOf } from '../index/stream.ts';
import type { Concept } from '../query/parsed-question.ts';
import { TermTable } from './term-table.ts';

/** Passages are read up to so many matching words and sentences; what lies beyond adds next to nothing. */
const MAX_OCCURRENCES = 384;
const MAX_SENTENCES = 192;

/**
 * What one passage holds of one question. One object for all passages, overwritten by each `read`: ranking reads
 * dozens of passages a question and allocates nothing for them.
 */
export class PassageMatch {
  concepts: readonly Concept[] = [];
  /** Matching words in order: which concept, how well, the place in words, the sentence, the entry in the corpus. */
  count = 0;
  readonly concept = new Uint8Array(MAX_OCCURRENCES);
  readonly weight = new Float64Array(MAX_OCCURRENCES);
  readonly position = new Int32Array(MAX_OCCURRENCES);
  readonly sentence = new Int32Array(MAX_OCCURRENCES);
  readonly entry = new Uint32Array(MAX_OCCURRENCES);
  /**
   * For each sentence its first entry in the corpus, the kinds of thing in it beside the question's own words
   * (negations: also among them),
   * and how many words it has.
   */
  sentences = 0;
  readonly sentenceEntry = new Uint32Array(MAX_SENTENCES);
  readonly kinds = new Uint8Array(MAX_SENTENCES);
  readonly sentenceLength = new Int32Array(MAX_SENTENCES);
  /** For each concept its best match in the body, the title and the heading. */
  readonly body = new Float64Array(256);
  readonly title = new Float64Array(256);
  readonly heading = new Float64Array(256);
  /** Words in the body. */
  length = 0;

  readonly #table = new TermTable();

  /** Call before reading passages for another question. */
  ask(concepts: readonly Concept[], corpus: Corpus): void {
    this.concepts = concepts;
    this.#table.fill(concepts, corpus.vocabulary.terms.length);
  }

  read(document: number, corpus: Corpus): void {
    this.count = 0;
    this.sentences = 0;
    this.length = 0;
    this.body.fill(0, 0, this.concepts.length);
    const begin = corpus.offsets.at(document);
    const row = corpus.entries.row(begin, corpus.offsets.at(document + 1));
    // Nearly every entry only adds to two numbers, so they stay out of the object until their sentence ends.
    let kinds = 0;
    let length = 0;
    for (let at = 0; at < row.length; at++) {
      const entry = row[at] as number;
      if ((entry & SENTENCE) !== 0 && this.sentences < MAX_SENTENCES) {
        this.#endSentence(kinds, length);
        this.sentenceEntry[this.sentences++] = begin + at;
        kinds = 0;
      }
      const matches = this.#table.matches(termOf(entry));
      if (matches === undefined) kinds |= kindsOf(entry);
      else {
        kinds |= kindsOf(entry) & NEGATION;
        for (const { concept, weight } of matches) this.#match(begin + at, length, concept, weight);
      }
      if ((entry & OVERLAY) === 0) length++;
    }
    this.#endSentence(kinds, length);
    this.#field(corpus.titles[document] ?? [], this.title);
    this.#field(corpus.headings[document] ?? [], this.heading);
  }

  /** `length`: of the passage up to here. */
  #endSentence(kinds: number, length: number): void {
    if (this.sentences > 0) {
      this.kinds[this.sentences - 1] = kinds;
      this.sentenceLength[this.sentences - 1] = length - this.length;
    }
    this.length = length;
  }

  #match(entry: number, position: number, concept: number, weight: number): void {
    if (weight > (this.body[concept] as number)) this.body[concept] = weight;
    if (this.count === MAX_OCCURRENCES) return;
    this.concept[this.count] = concept;
    this.weight[this.count] = weight;
    this.position[this.count] = position;
    this.sentence[this.count] = this.sentences - 1;
    this.entry[this.count++] = entry;
  }

  #field(terms: readonly number[], best: Float64Array): void {
    best.fill(0, 0, this.concepts.length);
    for (const term of terms) {
      for (const { concept, weight } of this.#table.matches(term) ?? []) {
        if (weight > (best[concept] as number)) best[concept] = weight;
      }
    }
  }
}
