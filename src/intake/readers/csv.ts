import { parse } from 'csv-parse/sync';
import { countLetters } from '../blocks/letters.ts';
import type { Content } from '../blocks/types.ts';
import { Unreadable } from '../failure.ts';
import { isReadable, rowBlocks } from '../sheets/rows.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Lines that tell which sign stands between cells. */
const SAMPLE = 20;

/** A table as text: a row is a paragraph, each cell with what its column is called. */
export function readCsv(text: string): Content {
  const rows = parseRows(text);
  if (!isReadable(rows)) throw new Unreadable('noProse');
  const { blocks, omitted, repeated } = rowBlocks(rows);
  return { about: {}, blocks, omitted, characters: countLetters(text) + repeated };
}

function parseRows(text: string): string[][] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch {
    throw new Unreadable('damaged');
  }
}

/** The sign that the first lines have most, and as often in each. */
export function delimiterOf(text: string): string {
  const lines = text.split('\n', SAMPLE).filter((line) => line.trim() !== '');
  const leastOf = (sign: string) => Math.min(...lines.map((line) => line.split(sign).length - 1));
  const totalOf = (sign: string) => lines.reduce((sum, line) => sum + line.split(sign).length - 1, 0);
  return [...DELIMITERS].sort((one, other) => leastOf(other) - leastOf(one) || totalOf(other) - totalOf(one))[0] ?? ',';
}
