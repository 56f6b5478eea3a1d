import type { Source } from '../../material/types.ts';
import { swapVersions } from '../new-versions.ts';
import type { Repository } from '../repository.ts';
import type { Change, Reading } from '../schema.ts';
import type { Sessions } from '../sessions.ts';
import { storable } from '../texts.ts';
import type { Duplicate, Quota, Refusal, RestoreOutcome, Undone, WorkRecord } from '../types.ts';
import { breathe } from '../wait.ts';
import { type PassageRow, sourceColumns, toSource, toWorkRecord, type WorkRow } from '../work-rows.ts';
import { untie } from './channels.ts';
import { offerDrafts } from './drafts.ts';
import { deleteFactsOf } from './facts.ts';
import { bumpVersion } from './guilds.ts';

declare module '../schema.ts' {
  interface Schema {
    works: WorkRow;
    passages: PassageRow;
  }
}

interface WorkMethods {
  /** The works that are there, oldest first, and those removed that can still be brought back. */
  works(guild: string): Promise<WorkRecord[]>;
  /** Takes a work out; it can be brought back until it is purged. False where there is none of that id. */
  removeWork(guild: string, id: string, at: number): Promise<boolean>;
  /**
   * Takes back what was added last to a work: its former version returns where there is one, else it is removed.
   * Undefined where there is none of that id.
   */
  undoWork(guild: string, id: string, at: number): Promise<Undone | undefined>;
  /** Brings a removed work back under the id that it had. It is no addition: `additionsPerHour` is not looked at. */
  restoreWork(guild: string, id: string, quota: Quota): Promise<RestoreOutcome>;
  /** Changes what cites a work; its id and passages stay. False where none of that id is there. */
  describeWork(guild: string, id: string, about: Omit<Source, 'id'>): Promise<boolean>;
}

export const works: Repository<WorkMethods> = {
  tables: ['works', 'passages'],
  methods: (sessions) => ({
    works: (guild) => sessions.query((db) => listWorks(db, guild)),
    removeWork: (guild, id, at) => sessions.change(guild, (change) => removeWork(change, guild, id, at)),
    undoWork: (guild, id, at) => sessions.change(guild, (change) => undoWork(change, guild, id, at)),
    restoreWork: (guild, id, quota) => sessions.change(guild, (change) => restoreWork(change, guild, id, quota)),
    describeWork: (guild, id, about) =>
      sessions.change(guild, (change) => describeWork(change, guild, id, storable(about))),
  }),
  async forgetPerson(change, person) {
    const { numUpdatedRows } = await change
      .updateTable('works')
      .set({ added_by: null })
      .where('added_by', '=', person)
      .executeTakeFirst();
    return Number(numUpdatedRows);
  },
  async purge(sessions, { removed }) {
    for (const guild of await guildsWithRemovals(sessions, removed)) {
      await sessions.change(guild, (change) => purgeRemoved(change, guild, removed));
    }
  },
  async deleteGuild(change, guild) {
    const rows = await change.selectFrom('works').select('id').where('guild', '=', guild).execute();
    await deleteWorks(change, guild, rows);
  },
};

async function listWorks(db: Reading, guild: string): Promise<WorkRecord[]> {
  const rows = await db
    .selectFrom('works')
    .selectAll()
    .where('guild', '=', guild)
    .where('version_of', 'is', null)
    .orderBy('place')
    .execute();
  return rows.map(toWorkRecord);
}

/** Its rows stay until it is purged. */
async function removeWork(change: Change, guild: string, id: string, at: number): Promise<boolean> {
  const { numUpdatedRows } = await change
    .updateTable('works')
    .set({ removed_at: at })
    .where('guild', '=', guild)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return bumpedIf(numUpdatedRows > 0n, change, guild);
}

/** A former version is the one that was replaced when the present one was added. */
async function undoWork(change: Change, guild: string, id: string, at: number): Promise<Undone | undefined> {
  const former = await change
    .selectFrom('works as former')
    .innerJoin('works', (join) =>
      join.onRef('works.guild', '=', 'former.guild').onRef('works.added_at', '=', 'former.removed_at'),
    )
    .select('former.id')
    .where('works.guild', '=', guild)
    .where('works.id', '=', id)
    .where('works.removed_at', 'is', null)
    .where('former.version_of', '=', id)
    .executeTakeFirst();
  if (!former) return (await removeWork(change, guild, id, at)) ? 'removed' : undefined;
  await swapVersions(change, guild, id, former.id);
  await change
    .updateTable('works')
    .set({ removed_at: at })
    .where('guild', '=', guild)
    .where('id', '=', former.id)
    .execute();
  await bumpVersion(change, guild);
  return 'former';
}

