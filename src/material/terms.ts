import { z } from 'zod';
import type { Checked } from './problems.ts';
import { parseTable, type Row, splitList } from './tables.ts';
import type { Term } from './types.ts';

export const TERM_COLUMNS = ['name', 'type', 'aliases', 'note'] as const;
const TYPES = ['person', 'organisation', 'country', 'place', 'weapon', 'event', 'concept'] as const;

const termRow = z.strictObject({
  name: z.string().min(1).max(100),
  type: z.enum(TYPES),
  aliases: z.string().transform(splitList),
  note: z.string().min(1).max(400),
});

/** Reads a table of names: name, type, aliases, note. */
export function parseTerms(file: string, text: string): Checked<Row<Term>[]> {
  return parseTable(file, text, TERM_COLUMNS, termRow);
}
