import { factId } from '../material/facts.ts';
import type { Fact } from '../material/types.ts';
import { factRow, toFact } from './rows.ts';
import type { Change, Reading } from './schema.ts';
import { breathe } from './wait.ts';

/** Twelve values a row; SQLite takes 32,766 values in one statement, PostgreSQL 65,535. */
const BATCH = 500;

export async function readFacts(db: Reading, server: string): Promise<Fact[]> {
  const rows = await db.selectFrom('facts').selectAll().where('server', '=', server).orderBy('place').execute();
  return rows.map(toFact);
}

export async function replaceAllFacts(change: Change, server: string, facts: readonly Fact[]): Promise<void> {
  await change.deleteFrom('facts').where('server', '=', server).execute();
  await insertFacts(change, server, facts, 0);
}

/** Behind those that are there; a row that is there already is not added again. */
export async function appendFacts(change: Change, server: string, facts: readonly Fact[]): Promise<void> {
  const there = await change.selectFrom('facts').select('id').where('server', '=', server).execute();
  const known = new Set(there.map(({ id }) => id));
  const last = await change
    .selectFrom('facts')
    .select(({ fn }) => fn.max('place').as('place'))
    .where('server', '=', server)
    .executeTakeFirst();
  const added = facts.filter(({ id }) => !known.has(id));
  await insertFacts(change, server, added, (last?.place ?? -1) + 1);
}

async function insertFacts(change: Change, server: string, facts: readonly Fact[], first: number): Promise<void> {
  for (let from = 0; from < facts.length; from += BATCH) {
    const rows = facts.slice(from, from + BATCH).map((fact, i) => factRow(server, first + from + i, fact));
    await change.insertInto('facts').values(rows).execute();
    await breathe();
  }
}

/** The fact as it cites works that were given other ids than it asked for. Its own id follows, as `Fact` demands. */
export function citing(fact: Fact, given: ReadonlyMap<string, string>): Fact {
  const source = given.get(fact.source) ?? fact.source;
  if (source === fact.source) return fact;
  const passages = fact.passages.map((id) =>
    id.startsWith(`${fact.source}#`) ? source + id.slice(fact.source.length) : id,
  );
  return { ...fact, id: factId({ ...fact, passages }), source, passages };
}
