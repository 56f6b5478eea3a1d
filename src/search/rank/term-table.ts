import type { Concept } from '../query/parsed-question.ts';

export interface TermMatch {
  readonly concept: number;
  readonly weight: number;
}

interface Entry extends TermMatch {
  readonly term: number;
}

/** A byte holds the slot, 0 being none. */
const MAX_TERMS = 255;

/** From a term to the concepts that it stands for: one byte a term of the vocabulary, so that a miss costs one read. */
export class TermTable {
  #slots = new Uint8Array(1024);
  #matches: TermMatch[][] = [];
  #terms: number[] = [];

  fill(concepts: readonly Concept[], terms: number): void {
    this.clear();
    if (this.#slots.length < terms) this.#slots = new Uint8Array(terms * 2);
    const all: Entry[] = [];
    concepts.forEach(({ alternatives }, concept) => {
      for (const { term, weight } of alternatives) all.push({ term, concept, weight });
    });
    // The heaviest first: a long question with many related words may have more terms than fit.
    if (all.length > MAX_TERMS) all.sort((a, b) => b.weight - a.weight);
    for (const entry of all) this.#add(entry);
  }

  #add(entry: Entry): void {
    const slot = this.#slots[entry.term] as number;
    if (slot > 0) this.#matches[slot - 1]?.push(entry);
    else if (this.#matches.length < MAX_TERMS) {
      this.#matches.push([entry]);
      this.#terms.push(entry.term);
      this.#slots[entry.term] = this.#matches.length;
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
