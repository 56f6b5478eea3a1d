import { parseFacts } from '../../material/facts.ts';
import type { Problem } from '../../material/problems.ts';
import type { Row } from '../../material/tables.ts';
import type { Fact } from '../../material/types.ts';
import { decode } from '../detect/decode.ts';
import { detectKind } from '../detect/detect.ts';
import { failure } from '../failure.ts';
import type { FactsResult } from '../types.ts';

/** A fact table as it was saved: commas, semicolons or tabs between the cells, in whatever encoding. */
export async function readFactTable(bytes: Uint8Array, contentType?: string): Promise<FactsResult> {
  if ((await detectKind(bytes)) !== 'text') return failure('badTable', ['The file is no CSV table: export it as CSV.']);
  const charset = /charset=["']?([\w-]+)/i.exec(contentType ?? '')?.[1];
  const { value, problems } = parseFacts('', decode(bytes, [charset]));
  const all = problems.length > 0 ? problems : doubles(value);
  if (all.length > 0) return failure('badTable', all.map(sayProblem));
  return { ok: true, rows: value };
}

function doubles(rows: readonly Row<Fact>[]): Problem[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, data: { id } }) => {
    const before = first.get(id);
    first.set(id, before ?? line);
    return before === undefined ? [] : [{ file: '', line, message: `says the same as row ${before}: remove one` }];
  });
}

/** Rows are counted as a spreadsheet does: the header is row 1. */
function sayProblem({ line, column, message }: Problem): string {
  const place = [line === undefined ? 'the table' : `row ${line}`, column && `column "${column}"`].filter(Boolean);
  return `${place.join(', ')}: ${message}`;
}
