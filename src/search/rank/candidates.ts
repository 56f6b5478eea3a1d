import { bodyCount, inHeading, inTitle, type PostingList, type Postings } from '../index/postings.ts';
import type { Scored } from '../index/related.ts';
import { HEADING_COUNT, K1, saturation, TITLE_COUNT } from './bm25.ts';

export interface Candidate {
  readonly document: number;
  /** Sum over the concepts of idf times BM25 saturation, each concept by its best alternative. */
  readonly bm25: number;
}

/** Memory for scoring, kept between searches so that none allocates; all zero whenever no search runs. */
export class Scores {
  total = new Float64Array(1024);
  best = new Float64Array(1024);
  touched = new Uint32Array(1024);
  reached = new Uint32Array(1024);

  fit(passages: number): void {
    if (this.total.length >= passages) return;
    this.total = new Float64Array(passages * 2);
    this.best = new Float64Array(passages * 2);
    this.touched = new Uint32Array(passages * 2);
    this.reached = new Uint32Array(passages * 2);
  }
}

type Allowed = (document: number) => boolean;

/**
 * The `limit` passages with the highest BM25 for the concepts, best first, equal ones in their order in the material.
 *
 * The rarest concepts come first. Once the `limit`-th best score is beyond all that the remaining concepts could add
 * together, no new passage can come in (MaxScore: Turtle & Flood, 1995): from then on the remaining concepts are
 * looked up for the passages found so far, instead of reading their long lists.
 */
export function candidates(
  concepts: readonly Scored[],
  postings: Postings,
  scores: Scores,
  limit: number,
  allowed?: Allowed,
): Candidate[] {
  scores.fit(postings.count);
  const ordered = concepts.filter(({ alternatives }) => alternatives.length > 0).sort((a, b) => most(b) - most(a));
  const remaining = remainders(ordered);
  let count = 0;
  let at = 0;
  for (; at < ordered.length; at++) {
    const open = remaining[at] as number;
    if (count >= limit && nthBest(scores, count, limit) > open) break;
    count = addConcept(ordered[at] as Scored, postings, scores, count, allowed);
  }
  count = finish(ordered, at, remaining, postings, scores, count, limit);
  return take(scores, count, limit);
}

/** What some passages score that were found otherwise. */
export function scoresOf(
  concepts: readonly Scored[],
  documents: readonly number[],
  postings: Postings,
  scores: Scores,
): Candidate[] {
  scores.fit(postings.count);
  return documents.map((document) => {
    for (const concept of concepts) lookUp(concept, postings, scores, document);
    const bm25 = scores.total[document] as number;
    scores.total[document] = 0;
    return { document, bm25 };
  });
}

/** More than a concept can add to any passage. */
function most({ alternatives, idf }: Scored): number {
  let weight = 0;
  for (const alternative of alternatives) weight = Math.max(weight, alternative.weight);
  return weight * idf * (K1 + 1);
}

/** remaining[i]: what concepts i and after could add together. */
function remainders(ordered: readonly Scored[]): Float64Array {
  const sums = new Float64Array(ordered.length + 1);
  for (let at = ordered.length - 1; at >= 0; at--) sums[at] = (sums[at + 1] as number) + most(ordered[at] as Scored);
  return sums;
}

/** Adds one concept to all passages that hold it; gives how many passages have a score now. */
function addConcept(
  concept: Scored,
  postings: Postings,
  scores: Scores,
  count: number,
  allowed: Allowed | undefined,
): number {
  const { total, best, touched, reached } = scores;
  const hits = reach(concept, postings, scores);
  let found = count;
  for (let at = 0; at < hits; at++) {
    const document = reached[at] as number;
    const score = best[document] as number;
    best[document] = 0;
    if (total[document] === 0) {
      if (allowed !== undefined && !allowed(document)) continue;
      touched[found++] = document;
    }
    total[document] = (total[document] as number) + score;
  }
  return found;
}

/** Writes the concept's passages to `reached` and its best score in each to `best`; gives how many there are. */
function reach({ alternatives, idf }: Scored, postings: Postings, scores: Scores): number {
  let hits = 0;
  for (const { term, weight } of alternatives) {
    hits = reachIn(postings.packed(term), weight * idf, postings, scores, hits);
    hits = reachIn(postings.added(term), weight * idf, postings, scores, hits);
  }
  return hits;
}

/** `among`: only passages that have something there. */
function reachIn(
  list: PostingList,
  factor: number,
  postings: Postings,
  scores: Scores,
  before: number,
  among?: Float64Array,
): number {
  const { best, reached } = scores;
  const { documents, weights, to } = list;
  const { lengths, norms } = postings;
  let hits = before;
  for (let at = list.from; at < to; at++) {
    const document = documents[at] as number;
    if (among !== undefined && among[document] === 0) continue;
    const score = factor * saturation(countOf(weights[at] as number), norms[lengths[document] as number] as number);
    const known = best[document] as number;
    if (known === 0) reached[hits++] = document;
    if (score > known) best[document] = score;
  }
  return hits;
}

