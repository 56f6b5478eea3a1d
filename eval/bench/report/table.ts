import { byTrack, COLUMNS, type Column } from './columns.ts';
import type { Row } from './row.ts';

/** The rows as Markdown, one table a track. Columns that no system of a track fills are left out. */
export function table(rows: readonly Row[]): string {
  return [...byTrack(rows)].map(([track, own]) => trackTable(track, own)).join('\n\n');
}

function trackTable(track: string, rows: readonly Row[]): string {
  const columns = COLUMNS.filter(({ key }) => rows.some((row) => typeof row[key] === 'number'));
  const cells = [['system', ...columns.map(({ label }) => label)], ...rows.map((row) => rowCells(row, columns))];
  const [head, ...body] = aligned(cells);
  const rule = (head ?? []).map((cell, index) =>
    index === 0 ? '-'.repeat(cell.length) : `${'-'.repeat(cell.length - 1)}:`,
  );
  const lines = [head ?? [], rule, ...body].map((line) => `| ${line.join(' | ')} |`);
  return [`${track}: ${title(rows)}`, '', ...lines, ...notes(rows)].join('\n');
}

function title(rows: readonly Row[]): string {
  const passages = rows.find((row) => row.passages !== null)?.passages;
  return passages === undefined ? 'no result' : `${passages} passages`;
}

function rowCells(row: Row, columns: readonly Column[]): string[] {
  return [row.system, ...columns.map(({ key, digits }) => row[key]?.toFixed(digits) ?? '–')];
}

function aligned(cells: readonly (readonly string[])[]): string[][] {
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  return cells.map((line) =>
    line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))),
  );
}

/** Each note once, with the systems that it is about where it is not about all of them. */
function notes(rows: readonly Row[]): string[] {
  const texts = [...new Set(rows.flatMap((row) => row.note ?? []))];
  return texts.map((text) => {
    const systems = rows.filter((row) => row.note === text).map((row) => row.system);
    return systems.length === rows.length ? `(${text})` : `(${systems.join(', ')}: ${text})`;
  });
}
