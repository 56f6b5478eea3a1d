import { z } from 'zod';
import { because } from './issues.ts';
import type { Checked, Problem } from './problems.ts';
import { contentRef } from './refs.ts';
import { parseTable, type Row, splitList } from './tables.ts';
import type { Fact } from './types.ts';

export const FACT_COLUMNS = [
  'subject',
  'attribute',
  'value',
  'unit',
  'as_of',
  'passages',
  'other_names',
  'question',
] as const;

/** UTF-16 units of a cell, and of each question in a cell that holds several. */
const MAX_LENGTH = 300;
const filled = z.string().min(1).max(MAX_LENGTH);
const optional = z.string().max(MAX_LENGTH);

const factRow = z.strictObject({
  subject: filled,
  attribute: filled,
  value: filled,
  unit: optional,
  as_of: optional.refine(isAsOf, because('asOf')),
  passages: filled
    .transform(splitList)
    .refine((ids) => ids.length > 0 && new Set(ids.map(sourceOf)).size === 1, because('oneSource')),
  other_names: z.string().transform(splitList),
  question: z
    .string()
    .transform(splitList)
    .refine((questions) => questions.every(({ length }) => length <= MAX_LENGTH), because('longQuestion')),
});

/**
 * Reads a fact table. A row's cells are subject, attribute, value, unit, as_of, passages, other_names and question; the
 * last two hold several with `;` between them.
 */
export function parseFacts(file: string, text: string): Checked<Row<Fact>[]> {
  const table = parseTable(file, text, FACT_COLUMNS, factRow);
  return { value: table.value.map(({ line, data }) => ({ line, data: toFact(data) })), problems: table.problems };
}

/** The rows that say what one above them says. */
export function sameRows(rows: readonly Row<Fact>[]): Problem[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, data: { id } }): Problem[] => {
    const before = first.get(id);
    first.set(id, before ?? line);
    return before === undefined ? [] : [{ line, reason: 'sameRow', values: { row: String(before) } }];
  });
}

/** Any words will do, but what looks like a date must be one, and be written as others write it. */
function isAsOf(text: string): boolean {
  if (/\d{1,2}[./]\d{1,2}[./]\d{2,4}/.test(text)) return false;
  const [, year, month, day] = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(text) ?? [];
  if (year === undefined) return true;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  return date.toISOString().startsWith(text);
}

/** Names a row by what it says and where that stands. */
export function factId(fact: Pick<Fact, 'subject' | 'attribute' | 'value' | 'unit' | 'asOf' | 'passages'>): string {
  const { subject, attribute, value, unit = '', asOf = '', passages } = fact;
  return contentRef(subject, attribute, value, unit, asOf, ...passages);
}

function toFact(row: z.infer<typeof factRow>): Fact {
  const [question, ...otherQuestions] = row.question;
  return {
    id: factId({ ...row, asOf: row.as_of }),
    subject: row.subject,
    attribute: row.attribute,
    otherNames: row.other_names,
    value: row.value,
    ...(row.unit === '' ? {} : { unit: row.unit }),
    ...(row.as_of === '' ? {} : { asOf: row.as_of }),
    ...(question === undefined ? {} : { question }),
    otherQuestions,
    passages: row.passages,
    source: sourceOf(row.passages[0] ?? ''),
  };
}

function sourceOf(passage: string): string {
  return passage.split('#', 1)[0] ?? '';
}
