import { z } from 'zod';
import type { Checked } from './problems.ts';
import { parseTable, type Row, splitList } from './tables.ts';
import type { Term } from './types.ts';

export const TERM_COLUMNS = ['name', 'type', 'aliases', 'note'] as const;
const TYPES = ['person', 'organisation', 'country', 'place', 'weapon', 'event', 'concept'] as const;

const termRow = z.strictObject({
  name: z.string().min(1, { error: 'is empty: fill it in' }).max(100, { error: 'is longer than 100 characters' }),
  type: z.enum(TYPES, { error: `must be one of ${TYPES.join(', ')}` }),
  aliases: z.string().transform(splitList),
  note: z.string().min(1, { error: 'is empty: say in a line what the material says of it' }).max(400, {
    error: 'is longer than 400 characters',
  }),
});

/** Reads a table of names: name, type, aliases, note. */
export function parseTerms(file: string, text: string): Checked<Row<Term>[]> {
  return parseTable(file, text, TERM_COLUMNS, termRow);
}
