/** Robertson's idf, kept positive: ln(1 + (N - df + 0.5) / (df + 0.5)). */
export function idfOf(passages: number, frequency: number): number {
  return Math.log(1 + (Math.max(passages, frequency) - frequency + 0.5) / (frequency + 0.5));
}
