import type { Library } from '../answer/library.ts';
import type { Row } from '../material/tables.ts';
import type { Fact } from '../material/types.ts';

/** The rows that cite what is not there, a line each: whoever brings a table mends it in one go. */
export function unknownPassages(rows: readonly Row<Fact>[], { material }: Library): string[] {
  return rows.flatMap(({ line, data }) =>
    data.passages
      .filter((id) => !material.passages.has(id))
      .map((id) => `line ${line}, passages: there is no passage "${id}" in this server's library`),
  );
}
