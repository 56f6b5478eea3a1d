import type { ExpressionBuilder } from 'kysely';
import { nothingDue, type Repository } from '../repository.ts';
import type { Change, Schema } from '../schema.ts';
import { storable } from '../texts.ts';
import { ensureGuild } from './guilds.ts';

interface JobRow {
  guild: string;
  id: string;
  kind: string;
  person: string | null;
  payload: string;
  /** While a process works at it: until when nobody else takes it. */
  due_at: number;
  attempts: number;
}

declare module '../schema.ts' {
  interface Schema {
    jobs: JobRow;
  }
}

/** Something to be done at a time, by whichever process comes first. */
export interface Job {
  /** '' for what belongs to none. */
  readonly guild: string;
  /** Unique in the guild. */
  readonly id: string;
  readonly kind: string;
  /** Whom it concerns: forgetting the person deletes it. */
  readonly person?: string | undefined;
  /** JSON values. */
  readonly payload: unknown;
  readonly dueAt: number;
}

export interface TakenJob extends Job {
  /** How often it was taken, this time included: more than 1 after a process that took it died. */
  readonly attempts: number;
}

interface JobMethods {
  /** Adds a job, or changes the one of that id: a process that works at it then can no longer finish it. */
  putJob(job: Job): Promise<void>;
  /** Takes jobs that are due, the longest due first; no other process is given them before `until`. */
  takeDueJobs(options: TakeOptions): Promise<TakenJob[]>;
  /** Deletes a job that was done. False where it was taken again or changed since. */
  finishJob(job: TakenJob): Promise<boolean>;
  /** Gives a job back that was not done, to be taken again from `dueAt` on. False where it was taken again or changed since. */
  putJobOff(job: TakenJob, dueAt: number): Promise<boolean>;
  /** Deletes a job, whether it is being worked at or not. */
  cancelJob(guild: string, id: string): Promise<void>;
  /** When the next job is due; undefined where there is none. */
  nextJobAt(): Promise<number | undefined>;
}

export interface TakeOptions {
  readonly now: number;
  readonly until: number;
  /** The most that are taken at once. */
  readonly limit: number;
}

export const jobs: Repository<JobMethods> = {
  tables: ['jobs'],
  methods: (sessions) => ({
    putJob: (job) => sessions.change(job.guild, (change) => putJob(change, storable(job))),
    takeDueJobs: (options) => sessions.changeAny((change) => takeDueJobs(change, options, sessions.locksRows)),
    finishJob: (job) =>
      sessions.changeAny(async (change) => {
        const { numDeletedRows } = await change.deleteFrom('jobs').where(isStill(job)).executeTakeFirst();
        return numDeletedRows > 0n;
      }),
    putJobOff: (job, dueAt) =>
      sessions.changeAny(async (change) => {
        const put = change.updateTable('jobs').set({ due_at: dueAt }).where(isStill(job));
        return (await put.executeTakeFirst()).numUpdatedRows > 0n;
      }),
    cancelJob: (guild, id) =>
      sessions.changeAny(async (change) => {
        await change.deleteFrom('jobs').where('guild', '=', guild).where('id', '=', id).execute();
      }),
    async nextJobAt() {
      const row = await sessions.query((db) =>
        db
          .selectFrom('jobs')
          .select(({ fn }) => fn.min('due_at').as('at'))
          .executeTakeFirst(),
      );
      return row?.at ?? undefined;
    },
  }),
  async forgetPerson(change, person) {
    const { numDeletedRows } = await change.deleteFrom('jobs').where('person', '=', person).executeTakeFirst();
    return Number(numDeletedRows);
  },
  purge: nothingDue,
  async deleteGuild(change, guild) {
    await change.deleteFrom('jobs').where('guild', '=', guild).execute();
  },
};

/** Within a change of the job's guild. */
export async function putJob(change: Change, { guild, id, kind, person, payload, dueAt }: Job): Promise<void> {
  await ensureGuild(change, guild);
  const row = { kind, person: person ?? null, payload: JSON.stringify(payload), due_at: dueAt, attempts: 0 };
  await change
    .insertInto('jobs')
    .values({ guild, id, ...row })
    .onConflict((conflict) => conflict.columns(['guild', 'id']).doUpdateSet(row))
    .execute();
}

/** The row of a job as it was when it was taken. */
function isStill({ guild, id, attempts, dueAt }: TakenJob) {
  return ({ eb, and }: ExpressionBuilder<Schema, 'jobs'>) =>
    and([eb('guild', '=', guild), eb('id', '=', id), eb('attempts', '=', attempts), eb('due_at', '=', dueAt)]);
}

/** Rows that another process is taking at this moment are passed over where the database locks rows. */
async function takeDueJobs(
  change: Change,
  { now, until, limit }: TakeOptions,
  locksRows: boolean,
): Promise<TakenJob[]> {
  const due = change.selectFrom('jobs').selectAll().where('due_at', '<=', now).orderBy('due_at').limit(limit);
  const rows = await (locksRows ? due.forUpdate().skipLocked() : due).execute();
  for (const { guild, id, attempts } of rows) {
    await change
      .updateTable('jobs')
      .set({ due_at: until, attempts: attempts + 1 })
      .where('guild', '=', guild)
      .where('id', '=', id)
      .execute();
  }
  return rows.map(({ guild, id, kind, person, payload, attempts }) => ({
    guild,
    id,
    kind,
    ...(person === null ? {} : { person }),
    payload: JSON.parse(payload),
    dueAt: until,
    attempts: attempts + 1,
  }));
}
