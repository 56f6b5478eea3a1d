import { byTrack, COLUMNS, type Column } from './columns.ts';
import type { Row } from './row.ts';

/** Who leads each column of each track, one line a track; empty where there is nobody to compare with. */
export function summary(rows: readonly Row[]): string {
  return [...byTrack(rows)]
    .filter(([, own]) => own.length > 1)
    .map(([track, own]) => `${track}: ${COLUMNS.flatMap((column) => leaders(column, own)).join('; ')}`)
    .join('\n');
}

/** "hit@1 bm25 .820", with every system that shares the lead; nothing where nobody has a figure. */
function leaders({ key, label, digits, best }: Column, rows: readonly Row[]): string[] {
  const values = rows.flatMap((row) => row[key] ?? []);
  if (best === undefined || values.length === 0) return [];
  const lead = best === 'highest' ? Math.max(...values) : Math.min(...values);
  const systems = rows.filter((row) => row[key] === lead).map((row) => row.system);
  return [`${label} ${systems.join(' = ')} ${lead.toFixed(digits)}`];
}
