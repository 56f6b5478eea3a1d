import { analyserOf } from '../../src/text/analyser.ts';
import { english } from '../../src/text/languages/index.ts';
import type { Pointer, WordNet } from './wordnet.ts';

export type Relation = 'synonym' | 'family' | 'familyMeaning' | 'broader' | 'narrower' | 'similar' | 'entailed';

/** What WordNet says of one term as seen from another. */
export interface Related {
  /** For each relation the probability that the first term is meant in the sense, or senses, that have it. */
  readonly by: Partial<Record<Relation, number>>;
  opposite: boolean;
}

/** Relations of whole meanings: every word of the one with every word of the other. */
const OF_MEANINGS: Readonly<Record<string, Relation>> = {
  '@': 'broader',
  '~': 'narrower',
  '&': 'similar',
  '^': 'similar',
  $: 'similar',
  '=': 'similar',
  '*': 'entailed',
  '>': 'entailed',
};
/** Words of one family: derived from each other, adjectives "of" a noun, participles, adverbs of adjectives. */
const FAMILY: ReadonlySet<string> = new Set(['+', '\\', '<']);
const OPPOSITE = '!';

/** The terms' relations to each other, each term against the terms around it. */
export class Relations {
  readonly #wordNet: WordNet;
  /** For each term the synsets of its words with their probabilities, and the reverse. */
  readonly #senses = new Map<string, Map<string, number>>();
  readonly #terms = new Map<string, Set<string>>();
  readonly #wanted: ReadonlySet<string>;

  constructor(wordNet: WordNet, wanted: ReadonlySet<string>) {
    this.#wordNet = wordNet;
    this.#wanted = wanted;
    for (const [lemma, senses] of wordNet.senses) {
      const term = this.#termOf(lemma);
      if (term === undefined) continue;
      const row = this.#senses.get(term) ?? new Map<string, number>();
      for (const { synset, probability } of senses) {
        if (!wordNet.synsets.get(synset)?.lemmas.includes(lemma)) continue;
        row.set(synset, (row.get(synset) ?? 0) + probability);
        this.#terms.set(synset, (this.#terms.get(synset) ?? new Set()).add(term));
      }
      this.#senses.set(term, row);
    }
    for (const row of this.#senses.values()) normalise(row);
  }

  of(term: string): Map<string, Related> {
    const found = new Row(term);
    for (const [key, probability] of this.#senses.get(term) ?? []) {
      found.addAll(this.#terms.get(key), 'synonym', probability);
      for (const pointer of this.#wordNet.synsets.get(key)?.pointers ?? []) this.#follow(pointer, probability, found);
    }
    return found.related;
  }

  #follow({ sign, target, words }: Pointer, probability: number, found: Row): void {
    const relation = FAMILY.has(sign) ? 'familyMeaning' : OF_MEANINGS[sign];
    if (relation !== undefined) found.addAll(this.#terms.get(target), relation, probability);
    if (words === undefined || this.#termOf(words[0]) !== found.term) return;
    const other = this.#termOf(this.#wordNet.synsets.get(target)?.lemmas[words[1]] ?? '');
    if (other === undefined) return;
    if (FAMILY.has(sign)) found.add(other, 'family', probability);
    // "Sell" is the opposite of "buy", and so of all that means "buy".
    if (sign === OPPOSITE) for (const same of [other, ...(this.#terms.get(target) ?? [])]) found.oppose(same);
  }

  /** Whether the two are kinds of one thing, like "aunt" and "uncle": under one more general meaning. */
  areSiblings(one: string, other: string): boolean {
    const parents = this.#broader(one);
    return [...this.#broader(other)].some((parent) => parents.has(parent));
  }

  #broader(term: string): Set<string> {
    const keys = [...(this.#senses.get(term)?.keys() ?? [])];
    const pointers = keys.flatMap((key) => this.#wordNet.synsets.get(key)?.pointers ?? []);
    return new Set(pointers.filter(({ sign }) => sign === '@').map(({ target }) => target));
  }

  #termOf(lemma: string): string | undefined {
    if (!/^[a-z]+$/.test(lemma)) return undefined;
    const { term } = analyserOf(english).normalise(lemma);
    return this.#wanted.has(term) ? term : undefined;
  }
}

/** What has been found for one term so far. */
class Row {
  readonly term: string;
  readonly related = new Map<string, Related>();

  constructor(term: string) {
    this.term = term;
  }

  addAll(others: Iterable<string> | undefined, relation: Relation, probability: number): void {
    for (const other of others ?? []) this.add(other, relation, probability);
  }

  add(other: string, relation: Relation, probability: number): void {
    if (other === this.term) return;
    const { by } = this.#of(other);
    by[relation] = (by[relation] ?? 0) + probability;
  }

  oppose(other: string): void {
    this.#of(other).opposite = true;
  }

  #of(other: string): Related {
    const known = this.related.get(other) ?? { by: {}, opposite: false };
    this.related.set(other, known);
    return known;
  }
}

function normalise(row: Map<string, number>): void {
  const total = [...row.values()].reduce((sum, value) => sum + value, 0);
  for (const [key, value] of row) row.set(key, value / total);
}
