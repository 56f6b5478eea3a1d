import { groupBy } from '../../group.ts';
import type { Repository } from '../repository.ts';
import type { Change, Reading } from '../schema.ts';
import { storable } from '../texts.ts';
import { ensureGuild } from './guilds.ts';
import { type Job, putJob } from './jobs.ts';
import { countAnswer } from './scores.ts';

interface RoundRow {
  guild: string;
  id: string;
  channel: string;
  host: string | null;
  plan: string;
  progress: string;
  open_question: number | null;
  started_at: number;
  ended_at: number | null;
}

/** One answer a person and question. */
interface RoundAnswerRow {
  guild: string;
  round: string;
  question: number;
  person: string;
  is_right: number;
  at: number;
}

declare module '../schema.ts' {
  interface Schema {
    rounds: RoundRow;
    round_answers: RoundAnswerRow;
  }
}

/** A round of a quiz. */
export interface Round {
  readonly guild: string;
  readonly id: string;
  readonly channel: string;
  /** Who started it; undefined once forgotten. */
  readonly host: string | undefined;
  /** JSON: what stays as it is, such as the questions. */
  readonly plan: unknown;
  /** JSON: how far it is. */
  readonly progress: unknown;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly endedAt: number | undefined;
}

/** How a round goes on. */
export interface RoundStep {
  readonly progress: unknown;
  /** The question that can be answered from now on. */
  readonly openQuestion?: number | undefined;
  /** What moves it on; of the same guild. */
  readonly job?: Job | undefined;
  /** Set where it is over, in milliseconds since 1970: its channel is free for another. */
  readonly endedAt?: number | undefined;
}

export type NewRound = Omit<Round, 'progress' | 'endedAt'> & RoundStep;

export interface RoundAnswer {
  readonly question: number;
  readonly person: string;
  readonly right: boolean;
  readonly at: number;
}

export interface NewRoundAnswer extends RoundAnswer {
  readonly guild: string;
  readonly round: string;
  /** The day of the person's calendar that it counts for. */
  readonly day: string;
}

/** How the questions of a round were answered, by their place in it. */
export interface RoundResult {
  readonly plan: unknown;
  readonly questions: ReadonlyMap<number, { readonly answers: number; readonly wrong: number }>;
}

interface RoundMethods {
  /** Stores a round with its first job. False where another is under way in its channel. */
  startRound(round: NewRound): Promise<boolean>;
  round(guild: string, id: string): Promise<Round | undefined>;
  /** The round that is under way in a channel. */
  roundIn(guild: string, channel: string): Promise<Round | undefined>;
  /** The round that a person started last. */
  lastRoundOf(guild: string, host: string): Promise<Round | undefined>;
  /**
   * Moves a round on by what `decide`, which must be pure, makes of how it stands; nothing else changes the guild
   * meanwhile. Resolves to the round as it is then; undefined where there is none or `decide` gave undefined.
   */
  moveRound(guild: string, id: string, decide: (round: Round) => RoundStep | undefined): Promise<Round | undefined>;
  /** Counts an answer: a person's first to a question that is open. */
  answerRound(answer: NewRoundAnswer): Promise<'counted' | 'again' | 'closed'>;
  /** In the order in which they came. */
  roundAnswers(guild: string, id: string): Promise<RoundAnswer[]>;
  /** The rounds of a guild in which somebody was wrong: who answered is not told. */
  roundResults(guild: string): Promise<RoundResult[]>;
}

export const rounds: Repository<RoundMethods> = {
  tables: ['rounds', 'round_answers'],
  methods: (sessions) => ({
    startRound: (round) => sessions.change(round.guild, (change) => startRound(change, storable(round))),
    round: (guild, id) => sessions.query((db) => readRound(db, guild, id)),
    roundIn: (guild, channel) => sessions.query((db) => readRoundIn(db, guild, channel)),
    lastRoundOf: (guild, host) => sessions.query((db) => readLastRoundOf(db, guild, host)),
    moveRound: (guild, id, decide) =>
      sessions.change(guild, async (change) => {
        const round = await readRound(change, guild, id);
        const step = round && decide(round);
        if (!step) return undefined;
        await change
          .updateTable('rounds')
          .set(columnsOf(storable(step)))
          .where('guild', '=', guild)
          .where('id', '=', id)
          .execute();
        if (step.job !== undefined) await putJob(change, storable(step.job));
        return { ...round, progress: step.progress, endedAt: step.endedAt };
      }),
    answerRound: (answer) => sessions.change(answer.guild, (change) => answerRound(change, answer)),
    roundAnswers: (guild, id) => sessions.query((db) => readAnswers(db, guild, id)),
    roundResults: (guild) => sessions.query((db) => readResults(db, guild)),
  }),
  async forgetPerson(change, person) {
    const answers = await change.deleteFrom('round_answers').where('person', '=', person).executeTakeFirst();
    const hosted = await change.updateTable('rounds').set({ host: null }).where('host', '=', person).executeTakeFirst();
    return Number(answers.numDeletedRows + hosted.numUpdatedRows);
  },
  async purge(sessions, before) {
    await sessions.changeAny(async (change) => {
      await change
        .deleteFrom('round_answers')
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('rounds')
              .select('id')
              .whereRef('rounds.guild', '=', 'round_answers.guild')
              .whereRef('rounds.id', '=', 'round_answers.round')
              .where('started_at', '<', before.rounds),
          ),
        )
        .execute();
      await change.deleteFrom('rounds').where('started_at', '<', before.rounds).execute();
    });
  },
  async deleteGuild(change, guild) {
    for (const table of rounds.tables) await change.deleteFrom(table).where('guild', '=', guild).execute();
  },
};

