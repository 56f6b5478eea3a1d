/** Graded judgements of one question: passage id -> grade. A grade of 0 or less means: not relevant. */
export type Judgements = ReadonlyMap<string, number>;

const isRelevant = (judgements: Judgements, id: string): boolean => (judgements.get(id) ?? 0) > 0;

/** 1 where a relevant passage stands among the first k, else 0. */
export function hitAt(k: number, ranked: readonly string[], judgements: Judgements): number {
  return ranked.slice(0, k).some((id) => isRelevant(judgements, id)) ? 1 : 0;
}

/** 1 / rank of the first relevant passage, 0 where none is among the first k. */
export function reciprocalRank(k: number, ranked: readonly string[], judgements: Judgements): number {
  const index = ranked.slice(0, k).findIndex((id) => isRelevant(judgements, id));
  return index < 0 ? 0 : 1 / (index + 1);
}

/**
 * nDCG@k as trec_eval and BEIR compute it: gain = the grade itself (not 2^grade - 1), discount = log2(rank + 1),
 * ideal = the k best grades of the judgements. 0 where nothing is relevant.
 */
export function ndcg(k: number, ranked: readonly string[], judgements: Judgements): number {
  const gains = ranked.map((id) => judgements.get(id) ?? 0);
  const ideal = [...judgements.values()].sort((a, b) => b - a);
  const best = discounted(k, ideal);
  return best === 0 ? 0 : discounted(k, gains) / best;
}

function discounted(k: number, gains: readonly number[]): number {
  return gains.slice(0, k).reduce((sum, gain, index) => sum + Math.max(0, gain) / Math.log2(index + 2), 0);
}

/**
 * The probability that a positive scores above a negative, ties counting half: the area under the ROC curve by the
 * Mann-Whitney statistic, U / (positives x negatives). NaN where either side is empty.
 */
export function auroc(positives: readonly number[], negatives: readonly number[]): number {
  const all = [
    ...positives.map((score) => ({ score, positive: true })),
    ...negatives.map((score) => ({ score, positive: false })),
  ].sort((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let start = 0; start < all.length; ) {
    let end = start;
    while (end < all.length && all[end]?.score === all[start]?.score) end++;
    const meanRank = (start + 1 + end) / 2;
    rankSum += meanRank * all.slice(start, end).filter((item) => item.positive).length;
    start = end;
  }
  const u = rankSum - (positives.length * (positives.length + 1)) / 2;
  return u / (positives.length * negatives.length);
}

/** The smallest value that at least the given share (0..1] of the values do not exceed: nearest rank. NaN for none. */
export function percentile(share: number, values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] ?? Number.NaN;
}

/** NaN for none. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