/** A posting's count, title and heading included. */
function countOf(packed: number): number {
  return bodyCount(packed) + (inTitle(packed) ? TITLE_COUNT : 0) + (inHeading(packed) ? HEADING_COUNT : 0);
}

/** A look-up in a list costs about as much as reading so many of its places. */
const LOOK_UP_COST = 16;

/** Adds the concepts from `from` on to the passages found; those that cannot be among the best any more drop out. */
function finish(
  ordered: readonly Scored[],
  from: number,
  remaining: Float64Array,
  postings: Postings,
  scores: Scores,
  count: number,
  limit: number,
): number {
  let left = count;
  for (let at = from; at < ordered.length; at++) {
    const concept = ordered[at] as Scored;
    left = prune(scores, left, nthBest(scores, left, limit) - (remaining[at] as number));
    let places = 0;
    for (const { term } of concept.alternatives) places += postings.frequency(term);
    if (places < left * LOOK_UP_COST) addToFound(concept, postings, scores);
    else for (let place = 0; place < left; place++) lookUp(concept, postings, scores, scores.touched[place] as number);
  }
  return left;
}

/** Forgets the passages whose total is below `least`; gives how many are left. */
function prune({ total, touched }: Scores, count: number, least: number): number {
  let kept = 0;
  for (let place = 0; place < count; place++) {
    const document = touched[place] as number;
    if ((total[document] as number) < least) total[document] = 0;
    else touched[kept++] = document;
  }
  return kept;
}

/** Reads the concept's lists through and adds it to the passages that have a score already. */
function addToFound({ alternatives, idf }: Scored, postings: Postings, scores: Scores): void {
  const { total, best, reached } = scores;
  let hits = 0;
  for (const { term, weight } of alternatives) {
    hits = reachIn(postings.packed(term), weight * idf, postings, scores, hits, total);
    hits = reachIn(postings.added(term), weight * idf, postings, scores, hits, total);
  }
  for (let at = 0; at < hits; at++) {
    const document = reached[at] as number;
    total[document] = (total[document] as number) + (best[document] as number);
    best[document] = 0;
  }
}

/** Adds the concept to one passage by looking it up in the lists. */
function lookUp({ alternatives, idf }: Scored, postings: Postings, { total }: Scores, document: number): void {
  const norm = postings.norms[postings.lengths[document] as number] as number;
  let best = 0;
  for (const { term, weight } of alternatives) {
    const packed = weightIn(postings.packed(term), document) || weightIn(postings.added(term), document);
    if (packed === 0) continue;
    best = Math.max(best, weight * idf * saturation(countOf(packed), norm));
  }
  total[document] = (total[document] as number) + best;
}

/** The weight byte of a document in a rising list, by binary search; 0 where it is not in it. */
function weightIn({ documents, weights, from, to }: PostingList, document: number): number {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = documents[middle] as number;
    if (found === document) return weights[middle] as number;
    if (found < document) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

const heap = new Float64Array(1024);

/** The n-th best total of the first `count` touched passages: a heap of the n best seen, its least on top. */
function nthBest({ total, touched }: Scores, count: number, n: number): number {
  if (count < n || n > heap.length) return 0;
  let size = 0;
  for (let at = 0; at < count; at++) {
    const value = total[touched[at] as number] as number;
    if (size < n) rise(value, size++);
    else if (value > (heap[0] as number)) sink(value, n);
  }
  return heap[0] as number;
}

function rise(value: number, from: number): void {
  let at = from;
  while (at > 0 && (heap[(at - 1) >> 1] as number) > value) {
    heap[at] = heap[(at - 1) >> 1] as number;
    at = (at - 1) >> 1;
  }
  heap[at] = value;
}

function sink(value: number, size: number): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= size) break;
    if (child + 1 < size && (heap[child + 1] as number) < (heap[child] as number)) child++;
    if ((heap[child] as number) >= value) break;
    heap[at] = heap[child] as number;
    at = child;
  }
  heap[at] = value;
}

/** The best `limit`, and every total back to zero. */
function take(scores: Scores, count: number, limit: number): Candidate[] {
  const { total, touched } = scores;
  const least = nthBest(scores, count, limit);
  const best: Candidate[] = [];
  for (let at = 0; at < count; at++) {
    const document = touched[at] as number;
    const bm25 = total[document] as number;
    total[document] = 0;
    if (bm25 >= least) best.push({ document, bm25 });
  }
  return best.sort((a, b) => b.bm25 - a.bm25 || a.document - b.document).slice(0, limit);
}
