export const K1 = 1.2;
export const B = 0.75;
/** A word in the title or the heading counts as so many in the body. */
export const TITLE_COUNT = 1;
export const HEADING_COUNT = 1;

/**
 * Okapi BM25's saturation of one term in one passage (Robertson & Zaragoza, 2009, "The Probabilistic Relevance
 * Framework"): tf (k1 + 1) / (tf + norm), to be multiplied by the term's idf.
 */
export function saturation(count: number, norm: number): number {
  return (count * (K1 + 1)) / (count + norm);
}

/** The formula's part that depends on the passage alone: k1 (1 - b + b length / average). */
export function lengthNorm(length: number, averageLength: number): number {
  return K1 * (1 - B + (B * length) / averageLength);
}
