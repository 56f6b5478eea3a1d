import { parseFacts } from '../../material/facts.ts';
import { decode } from '../detect/decode.ts';
import { detectKind } from '../detect/detect.ts';
import { failure } from '../failure.ts';
import type { FactsResult } from '../types.ts';

/** A fact table as it was saved: commas, semicolons or tabs between the cells, in whatever encoding. */
export async function readFactTable(bytes: Uint8Array, contentType?: string): Promise<FactsResult> {
  if ((await detectKind(bytes)) !== 'text') return failure('badTable', ['The file is no CSV table: export it as CSV.']);
  const charset = /charset=["']?([\w-]+)/i.exec(contentType ?? '')?.[1];
  const { value, problems } = parseFacts('', decode(bytes, [charset]));
  if (problems.length === 0 && value.length > 0) return { ok: true, facts: value.map(({ data }) => data) };
  if (problems.length === 0) return failure('badTable', ['The table holds no row below its header.']);
  return failure(
    'badTable',
    problems.map(({ line, column, message }) =>
      [line && `row ${line}`, column && `column "${column}"`, message]
        .filter(Boolean)
        .join(', ')
        .replace(/, (?=is |must |has |says |needs )/, ' '),
    ),
  );
}