async function restoreWork(change: Change, guild: string, id: string, quota: Quota): Promise<RestoreOutcome> {
  const row = await change
    .selectFrom('works')
    .selectAll()
    .where('guild', '=', guild)
    .where('id', '=', id)
    .where('removed_at', 'is not', null)
    .executeTakeFirst();
  if (row === undefined) return { ok: false, reason: 'gone' };
  const refusal =
    (await findDuplicate(change, guild, [{ hash: row.hash, source: toSource(row) }])) ??
    (await overQuota(change, guild, quota, { works: 1, passages: row.passages, bytes: row.bytes }));
  if (refusal) return refusal;
  await change.updateTable('works').set({ removed_at: null }).where('guild', '=', guild).where('id', '=', id).execute();
  return { ok: true, version: await bumpVersion(change, guild) };
}

async function describeWork(change: Change, guild: string, id: string, about: Omit<Source, 'id'>): Promise<boolean> {
  const { numUpdatedRows } = await change
    .updateTable('works')
    .set(sourceColumns(about))
    .where('guild', '=', guild)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return bumpedIf(numUpdatedRows > 0n, change, guild);
}

async function bumpedIf(changed: boolean, change: Change, guild: string): Promise<boolean> {
  if (changed) await bumpVersion(change, guild);
  return changed;
}

/** The work whose passages hold the same texts; removed works do not count. */
export async function findDuplicate(
  change: Change,
  guild: string,
  works: readonly { readonly hash: string; readonly source: Source }[],
): Promise<Duplicate | undefined> {
  const rows = await change
    .selectFrom('works')
    .select(['id', 'title', 'authors', 'publisher', 'issued', 'url', 'reference', 'hash'])
    .where('guild', '=', guild)
    .where('removed_at', 'is', null)
    .execute();
  const known = new Map(rows.map((row) => [row.hash, toSource(row)]));
  for (const { hash, source } of works) {
    const twin = known.get(hash);
    if (twin !== undefined) return { ok: false, reason: 'duplicate', source: twin };
    known.set(hash, source);
  }
  return undefined;
}

/** What quotas measure of a library. */
export interface Size {
  readonly works: number;
  readonly passages: number;
  readonly bytes: number;
}

/** What would be exceeded if `more` came to what is there. */
export async function overQuota(change: Change, guild: string, quota: Quota, more: Size): Promise<Refusal | undefined> {
  const size = await sizeOf(change, guild);
  for (const reason of ['works', 'passages', 'bytes'] as const) {
    const wanted = size[reason] + more[reason];
    if (wanted > quota[reason]) return { ok: false, reason, most: quota[reason], wanted };
  }
  return undefined;
}

async function sizeOf(change: Change, guild: string): Promise<Size> {
  const row = await change
    .selectFrom('works')
    .select(({ fn }) => [fn.countAll().as('works'), fn.sum('passages').as('passages'), fn.sum('bytes').as('bytes')])
    .where('guild', '=', guild)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  // Sums of nothing are null, and PostgreSQL gives sums of large integers as text.
  return { works: Number(row.works), passages: Number(row.passages ?? 0), bytes: Number(row.bytes ?? 0) };
}

async function guildsWithRemovals(sessions: Sessions, before: number): Promise<string[]> {
  const rows = await sessions.query((db) =>
    db.selectFrom('works').select('guild').distinct().where('removed_at', '<', before).execute(),
  );
  return rows.map(({ guild }) => guild);
}

async function purgeRemoved(change: Change, guild: string, before: number): Promise<void> {
  const rows = await change
    .selectFrom('works')
    .select('id')
    .where('guild', '=', guild)
    .where('removed_at', '<', before)
    .execute();
  await deleteWorks(change, guild, rows);
}

/** One by one: the passages of each are many rows. What refers to a work goes with it. */
async function deleteWorks(change: Change, guild: string, works: readonly { readonly id: string }[]): Promise<void> {
  for (const { id } of works) {
    await deleteFactsOf(change, guild, id);
    await untie(change, guild, id);
    await offerDrafts(change, guild, id);
    await change.deleteFrom('passages').where('guild', '=', guild).where('work', '=', id).execute();
    await change.deleteFrom('works').where('guild', '=', guild).where('id', '=', id).execute();
    await breathe();
  }
}
