import { readFileSync } from 'node:fs';
import { analyserOf } from '../../src/text/analyser.ts';
import { STOP_WORDS } from '../../src/text/languages/en/stop-words.ts';
import { english } from '../../src/text/languages/index.ts';

interface Embeddings {
  /** Most frequent first. */
  readonly words: readonly string[];
  /** A hundred numbers a word; two more behind them are the package's own. */
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

export const DIMENSIONS = 100;
/** Neighbours whose mean cosine tells how crowded a term's surroundings are. */
const SURROUNDINGS = 10;

export function loadEmbeddings(file: string): Embeddings {
  return JSON.parse(readFileSync(file, 'utf8')) as Embeddings;
}

/** Of the `most` frequent words those that `accepts` does; words with one stem share a vector, which is of any length. */
export function termVectors(
  { words, vectors }: Embeddings,
  most: number,
  accepts: (word: string) => boolean,
): Map<string, Float64Array> {
  const sums = new Map<string, Float64Array>();
  words.slice(0, most).forEach((word, rank) => {
    const vector = vectors[word]?.slice(0, DIMENSIONS);
    const { term } = analyserOf(english).normalise(word);
    if (vector === undefined || !accepts(word) || STOP_WORDS.has(word) || STOP_WORDS.has(term)) return;
    const sum = sums.get(term) ?? new Float64Array(DIMENSIONS);
    // By Zipf's law a word's frequency falls with its rank: the more usual forms say more of what the stem means.
    addTo(sum, vector, 1 / ((rank + 50) * Math.hypot(...vector)));
    sums.set(term, sum);
  });
  return sums;
}

/** How near terms are in the texts that the vectors were learnt from. */
export class Space {
  readonly terms: readonly string[];
  readonly ids: ReadonlyMap<string, number>;
  readonly #rows: Float32Array;
  /** For each term its nearest terms, best first. */
  readonly nearest: readonly (readonly number[])[];
  readonly #crowd: Float64Array;

  /** See `termVectors` for the terms. */
  constructor(embeddings: Embeddings, most: number, neighbours: number, accepts: (word: string) => boolean) {
    const sums = termVectors(embeddings, most, accepts);
    this.terms = [...sums.keys()];
    this.ids = new Map(this.terms.map((term, id) => [term, id]));
    this.#rows = new Float32Array(this.terms.length * DIMENSIONS);
    [...sums.values()].forEach((sum, id) => {
      const norm = Math.hypot(...sum);
      this.#rows.set(
        sum.map((value) => value / norm),
        id * DIMENSIONS,
      );
    });
    this.nearest = this.terms.map((_, id) => this.#neighbours(id, neighbours));
    this.#crowd = Float64Array.from(this.nearest, (near, id) => {
      const cosines = near.slice(0, SURROUNDINGS).map((other) => this.#cosine(id, other));
      return cosines.reduce((sum, cosine) => sum + cosine, 0) / SURROUNDINGS;
    });
  }

  /**
   * Cross-domain similarity local scaling (Conneau et al., 2018, "Word Translation Without Parallel Data"):
   * 2 cos(a, b) - r(a) - r(b), r being the mean cosine to the ten nearest. Positive where the two are nearer to each
   * other than to their neighbours; the plain cosine would favour words that are near to everything.
   */
  nearness(a: number, b: number): number {
    return 2 * this.#cosine(a, b) - (this.#crowd[a] as number) - (this.#crowd[b] as number);
  }

  #neighbours(id: number, most: number): number[] {
    const found: { id: number; cosine: number }[] = [];
    let least = -1;
    const cut = (): void => {
      found.sort((a, b) => b.cosine - a.cosine || a.id - b.id);
      found.length = Math.min(found.length, most);
      least = found[most - 1]?.cosine ?? -1;
    };
    for (let other = 0; other < this.terms.length; other++) {
      const cosine = this.#cosine(id, other);
      if (other === id || cosine <= least) continue;
      found.push({ id: other, cosine });
      if (found.length >= 3 * most) cut();
    }
    cut();
    return found.map((near) => near.id);
  }

  #cosine(a: number, b: number): number {
    const rows = this.#rows;
    const [left, right] = [a * DIMENSIONS, b * DIMENSIONS];
    let sum = 0;
    for (let at = 0; at < DIMENSIONS; at++) sum += (rows[left + at] as number) * (rows[right + at] as number);
    return sum;
  }
}

function addTo(sum: Float64Array, vector: readonly number[], weight: number): void {
  for (let at = 0; at < DIMENSIONS; at++) sum[at] = (sum[at] as number) + weight * (vector[at] as number);
}
