import type { Article, Passage } from '../material/types.ts';
import { readFacts } from './repositories/facts.ts';
import { versionOf } from './repositories/guilds.ts';
import type { Reading } from './schema.ts';
import type { StoredMaterial } from './types.ts';
import { breathe } from './wait.ts';
import { type PassageRow, toPassage, toSource } from './work-rows.ts';

/** Rows read at once: SQLite's reading blocks, and this many take it a few milliseconds. */
const BATCH = 2000;

type PlacedRow = Omit<PassageRow, 'guild'>;

/** `db` must be a transaction that sees one moment. */
export async function readLibrary(db: Reading, guild: string): Promise<StoredMaterial> {
  const version = await versionOf(db, guild);
  const works = await db
    .selectFrom('works')
    .select(['id', 'title', 'authors', 'publisher', 'issued', 'url', 'reference'])
    .where('guild', '=', guild)
    .where('removed_at', 'is', null)
    .orderBy('place')
    .execute();
  const passages = new Map<string, Passage[]>(works.map(({ id }) => [id, []]));
  for await (const rows of passageRows(db, guild)) {
    for (const row of rows) passages.get(row.work)?.push(toPassage(row));
    await breathe();
  }
  const articles = works.map((row): Article => ({ source: toSource(row), passages: passages.get(row.id) ?? [] }));
  return { version, articles, facts: await readFacts(db, guild) };
}

/** Of all works that are there, each work's in reading order. */
async function* passageRows(db: Reading, guild: string): AsyncGenerator<PlacedRow[]> {
  let rows = await passagesAfter(db, guild, undefined);
  while (rows.length > 0) {
    yield rows;
    rows = rows.length < BATCH ? [] : await passagesAfter(db, guild, rows.at(-1));
  }
}

function passagesAfter(db: Reading, guild: string, after: PlacedRow | undefined): Promise<PlacedRow[]> {
  let query = db
    .selectFrom('passages')
    .innerJoin('works', (join) => join.onRef('works.guild', '=', 'passages.guild').onRef('works.id', '=', 'work'))
    .select(['work', 'position', 'paragraph', 'part', 'page', 'kind', 'role', 'heading', 'text', 'details'])
    .where('passages.guild', '=', guild)
    .where('removed_at', 'is', null);
  if (after !== undefined) {
    const { work, position } = after;
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('work', 'position'), '>', tuple(work, position)));
  }
  return query.orderBy('work').orderBy('position').limit(BATCH).execute();
}
