import type { Steps } from '../../slices.ts';

/** Sentences less alike than this are not linked (Erkan and Radev 2004). */
const MIN_SIMILARITY = 0.1;
const DAMPING = 0.85;
const ROUNDS = 30;
/** A word in more of the sentences than this tells none of them apart. */
const MAX_SHARE = 0.25;
/** Where there are few sentences, a word in so many of them may. */
const MIN_COMMON = 3;

/** A sentence's words by weight, of length 1 together. */
export type Vector = ReadonlyMap<string, number>;

/**
 * How central each sentence is among all of them: LexRank over TF-IDF vectors, highest for what resembles many others that
 * are central themselves. `sentences`: the terms of each. Costs the square of their number at most.
 */
export function* lexRank(sentences: readonly (readonly string[])[]): Steps<{ scores: number[]; vectors: Vector[] }> {
  const vectors = yield* weighted(sentences);
  const links = yield* linked(vectors);
  let scores = sentences.map(() => 1);
  for (let round = 0; round < ROUNDS; round++) {
    const next = sentences.map(() => 1 - DAMPING);
    links.forEach(({ to, sum }, from) => {
      for (const [at, similarity] of to)
        next[at] = (next[at] ?? 0) + (DAMPING * (scores[from] ?? 0) * similarity) / sum;
    });
    scores = next;
    yield;
  }
  return { scores, vectors };
}

/** How alike two sentences are, 0 to 1. */
export function cosine(a: Vector, b: Vector): number {
  let sum = 0;
  for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0);
  return sum;
}

function* weighted(sentences: readonly (readonly string[])[]): Steps<Vector[]> {
  const frequency = new Map<string, number>();
  for (const terms of sentences) for (const term of new Set(terms)) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const most = Math.max(MIN_COMMON, sentences.length * MAX_SHARE);
  const vectors: Vector[] = [];
  for (const terms of sentences) {
    const weights = new Map<string, number>();
    for (const term of terms) {
      const count = frequency.get(term) ?? 1;
      if (count <= most) weights.set(term, (weights.get(term) ?? 0) + Math.log(1 + sentences.length / count));
    }
    const length = Math.hypot(...weights.values());
    vectors.push(new Map([...weights].map(([term, weight]) => [term, weight / length])));
    yield;
  }
  return vectors;
}

interface Links {
  readonly to: readonly (readonly [sentence: number, similarity: number])[];
  readonly sum: number;
}

/** What each sentence resembles, by way of the words that they share. */
function* linked(vectors: readonly Vector[]): Steps<Links[]> {
  const postings = new Map<string, [sentence: number, weight: number][]>();
  for (const [sentence, vector] of vectors.entries()) {
    for (const [term, weight] of vector) {
      const list = postings.get(term);
      if (list) list.push([sentence, weight]);
      else postings.set(term, [[sentence, weight]]);
    }
    yield;
  }
  const links: Links[] = [];
  for (const [from, vector] of vectors.entries()) {
    const similarities = new Float64Array(vectors.length);
    for (const [term, weight] of vector) {
      for (const [to, other] of postings.get(term) ?? []) similarities[to] = (similarities[to] ?? 0) + weight * other;
    }
    const to = [...similarities.entries()].filter(([at, similarity]) => at !== from && similarity >= MIN_SIMILARITY);
    links.push({ to, sum: to.reduce((sum, [, similarity]) => sum + similarity, 0) });
    yield;
  }
  return links;
}
