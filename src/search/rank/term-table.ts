import type { Concept } from '../query/parsed-question.ts';

export interface TermMatch {
  readonly concept: number;
  readonly weight: number;
}

/** A byte holds the slot, 0 being none. */
const MOST_TERMS = 255;

/** From a term to the concepts that it stands for: one byte a term of the vocabulary, so that a miss costs one read. */
export class TermTable {
  #slots = new Uint8Array(1024);
  #matches: TermMatch[][] = [];
  #terms: number[] = [];

  fill(concepts: readonly Concept[], terms: number): void {
    this.clear();
    if (this.#slots.length < terms) this.#slots = new Uint8Array(terms * 2);
    const all = concepts.flatMap(({ alternatives }, concept) =>
      alternatives.map(({ term, weight }) => ({ term, match: { concept, weight } })),
    );
    // The heaviest first: a long question with many related words may have more terms than fit.
    all.sort((a, b) => b.match.weight - a.match.weight);
    for (const { term, match } of all) this.#add(term, match);
  }

  #add(term: number, match: TermMatch): void {
    const slot = this.#slots[term] as number;
    if (slot > 0) this.#matches[slot - 1]?.push(match);
    else if (this.#matches.length < MOST_TERMS) {
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