async function startRound(
  change: Change,
  { guild, id, channel, host, plan, startedAt, ...step }: NewRound,
): Promise<boolean> {
  if (await readRoundIn(change, guild, channel)) return false;
  await ensureGuild(change, guild);
  const row = { guild, id, channel, host: host ?? null, plan: JSON.stringify(plan), started_at: startedAt };
  await change
    .insertInto('rounds')
    .values({ ...row, ...columnsOf(step) })
    .execute();
  if (step.job !== undefined) await putJob(change, step.job);
  return true;
}

function columnsOf({ progress, openQuestion, endedAt }: RoundStep) {
  return {
    progress: JSON.stringify(progress),
    open_question: openQuestion ?? null,
    ended_at: endedAt ?? null,
  };
}

async function answerRound(
  change: Change,
  { guild, round, question, person, right, at, day }: NewRoundAnswer,
): Promise<'counted' | 'again' | 'closed'> {
  const open = await change
    .selectFrom('rounds')
    .select('open_question')
    .where('guild', '=', guild)
    .where('id', '=', round)
    .executeTakeFirst();
  if (open?.open_question !== question) return 'closed';
  const inserted = await change
    .insertInto('round_answers')
    .values({ guild, round, question, person, is_right: Number(right), at })
    .onConflict((conflict) => conflict.columns(['guild', 'round', 'question', 'person']).doNothing())
    .returning('person')
    .executeTakeFirst();
  if (inserted === undefined) return 'again';
  await countAnswer(change, { guild, person, day, right });
  return 'counted';
}

async function readRound(db: Reading, guild: string, id: string): Promise<Round | undefined> {
  const row = await db
    .selectFrom('rounds')
    .selectAll()
    .where('guild', '=', guild)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toRound(row);
}

async function readRoundIn(db: Reading, guild: string, channel: string): Promise<Round | undefined> {
  const row = await db
    .selectFrom('rounds')
    .selectAll()
    .where('guild', '=', guild)
    .where('channel', '=', channel)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row && toRound(row);
}

async function readLastRoundOf(db: Reading, guild: string, host: string): Promise<Round | undefined> {
  const row = await db
    .selectFrom('rounds')
    .selectAll()
    .where('guild', '=', guild)
    .where('host', '=', host)
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row && toRound(row);
}

async function readAnswers(db: Reading, guild: string, round: string): Promise<RoundAnswer[]> {
  const rows = await db
    .selectFrom('round_answers')
    .select(['question', 'person', 'is_right', 'at'])
    .where('guild', '=', guild)
    .where('round', '=', round)
    .orderBy('question')
    .orderBy('at')
    .orderBy('person')
    .execute();
  return rows.map(({ question, person, is_right, at }) => ({ question, person, right: is_right !== 0, at }));
}

async function readResults(db: Reading, guild: string): Promise<RoundResult[]> {
  const counts = await db
    .selectFrom('round_answers')
    .select(({ fn }) => ['round', 'question', fn.countAll().as('answers'), fn.sum('is_right').as('right')])
    .where('guild', '=', guild)
    .groupBy(['round', 'question'])
    .execute();
  const byRound = groupBy(
    counts.map(({ round, question, answers, right }) => ({
      round,
      question,
      answers: Number(answers),
      wrong: Number(answers) - Number(right),
    })),
    ({ round }) => round,
  );
  const missed = [...byRound].filter(([, questions]) => questions.some(({ wrong }) => wrong > 0));
  const plans = await db
    .selectFrom('rounds')
    .select(['id', 'plan'])
    .where('guild', '=', guild)
    .orderBy('started_at', 'desc')
    .execute();
  const results = new Map(missed);
  return plans.flatMap(({ id, plan }) => {
    const questions = results.get(id);
    return questions
      ? [
          {
            plan: JSON.parse(plan),
            questions: new Map(questions.map(({ question, answers, wrong }) => [question, { answers, wrong }])),
          },
        ]
      : [];
  });
}

function toRound({ guild, id, channel, host, plan, progress, started_at, ended_at }: RoundRow): Round {
  return {
    guild,
    id,
    channel,
    host: host ?? undefined,
    plan: JSON.parse(plan),
    progress: JSON.parse(progress),
    startedAt: started_at,
    endedAt: ended_at ?? undefined,
  };
}
