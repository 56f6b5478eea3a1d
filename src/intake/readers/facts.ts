import { parseFacts, sameRows } from '../../material/facts.ts';
import { decode } from '../detect/decode.ts';
import { detectKind } from '../detect/detect.ts';
import { failure } from '../failure.ts';
import type { FactsResult } from '../types.ts';

/** A fact table as it was saved: commas, semicolons or tabs between the cells, in whatever encoding. */
export async function readFactTable(bytes: Uint8Array, contentType?: string): Promise<FactsResult> {
  if ((await detectKind(bytes)) !== 'text') return failure('noTable');
  const charset = /charset=["']?([\w-]+)/i.exec(contentType ?? '')?.[1];
  const { value, problems } = parseFacts('', decode(bytes, [charset]));
  const all = problems.length > 0 ? problems : sameRows(value);
  if (all.length === 0) return { ok: true, rows: value };
  const details = all.map(({ file: _, line, ...problem }) => ({
    ...problem,
    ...(line === undefined ? {} : { row: line }),
  }));
  return failure('badTable', details);
}
