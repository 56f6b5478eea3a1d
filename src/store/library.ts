import type { Article, Passage } from '../material/types.ts';
import { readFacts } from './facts.ts';
import { toPassage, toSource } from './rows.ts';
import type { Reading } from './schema.ts';
import type { ServerLibrary } from './types.ts';
import { versionOf } from './versions.ts';
import { breathe } from './wait.ts';

/** Rows read at once: SQLite's reading blocks, and this many take it a few milliseconds. */
const BATCH = 2000;

/** `db` must be a transaction that sees one moment. */
export async function readLibrary(db: Reading, server: string): Promise<ServerLibrary> {
  const version = await versionOf(db, server);
  const works = await db
    .selectFrom('works')
    .select(['id', 'title', 'authors', 'publisher', 'issued', 'url'])
    .where('server', '=', server)
    .where('removed_at', 'is', null)
    .orderBy('place')
    .execute();
  const passages = new Map<string, Passage[]>(works.map(({ id }) => [id, []]));
  for await (const passage of readPassages(db, server)) passages.get(passage.source)?.push(passage);
  const articles = works.map((row): Article => ({ source: toSource(row), passages: passages.get(row.id) ?? [] }));
  return { version, articles, facts: await readFacts(db, server) };
}

/** Of all works that are there, each work's in reading order. */
async function* readPassages(db: Reading, server: string): AsyncGenerator<Passage> {
  let after: { work: string; position: number } | undefined;
  do {
    const rows = await passagesAfter(db, server, after);
    for (const row of rows) yield toPassage(row);
    after = rows.length === BATCH ? rows.at(-1) : undefined;
    await breathe();
  } while (after !== undefined);
}

function passagesAfter(db: Reading, server: string, after: { work: string; position: number } | undefined) {
  let query = db
    .selectFrom('passages')
    .innerJoin('works', (join) => join.onRef('works.server', '=', 'passages.server').onRef('works.id', '=', 'work'))
    .select(['work', 'position', 'paragraph', 'part', 'page', 'kind', 'role', 'heading', 'text'])
    .where('passages.server', '=', server)
    .where('removed_at', 'is', null);
  if (after !== undefined) {
    const { work, position } = after;
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('work', 'position'), '>', tuple(work, position)));
  }
  return query.orderBy('work').orderBy('position').limit(BATCH).execute();
}
