import { bodyCount, inHeading, inTitle, type Postings } from '../postings.ts';
import type { Concept } from '../question.ts';
import { HEADING_COUNT, saturation, TITLE_COUNT } from './bm25.ts';

export interface Candidate {
  readonly document: number;
  /** Sum over the concepts of idf times BM25 saturation, each concept by its best alternative. */
  readonly bm25: number;
}

/** Scores for all passages, kept between searches so that none allocates; all zero whenever no search runs. */
export class Scores {
  total = new Float64Array(1024);
  best = new Float64Array(1024);

  fit(passages: number): void {
    if (this.total.length >= passages) return;
    this.total = new Float64Array(passages * 2);
    this.best = new Float64Array(passages * 2);
  }
}

/** The `limit` passages with the highest BM25 for the concepts, best first, equal ones in their order in the material. */
export function candidates(
  concepts: readonly Concept[],
  postings: Postings,
  scores: Scores,
  limit: number,
  allowed: (document: number) => boolean,
): Candidate[] {
  scores.fit(postings.lengths.length);
  const touched: number[] = [];
  for (const concept of concepts) addConcept(concept, postings, scores, touched);
  const best = topOf(touched, scores.total, limit, allowed);
  for (const document of touched) scores.total[document] = 0;
  return best;
}

function addConcept(concept: Concept, postings: Postings, scores: Scores, touched: number[]): void {
  const { total, best } = scores;
  const reached: number[] = [];
  for (const { term, weight } of concept.alternatives) {
    const end = postings.starts[term + 1] ?? 0;
    for (let at = postings.starts[term] ?? end; at < end; at++) {
      const document = postings.documents[at] as number;
      const score = weight * concept.idf * saturationAt(postings, at, document);
      const before = best[document] as number;
      if (before === 0) reached.push(document);
      if (score > before) best[document] = score;
    }
  }
  for (const document of reached) {
    if (total[document] === 0) touched.push(document);
    total[document] = (total[document] as number) + (best[document] as number);
    best[document] = 0;
  }
}

function saturationAt(postings: Postings, at: number, document: number): number {
  const packed = postings.weights[at] as number;
  const count = bodyCount(packed) + (inTitle(packed) ? TITLE_COUNT : 0) + (inHeading(packed) ? HEADING_COUNT : 0);
  return saturation(count, postings.lengths[document] as number, postings.averageLength);
}

function topOf(
  touched: readonly number[],
  total: Float64Array,
  limit: number,
  allowed: (document: number) => boolean,
): Candidate[] {
  const kept: Candidate[] = [];
  const before = (a: Candidate, b: Candidate): number => b.bm25 - a.bm25 || a.document - b.document;
  let least = 0;
  for (const document of touched) {
    const bm25 = total[document] as number;
    if (bm25 < least || !allowed(document)) continue;
    kept.push({ document, bm25 });
    if (kept.length >= limit * 4) {
      kept.sort(before);
      kept.length = limit;
      least = kept[limit - 1]?.bm25 ?? 0;
    }
  }
  return kept.sort(before).slice(0, limit);
}
