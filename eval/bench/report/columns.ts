import type { Row } from './row.ts';

export interface Column {
  readonly key: Exclude<keyof Row, 'system' | 'track' | 'note'>;
  readonly label: string;
  readonly digits: number;
  /** Which values lead; undefined for a column in which nobody does. */
  readonly best?: 'highest' | 'lowest';
}

export const COLUMNS: readonly Column[] = [
  { key: 'queries', label: 'queries', digits: 0 },
  { key: 'hit1', label: 'hit@1', digits: 3, best: 'highest' },
  { key: 'hit5', label: 'hit@5', digits: 3, best: 'highest' },
  { key: 'mrr10', label: 'MRR@10', digits: 3, best: 'highest' },
  { key: 'ndcg10', label: 'nDCG@10', digits: 3, best: 'highest' },
  { key: 'auroc', label: 'AUROC', digits: 3, best: 'highest' },
  { key: 'answeredPresent', label: 'answered', digits: 3 },
  { key: 'answeredAbsent', label: 'wrongly', digits: 3 },
  { key: 'p50ms', label: 'p50 ms', digits: 2, best: 'lowest' },
  { key: 'p99ms', label: 'p99 ms', digits: 2, best: 'lowest' },
  { key: 'typoP50ms', label: 'typo p50', digits: 2, best: 'lowest' },
  { key: 'typoP99ms', label: 'typo p99', digits: 2, best: 'lowest' },
  { key: 'indexMs', label: 'index ms', digits: 0, best: 'lowest' },
  { key: 'rssMB', label: 'rss MB', digits: 0, best: 'lowest' },
  { key: 'pauseMs', label: 'pause ms', digits: 0, best: 'lowest' },
];

/** The rows of each track, tracks in the order of their first row. */
export function byTrack(rows: readonly Row[]): Map<string, Row[]> {
  const tracks = new Map<string, Row[]>();
  for (const row of rows) tracks.set(row.track, [...(tracks.get(row.track) ?? []), row]);
  return tracks;
}
