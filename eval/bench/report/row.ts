/** What one system did in one track; null where the track does not measure it. */
export interface Row {
  readonly system: string;
  readonly track: string;
  /** How many were indexed. */
  readonly passages: number | null;
  /** How many were asked and answered within the time. */
  readonly queries: number;
  readonly hit1: number | null;
  readonly hit5: number | null;
  readonly mrr10: number | null;
  readonly ndcg10: number | null;
  /** Of the first hit's score, between questions that the passages answer and those that they do not. */
  readonly auroc: number | null;
  readonly p50ms: number | null;
  readonly p99ms: number | null;
  readonly indexMs: number | null;
  /** By how much the process grew: its resident memory after indexing and answering, less that before. */
  readonly rssMB: number | null;
  /** For how long indexing held the event loop up at most. */
  readonly pauseMs: number | null;
  /** Times of the same questions with typing errors. */
  readonly typoP50ms: number | null;
  readonly typoP99ms: number | null;
  /**
   * At the product's own threshold: the share of the questions with an answer among the passages that it would call
   * answered, and of those without.
   */
  readonly answeredPresent: number | null;
  readonly answeredAbsent: number | null;
  /** What a reader of the figures must know. */
  readonly note?: string;
}

/** The row of a run that came to nothing. */
export function failedRow(system: string, track: string, note: string): Row {
  return {
    system,
    track,
    passages: null,
    queries: 0,
    hit1: null,
    hit5: null,
    mrr10: null,
    ndcg10: null,
    auroc: null,
    p50ms: null,
    p99ms: null,
    indexMs: null,
    rssMB: null,
    pauseMs: null,
    typoP50ms: null,
    typoP99ms: null,
    answeredPresent: null,
    answeredAbsent: null,
    note,
  };
}
