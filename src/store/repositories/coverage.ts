import { namesNobody, type Repository } from '../repository.ts';
import type { Change, Reading } from '../schema.ts';
import { storable } from '../texts.ts';
import { ensureGuild } from './guilds.ts';

interface PassageShownRow {
  guild: string;
  /** Its short name; see `passageRef`. */
  passage: string;
  times: number;
  last_at: number;
}

interface QuestionMissedRow {
  guild: string;
  question: string;
  times: number;
  last_at: number;
}

declare module '../schema.ts' {
  interface Schema {
    passages_shown: PassageShownRow;
    questions_missed: QuestionMissedRow;
  }
}

/** What some answers showed and lacked: how often each, by the passage's short name and by the question's text. */
export interface CoverageNote {
  readonly shown: ReadonlyMap<string, number>;
  readonly missed: ReadonlyMap<string, number>;
  readonly at: number;
}

export interface Coverage {
  /** How often each passage was shown, by its short name. */
  readonly shown: ReadonlyMap<string, number>;
  /** The most asked first. */
  readonly missed: readonly { readonly question: string; readonly times: number }[];
}

interface CoverageMethods {
  /** Adds to the counts. Of a guild's rows beyond the most that are kept, the oldest go. */
  noteCoverage(guild: string, note: CoverageNote): Promise<void>;
  coverage(guild: string): Promise<Coverage>;
  /** Deletes the questions that were not answered. */
  forgetMissed(guild: string): Promise<void>;
}

/** The most rows that a guild has: more passages than its quota and the shipped works hold, and a list that somebody can read. */
const MAX_ROWS = { passages_shown: 30_000, questions_missed: 300 } as const;

export const coverage: Repository<CoverageMethods> = {
  tables: ['passages_shown', 'questions_missed'],
  methods: (sessions) => ({
    noteCoverage: (guild, note) => sessions.change(guild, (change) => noteCoverage(change, guild, note)),
    coverage: (guild) => sessions.query((db) => readCoverage(db, guild)),
    forgetMissed: (guild) =>
      sessions.change(guild, async (change) => {
        await change.deleteFrom('questions_missed').where('guild', '=', guild).execute();
      }),
  }),
  forgetPerson: namesNobody,
  async purge(sessions, { coverage: before }) {
    await sessions.changeAny((change) => change.deleteFrom('passages_shown').where('last_at', '<', before).execute());
    await sessions.changeAny((change) => change.deleteFrom('questions_missed').where('last_at', '<', before).execute());
  },
  async deleteGuild(change, guild) {
    await change.deleteFrom('passages_shown').where('guild', '=', guild).execute();
    await change.deleteFrom('questions_missed').where('guild', '=', guild).execute();
  },
};

async function noteCoverage(change: Change, guild: string, { shown, missed, at }: CoverageNote): Promise<void> {
  await ensureGuild(change, guild);
  for (const [passage, times] of shown) {
    await change
      .insertInto('passages_shown')
      .values({ guild, passage: storable(passage), times, last_at: at })
      .onConflict((conflict) =>
        conflict.columns(['guild', 'passage']).doUpdateSet((on) => ({
          times: on('passages_shown.times', '+', times),
          last_at: at,
        })),
      )
      .execute();
  }
  for (const [question, times] of missed) {
    await change
      .insertInto('questions_missed')
      .values({ guild, question: storable(question), times, last_at: at })
      .onConflict((conflict) =>
        conflict.columns(['guild', 'question']).doUpdateSet((on) => ({
          times: on('questions_missed.times', '+', times),
          last_at: at,
        })),
      )
      .execute();
  }
  if (shown.size > 0) await trim(change, 'passages_shown', guild);
  if (missed.size > 0) await trim(change, 'questions_missed', guild);
}

async function trim(change: Change, table: keyof typeof MAX_ROWS, guild: string): Promise<void> {
  const beyond = await change
    .selectFrom(table)
    .select('last_at')
    .where('guild', '=', guild)
    .orderBy('last_at', 'desc')
    .offset(MAX_ROWS[table])
    .limit(1)
    .executeTakeFirst();
  if (beyond === undefined) return;
  await change.deleteFrom(table).where('guild', '=', guild).where('last_at', '<=', beyond.last_at).execute();
}

async function readCoverage(db: Reading, guild: string): Promise<Coverage> {
  const shown = await db.selectFrom('passages_shown').select(['passage', 'times']).where('guild', '=', guild).execute();
  const missed = await db
    .selectFrom('questions_missed')
    .select(['question', 'times'])
    .where('guild', '=', guild)
    .orderBy('times', 'desc')
    .orderBy('last_at', 'desc')
    .execute();
  return { shown: new Map(shown.map(({ passage, times }) => [passage, times])), missed };
}
