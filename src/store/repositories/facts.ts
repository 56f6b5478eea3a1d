import { factId } from '../../material/facts.ts';
import type { Fact } from '../../material/types.ts';
import { type FactRow, factRow, toFact } from '../fact-rows.ts';
import { namesNobody, nothingDue, type Repository } from '../repository.ts';
import type { Change, Reading } from '../schema.ts';
import { storable } from '../texts.ts';
import { breathe } from '../wait.ts';
import { noteAddition } from './additions.ts';
import { bumpVersion } from './guilds.ts';

declare module '../schema.ts' {
  interface Schema {
    facts: FactRow;
  }
}

interface FactMethods {
  /** The guild's own fact table, replaced as a whole. Counts as an addition of the person. */
  replaceFacts(guild: string, facts: readonly Fact[], by: string, at: number): Promise<void>;
  /** Adds rows to it, below those that are there; one that is there already is not added again. */
  addFacts(guild: string, facts: readonly Fact[]): Promise<void>;
}

export const facts: Repository<FactMethods> = {
  tables: ['facts'],
  methods: (sessions) => ({
    replaceFacts: (guild, rows, by, at) =>
      sessions.change(guild, async (change) => {
        await bumpVersion(change, guild);
        await noteAddition(change, guild, { by, at });
        await change.deleteFrom('facts').where('guild', '=', guild).execute();
        await insertFacts(change, guild, storable(rows), 0);
      }),
    addFacts: (guild, rows) =>
      sessions.change(guild, async (change) => {
        await bumpVersion(change, guild);
        await appendFacts(change, guild, storable(rows));
      }),
  }),
  forgetPerson: namesNobody,
  purge: nothingDue,
  async deleteGuild(change, guild) {
    await change.deleteFrom('facts').where('guild', '=', guild).execute();
  },
};

/** Twelve values a row; SQLite takes 32,766 values in one statement, PostgreSQL 65,535. */
const BATCH = 500;

export async function readFacts(db: Reading, guild: string): Promise<Fact[]> {
  const rows = await db.selectFrom('facts').selectAll().where('guild', '=', guild).orderBy('place').execute();
  return rows.map(toFact);
}

/** Behind those that are there; a row that is there already is not added again. */
export async function appendFacts(change: Change, guild: string, facts: readonly Fact[]): Promise<void> {
  const there = await change.selectFrom('facts').select('id').where('guild', '=', guild).execute();
  const known = new Set(there.map(({ id }) => id));
  const last = await change
    .selectFrom('facts')
    .select(({ fn }) => fn.max('place').as('place'))
    .where('guild', '=', guild)
    .executeTakeFirst();
  const added = facts.filter(({ id }) => !known.has(id));
  await insertFacts(change, guild, added, (last?.place ?? -1) + 1);
}

async function insertFacts(change: Change, guild: string, facts: readonly Fact[], first: number): Promise<void> {
  for (let from = 0; from < facts.length; from += BATCH) {
    const rows = facts.slice(from, from + BATCH).map((fact, i) => factRow(guild, first + from + i, fact));
    await change.insertInto('facts').values(rows).execute();
    await breathe();
  }
}

/** Of a work that is deleted for good: its id may come to name another, of which they would not be true. */
export async function deleteFactsOf(change: Change, guild: string, source: string): Promise<void> {
  await change.deleteFrom('facts').where('guild', '=', guild).where('source', '=', source).execute();
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
