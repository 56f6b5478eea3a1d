import type { Passage } from '../../data/types.ts';
import { type Build, DEPTH, type Ready } from './types.ts';
import { stems } from './words.ts';

/** Saturation of term frequency and weight of length: the values that Lucene ships. */
const K1 = 1.2;
const B = 0.75;

/** Textbook BM25 over Porter stems, stop words left out. */
export const build: Build = (passages) => buildBm25(passages, stems);

/**
 * BM25 as in Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), equation 3.15,
 * with the idf that cannot turn negative, ln(1 + (N - n + 0.5) / (n + 0.5)), as Lucene's BM25Similarity has it:
 * score = sum over the question's terms of idf x tf (k1 + 1) / (tf + k1 (1 - b + b length / mean length)).
 */
export function buildBm25(passages: readonly Passage[], analyse: (text: string) => string[]): Ready {
  const terms = passages.map(({ title, text }) => analyse(`${title}. ${text}`));
  const meanLength = terms.reduce((sum, list) => sum + list.length, 0) / passages.length;
  const postings = invert(terms);
  const scores = new Float64Array(passages.length);

  function score(question: string): number[] {
    const touched: number[] = [];
    for (const term of analyse(question)) {
      const list = postings.get(term) ?? [];
      const idf = Math.log(1 + (passages.length - list.length + 0.5) / (list.length + 0.5));
      for (const { passage, frequency, length } of list) {
        if (scores[passage] === 0) touched.push(passage);
        const norm = K1 * (1 - B + (B * length) / meanLength);
        scores[passage] = (scores[passage] ?? 0) + (idf * frequency * (K1 + 1)) / (frequency + norm);
      }
    }
    return touched;
  }

  return {
    search(question) {
      const touched = score(question);
      const found = touched.map((number) => ({ id: passages[number]?.id ?? '', score: scores[number] ?? 0 }));
      for (const number of touched) scores[number] = 0;
      return found.sort((a, b) => b.score - a.score).slice(0, DEPTH);
    },
  };
}

interface Posting {
  readonly passage: number;
  readonly frequency: number;
  /** Of the passage, in terms. */
  readonly length: number;
}

function invert(passages: readonly (readonly string[])[]): Map<string, Posting[]> {
  const postings = new Map<string, Posting[]>();
  passages.forEach((terms, passage) => {
    for (const [term, frequency] of count(terms)) {
      const posting = { passage, frequency, length: terms.length };
      const list = postings.get(term);
      if (list === undefined) postings.set(term, [posting]);
      else list.push(posting);
    }
  });
  return postings;
}

function count(terms: readonly string[]): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  return frequencies;
}
