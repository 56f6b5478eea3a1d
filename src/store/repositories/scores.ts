import { groupBy } from '../../group.ts';
import { nothingDue, type Repository } from '../repository.ts';
import type { Change, Reading } from '../schema.ts';
import { ensureGuild } from './guilds.ts';

/** One row a person and day. */
interface ScoreRow {
  guild: string;
  person: string;
  /** Of the calendar where the person is: "2026-03-29". */
  day: string;
  right_answers: number;
  answers: number;
}

interface PlayerRow {
  guild: string;
  person: string;
  time_zone: string | null;
  hidden: number;
}

/** A row for each guild that wants no leaderboard. */
interface LeaderboardOffRow {
  guild: string;
}

declare module '../schema.ts' {
  interface Schema {
    scores: ScoreRow;
    players: PlayerRow;
    leaderboards_off: LeaderboardOffRow;
  }
}

/** How a person wants to stand among the others of a guild. */
export interface Player {
  /** Of the IANA database; undefined until they chose. */
  readonly timeZone: string | undefined;
  /** Not on the leaderboard. */
  readonly hidden: boolean;
}

/** What somebody answered on some days. */
export interface Score {
  readonly person: string;
  readonly right: number;
  readonly answers: number;
}

/** A span of days, both included; an end that is left out is open. */
export interface Days {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

interface ScoreMethods {
  /** The most right answers first, then the fewest answers; those who hide are left out. */
  scores(guild: string, days: Days): Promise<Score[]>;
  /** The days on which each person answered, newest first. */
  daysAnswered(guild: string, people: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  player(guild: string, person: string): Promise<Player>;
  players(guild: string, people: readonly string[]): Promise<ReadonlyMap<string, Player>>;
  savePlayer(guild: string, person: string, player: Player): Promise<void>;
  leaderboardIsOn(guild: string): Promise<boolean>;
  /** While it is off nothing is counted either; what was counted stays. */
  switchLeaderboard(guild: string, on: boolean): Promise<void>;
}

/** What each person got right on each day, the setting of a guild's leaderboard and those of its people. */
export const scores: Repository<ScoreMethods> = {
  tables: ['scores', 'players', 'leaderboards_off'],
  methods: (sessions) => ({
    scores: (guild, days) => sessions.query((db) => readScores(db, guild, days)),
    daysAnswered: (guild, people) => sessions.query((db) => readDays(db, guild, people)),
    async player(guild, person) {
      const found = await sessions.query((db) => readPlayers(db, guild, [person]));
      return found.get(person) ?? UNSET;
    },
    players: (guild, people) => sessions.query((db) => readPlayers(db, guild, people)),
    savePlayer: (guild, person, { timeZone, hidden }) =>
      sessions.change(guild, async (change) => {
        await ensureGuild(change, guild);
        const row = { time_zone: timeZone ?? null, hidden: Number(hidden) };
        await change
          .insertInto('players')
          .values({ guild, person, ...row })
          .onConflict((conflict) => conflict.columns(['guild', 'person']).doUpdateSet(row))
          .execute();
      }),
    leaderboardIsOn: (guild) => sessions.query((db) => isOn(db, guild)),
    switchLeaderboard: (guild, on) =>
      sessions.change(guild, async (change) => {
        await change.deleteFrom('leaderboards_off').where('guild', '=', guild).execute();
        if (on) return;
        await ensureGuild(change, guild);
        await change.insertInto('leaderboards_off').values({ guild }).execute();
      }),
  }),
  async forgetPerson(change, person) {
    let rows = 0;
    for (const table of ['scores', 'players'] as const) {
      const { numDeletedRows } = await change.deleteFrom(table).where('person', '=', person).executeTakeFirst();
      rows += Number(numDeletedRows);
    }
    return rows;
  },
  // As long as the server: "all" means all.
  purge: nothingDue,
  async deleteGuild(change, guild) {
    for (const table of scores.tables) await change.deleteFrom(table).where('guild', '=', guild).execute();
  },
};

const UNSET: Player = { timeZone: undefined, hidden: false };

/** Adds one answer to a person's day, in a guild that has a leaderboard. */
export async function countAnswer(
  change: Change,
  { guild, person, day, right }: { guild: string; person: string; day: string; right: boolean },
): Promise<void> {
  if (!(await isOn(change, guild))) return;
  await change
    .insertInto('scores')
    .values({ guild, person, day, right_answers: Number(right), answers: 1 })
    .onConflict((conflict) =>
      conflict.columns(['guild', 'person', 'day']).doUpdateSet(({ ref, eb }) => ({
        right_answers: eb(ref('scores.right_answers'), '+', Number(right)),
        answers: eb(ref('scores.answers'), '+', 1),
      })),
    )
    .execute();
}

async function isOn(db: Reading, guild: string): Promise<boolean> {
  const row = await db.selectFrom('leaderboards_off').select('guild').where('guild', '=', guild).executeTakeFirst();
  return row === undefined;
}

async function readScores(db: Reading, guild: string, { from, to }: Days): Promise<Score[]> {
  let query = db
    .selectFrom('scores')
    .leftJoin('players', (join) =>
      join.onRef('players.guild', '=', 'scores.guild').onRef('players.person', '=', 'scores.person'),
    )
    .select(({ fn }) => [
      'scores.person as person',
      fn.sum('scores.right_answers').as('right'),
      fn.sum('scores.answers').as('answers'),
    ])
    .where('scores.guild', '=', guild)
    .where((on) => on.or([on('players.hidden', 'is', null), on('players.hidden', '=', 0)]))
    .groupBy('scores.person');
  if (from !== undefined) query = query.where('scores.day', '>=', from);
  if (to !== undefined) query = query.where('scores.day', '<=', to);
  const rows = await query.execute();
  // PostgreSQL gives sums as text.
  return rows
    .map(({ person, right, answers }) => ({ person, right: Number(right), answers: Number(answers) }))
    .sort((a, b) => b.right - a.right || a.answers - b.answers || (a.person < b.person ? -1 : 1));
}

async function readDays(
  db: Reading,
  guild: string,
  people: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (people.length === 0) return new Map();
  const rows = await db
    .selectFrom('scores')
    .select(['person', 'day'])
    .where('guild', '=', guild)
    .where('person', 'in', people)
    .orderBy('day', 'desc')
    .execute();
  const byPerson = groupBy(rows, ({ person }) => person);
  return new Map([...byPerson].map(([person, of]) => [person, of.map(({ day }) => day)]));
}

async function readPlayers(
  db: Reading,
  guild: string,
  people: readonly string[],
): Promise<ReadonlyMap<string, Player>> {
  if (people.length === 0) return new Map();
  const rows = await db
    .selectFrom('players')
    .select(['person', 'time_zone', 'hidden'])
    .where('guild', '=', guild)
    .where('person', 'in', people)
    .execute();
  return new Map(
    rows.map(({ person, time_zone, hidden }) => [person, { timeZone: time_zone ?? undefined, hidden: hidden !== 0 }]),
  );
}
