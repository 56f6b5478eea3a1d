import { randomUUID } from 'node:crypto';
import type { Repository } from '../repository.ts';
import type { Change, Reading } from '../schema.ts';
import type { Quota, Refusal } from '../types.ts';

/** Who added something to a guild and when, as far back as the quota an hour looks. */
interface AdditionRow {
  guild: string;
  id: string;
  person: string;
  at: number;
}

declare module '../schema.ts' {
  interface Schema {
    additions: AdditionRow;
  }
}

interface AdditionMethods {
  /** How often a person has added something to a guild since then. */
  additionsSince(guild: string, person: string, since: number): Promise<number>;
}

export const additions: Repository<AdditionMethods> = {
  tables: ['additions'],
  methods: (sessions) => ({
    additionsSince: (guild, person, since) => sessions.query((db) => countAdditions(db, guild, person, since)),
  }),
  async forgetPerson(change, person) {
    const { numDeletedRows } = await change.deleteFrom('additions').where('person', '=', person).executeTakeFirst();
    return Number(numDeletedRows);
  },
  async purge(sessions, before) {
    await sessions.changeAny((change) => change.deleteFrom('additions').where('at', '<', before.additions).execute());
  },
  async deleteGuild(change, guild) {
    await change.deleteFrom('additions').where('guild', '=', guild).execute();
  },
};

const HOUR_MS = 3_600_000;

export async function noteAddition(
  change: Change,
  guild: string,
  { by, at }: { by: string; at: number },
): Promise<void> {
  await change.insertInto('additions').values({ guild, id: randomUUID(), person: by, at }).execute();
}

/** Whether a person has added as often within the hour before `at` as is allowed. */
export async function overPace(
  change: Change,
  guild: string,
  { by, at, quota }: { by: string; at: number; quota: Quota },
): Promise<Refusal | undefined> {
  const most = quota.additionsPerHour;
  const wanted = (await countAdditions(change, guild, by, at - HOUR_MS)) + 1;
  return wanted > most ? { ok: false, reason: 'additionsPerHour', most, wanted } : undefined;
}

async function countAdditions(db: Reading, guild: string, person: string, since: number): Promise<number> {
  const row = await db
    .selectFrom('additions')
    .select((on) => on.fn.countAll().as('count'))
    .where('guild', '=', guild)
    .where('person', '=', person)
    .where('at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
