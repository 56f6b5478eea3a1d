import { buildBm25 } from './bm25.ts';
import type { Build } from './types.ts';
import { stems } from './words.ts';

/** Textbook BM25 over Porter stems and pairs of neighbouring stems, each pair a term like any other. */
export const build: Build = (passages) => buildBm25(passages, stemsAndPairs);

function stemsAndPairs(text: string): string[] {
  const single = stems(text);
  const pairs = single.slice(1).map((stem, index) => `${single[index]} ${stem}`);
  return [...single, ...pairs];
}
