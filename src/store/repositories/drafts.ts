import { namesNobody, nothingDue, type Repository } from '../repository.ts';
import type { Change, Reading } from '../schema.ts';
import { storable } from '../texts.ts';
import { ensureGuild } from './guilds.ts';

interface DraftSkippedRow {
  guild: string;
  work: string;
  /** The id that the drafted fact would have. */
  draft: string;
}

declare module '../schema.ts' {
  interface Schema {
    drafts_skipped: DraftSkippedRow;
  }
}

interface DraftMethods {
  /** The drafts of a work that were skipped, by their ids; those of all works unless one is named. */
  skippedDrafts(guild: string, work?: string): Promise<ReadonlySet<string>>;
  skipDraft(guild: string, work: string, draft: string): Promise<void>;
  /** Forgets what was skipped of a work. */
  offerDrafts(guild: string, work: string): Promise<void>;
}

export const drafts: Repository<DraftMethods> = {
  tables: ['drafts_skipped'],
  methods: (sessions) => ({
    skippedDrafts: (guild, work) => sessions.query((db) => skippedDrafts(db, guild, work)),
    skipDraft: (guild, work, draft) => sessions.change(guild, (change) => skipDraft(change, guild, work, draft)),
    offerDrafts: (guild, work) => sessions.change(guild, (change) => offerDrafts(change, guild, work)),
  }),
  forgetPerson: namesNobody,
  // What was skipped of a work goes with it; see `offerDrafts`.
  purge: nothingDue,
  async deleteGuild(change, guild) {
    await change.deleteFrom('drafts_skipped').where('guild', '=', guild).execute();
  },
};

export async function offerDrafts(change: Change, guild: string, work: string): Promise<void> {
  await change.deleteFrom('drafts_skipped').where('guild', '=', guild).where('work', '=', work).execute();
}

async function skippedDrafts(db: Reading, guild: string, work?: string): Promise<ReadonlySet<string>> {
  const all = db.selectFrom('drafts_skipped').select('draft').where('guild', '=', guild);
  const query = work === undefined ? all : all.where('work', '=', work);
  return new Set((await query.execute()).map(({ draft }) => draft));
}

async function skipDraft(change: Change, guild: string, work: string, draft: string): Promise<void> {
  await ensureGuild(change, guild);
  await change
    .insertInto('drafts_skipped')
    .values({ guild, work, draft: storable(draft) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
