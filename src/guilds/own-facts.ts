import type { Problem } from '../material/problems.ts';
import type { Row } from '../material/tables.ts';
import type { Fact } from '../material/types.ts';
import type { StoredMaterial } from '../store/types.ts';

/** The rows that cite what is not there, all at once, so that a table can be mended in one go. */
export function unknownPassages(rows: readonly Row<Fact>[], { articles }: StoredMaterial): Problem[] {
  const known = new Set(articles.flatMap(({ passages }) => passages.map(({ id }) => id)));
  return rows.flatMap(({ line, data }) =>
    data.passages
      .filter((id) => !known.has(id))
      .map((id): Problem => ({ row: line, column: 'passages', reason: 'noSuchPassage', values: { id } })),
  );
}
