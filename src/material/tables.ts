import { CsvError, parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { problemOf, WITH_INPUT } from './issues.ts';
import type { Checked } from './problems.ts';

/** A table's row with the line that it begins on. */
export interface Row<T> {
  readonly line: number;
  readonly data: T;
}

/**
 * Reads a CSV table (RFC 4180, a header row; also with semicolons or tabs) and checks each row. Every problem is reported, not only
 * the first: a person mends a spreadsheet in one go.
 */
export function parseTable<T>(
  file: string,
  text: string,
  columns: readonly string[],
  row: z.ZodType<T>,
): Checked<Row<T>[]> {
  const raw = parseCsv(file, text);
  if (!raw.value) return { value: [], problems: raw.problems };
  const [header, ...records] = raw.value;
  const names = header?.cells.map((cell) => cell.trim()) ?? [];
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    const values = { columns: missing.join(', ') };
    return { value: [], problems: [{ file, line: 1, reason: 'missingColumns', values }] };
  }
  const unknown = names.filter((name) => !columns.includes(name));
  if (unknown.length > 0) {
    const values = { fields: unknown.join(', ') };
    return { value: [], problems: [{ file, line: 1, reason: 'unknownFields', values }] };
  }
  const rows = records.map((record) => checkRow(file, names, record, row));
  return { value: rows.flatMap(({ value }) => value), problems: rows.flatMap(({ problems }) => problems) };
}

interface RawRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

function parseCsv(file: string, text: string): Checked<RawRecord[] | undefined> {
  try {
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    // `lines` is where a record ends; its own line breaks lead back to where it begins.
    const value = records.map(({ record, info }) => ({
      line: info.lines - record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0),
      cells: record,
    }));
    return { value, problems: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? { line: error.lines } : {};
    return { value: undefined, problems: [{ file, ...line, reason: 'notCsv' }] };
  }
}

function checkRow<T>(
  file: string,
  names: readonly string[],
  { line, cells }: RawRecord,
  row: z.ZodType<T>,
): Checked<Row<T>[]> {
  if (cells.length !== names.length) {
    const values = { cells: cells.length, columns: names.length };
    return { value: [], problems: [{ file, line, reason: 'cellCount', values }] };
  }
  const object = Object.fromEntries(names.map((name, i) => [name, readCell(cells[i] ?? '')]));
  const checked = row.safeParse(object, WITH_INPUT);
  if (checked.success) return { value: [{ line, data: checked.data }], problems: [] };
  const problems = checked.error.issues.map((issue) => problemOf(issue, { file, line, column: issue.path.join('.') }));
  return { value: [], problems };
}

/** What stands between the cells of the header: where the comma divides decimals, spreadsheets write semicolons. */
function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const count = (delimiter: string) => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

/** What a spreadsheet would take for a formula; a plain number is none. */
const FORMULA = /^'*[=+\-@]/;
const NUMBER = /^[+-]?[\d.,]+$/;

/** A cell without the apostrophe that keeps a spreadsheet from running it as a formula. */
export function readCell(cell: string): string {
  const text = cell.trim();
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}

/** Writes a table that `parseTable` reads back: RFC 4180, lines ending in "\n", no cell that a spreadsheet would run. */
export function writeTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(writeCell).join(',')}\n`).join('');
}

function writeCell(cell: string): string {
  const text = FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** "a; b ;c" -> ["a", "b", "c"]. */
export function splitList(cell: string): string[] {
  return cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
