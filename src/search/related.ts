import { normaliseWord } from './analyse/word.ts';
import { STOP } from './stream.ts';
import type { Vocabulary } from './vocabulary.ts';
import { DEMONYMS } from './words/demonyms.ts';
import { kinOf } from './words/thesaurus.ts';

/** A term that stands for a concept of the question, and how well: 1 is the asked word itself. */
export interface Alternative {
  readonly term: number;
  readonly weight: number;
}

/** A place for its people and the reverse ("Cuban" for "Cuba"). */
const DEMONYM = 0.75;
/** Of a thesaurus entry's strength, where the material does not hold the asked word, and for phrases. */
const KIN = 0.8;
/** The same where the material holds the asked word, which must keep a clear lead. */
const KIN_OF_KNOWN = 0.5;
/** So many of a word's entries in the thesaurus are looked for, the strongest that the material holds. */
const MOST_KIN = 10;

const related = new Map<string, Map<string, number>>();

function relate(from: string, to: string, weight: number): void {
  const [left, right] = [normaliseWord(from).term, normaliseWord(to).term];
  if (left === right) return;
  const row = related.get(left) ?? new Map<string, number>();
  row.set(right, Math.max(weight, row.get(right) ?? 0));
  related.set(left, row);
}

for (const group of DEMONYMS) for (const from of group) for (const to of group) relate(from, to, DEMONYM);

/** So many looked-up words and phrases are remembered. */
const REMEMBERED = 4_096;

interface HeldKin {
  readonly id: number;
  readonly strength: number;
}

/** What a material holds of a word's relatives. */
export class RelatedTerms {
  readonly #vocabulary: Vocabulary;
  /** Right as long as the vocabulary has seen so many words. */
  readonly #held = new Map<string, readonly HeldKin[]>();
  #seen = 0;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /**
   * The material's terms that mean nearly the same as a term, or belong to its family of words. `phrases`: set phrases
   * that the term begins in the question, their terms joined by "_" ("carri_out").
   */
  of(term: string, phrases: readonly string[] = []): Alternative[] {
    const best = new Map<number, number>();
    const add = (id: number | undefined, weight: number): void => {
      if (id !== undefined) best.set(id, Math.max(weight, best.get(id) ?? 0));
    };
    for (const [other, weight] of related.get(term) ?? []) add(this.#vocabulary.termId(other), weight);
    const factor = holds(this.#vocabulary, term) ? KIN_OF_KNOWN : KIN;
    for (const { id, strength } of this.#kinOf(term)) add(id, strength * factor);
    for (const phrase of phrases) for (const { id, strength } of this.#kinOf(phrase)) add(id, strength * KIN);
    return [...best].map(([id, weight]) => ({ term: id, weight }));
  }

  #kinOf(key: string): readonly HeldKin[] {
    if (this.#seen !== this.#vocabulary.seen || this.#held.size >= REMEMBERED) this.#held.clear();
    this.#seen = this.#vocabulary.seen;
    const known = this.#held.get(key);
    if (known !== undefined) return known;
    const kin = this.#readKin(key);
    // Most pairs of words are no set phrase; that is quicker looked up again than remembered.
    if (kin.length > 0) this.#held.set(key, kin);
    return kin;
  }

  #readKin(key: string): HeldKin[] {
    return kinOf(key)
      .filter(({ term }) => holds(this.#vocabulary, term))
      .slice(0, MOST_KIN)
      .map(({ term, strength }) => ({ id: this.#vocabulary.termId(term) as number, strength }));
  }
}

function holds(vocabulary: Vocabulary, term: string): boolean {
  const id = vocabulary.termId(term);
  return id !== undefined && vocabulary.occurrences.at(id) > 0 && (vocabulary.kinds.at(id) & STOP) === 0;
}
