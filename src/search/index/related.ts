import type { Analyser } from '../../text/analyser.ts';
import type { Language } from '../../text/language.ts';
import { STOP } from './stream.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A term that stands for a concept of the question, and how well: 1 is the asked word itself. */
export interface Alternative {
  readonly term: number;
  readonly weight: number;
}

/** What scoring needs of a concept. */
export interface Scored {
  readonly alternatives: readonly Alternative[];
  readonly idf: number;
}

/** A place for its people and the reverse ("Cuban" for "Cuba"). */
const RELATIVE = 0.75;
/** Of a thesaurus entry's strength, where the material does not hold the asked word, and for phrases. */
const SYNONYM = 0.8;
/** The same where the material holds the asked word, which must keep a clear lead. */
const SYNONYM_OF_KNOWN = 0.5;
/** So many of a word's entries in the thesaurus are looked for, the strongest that the material holds. */
const MAX_SYNONYMS = 10;

const relatives = new WeakMap<Language, ReadonlyMap<string, ReadonlyMap<string, number>>>();

/** The relatives of each term in a language, worked out once. */
function relativesIn({ language, normalise }: Analyser): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const known = relatives.get(language);
  if (known !== undefined) return known;
  const rows = new Map<string, Map<string, number>>();
  for (const group of language.relatives) {
    const terms = group.map((word) => normalise(word).term);
    for (const from of terms) {
      const row = rows.get(from) ?? new Map<string, number>();
      for (const to of terms) if (to !== from) row.set(to, RELATIVE);
      rows.set(from, row);
    }
  }
  relatives.set(language, rows);
  return rows;
}

/** So many looked-up words and phrases are remembered. */
const REMEMBERED = 4_096;

interface HeldSynonym {
  readonly id: number;
  readonly strength: number;
}

/** What a material holds of a word's synonyms and relatives. */
export class RelatedTerms {
  readonly #vocabulary: Vocabulary;
  readonly #language: Language;
  readonly #relatives: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Right as long as the vocabulary has seen so many words. */
  readonly #held = new Map<string, readonly HeldSynonym[]>();
  #seen = 0;

  constructor(vocabulary: Vocabulary, analyser: Analyser) {
    this.#vocabulary = vocabulary;
    this.#language = analyser.language;
    this.#relatives = relativesIn(analyser);
  }

  /**
   * The material's terms that mean nearly the same as a term, or belong to its family of words. `phrases`: those of
   * `Language.phrases` that the term begins in the question.
   */
  of(term: string, phrases: readonly string[] = []): Alternative[] {
    const best = new Map<number, number>();
    const add = (id: number | undefined, weight: number): void => {
      if (id !== undefined) best.set(id, Math.max(weight, best.get(id) ?? 0));
    };
    for (const [other, weight] of this.#relatives.get(term) ?? []) add(this.#vocabulary.termId(other), weight);
    const factor = holds(this.#vocabulary, term) ? SYNONYM_OF_KNOWN : SYNONYM;
    for (const { id, strength } of this.#synonymsOf(term)) add(id, strength * factor);
    for (const phrase of phrases) for (const { id, strength } of this.#synonymsOf(phrase)) add(id, strength * SYNONYM);
    return [...best].map(([id, weight]) => ({ term: id, weight }));
  }

  #synonymsOf(key: string): readonly HeldSynonym[] {
    if (this.#seen !== this.#vocabulary.seen || this.#held.size >= REMEMBERED) this.#held.clear();
    this.#seen = this.#vocabulary.seen;
    const known = this.#held.get(key);
    if (known !== undefined) return known;
    const synonyms = this.#readSynonyms(key);
    this.#held.set(key, synonyms);
    return synonyms;
  }

  #readSynonyms(key: string): readonly HeldSynonym[] {
    return this.#language
      .synonymsOf(key)
      .filter(({ term }) => holds(this.#vocabulary, term))
      .slice(0, MAX_SYNONYMS)
      .map(({ term, strength }) => ({ id: this.#vocabulary.termId(term) as number, strength }));
  }
}

function holds(vocabulary: Vocabulary, term: string): boolean {
  const id = vocabulary.termId(term);
  return id !== undefined && vocabulary.occurrences.at(id) > 0 && (vocabulary.kinds.at(id) & STOP) === 0;
}
