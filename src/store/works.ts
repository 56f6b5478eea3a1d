import type { Source } from '../material/types.ts';
import { findDuplicate } from './additions.ts';
import { swapVersions } from './new-versions.ts';
import { overQuota } from './quota.ts';
import { sourceColumns, toSource, toWorkRecord } from './rows.ts';
import type { Change, Reading } from './schema.ts';
import type { Quota, RestoreOutcome, Undone, WorkRecord } from './types.ts';
import { bumpVersion } from './versions.ts';

export async function listWorks(db: Reading, server: string): Promise<WorkRecord[]> {
  const rows = await db
    .selectFrom('works')
    .selectAll()
    .where('server', '=', server)
    .where('version_of', 'is', null)
    .orderBy('place')
    .execute();
  return rows.map(toWorkRecord);
}

/** Its rows stay until it is purged. */
export async function removeWork(change: Change, server: string, id: string, at: number): Promise<boolean> {
  const { numUpdatedRows } = await change
    .updateTable('works')
    .set({ removed_at: at })
    .where('server', '=', server)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return bumpedIf(numUpdatedRows > 0n, change, server);
}

/** A former version is the one that was replaced when the present one was added. */
export async function undoWork(change: Change, server: string, id: string, at: number): Promise<Undone | undefined> {
  const former = await change
    .selectFrom('works as former')
    .innerJoin('works', (join) =>
      join.onRef('works.server', '=', 'former.server').onRef('works.added_at', '=', 'former.removed_at'),
    )
    .select('former.id')
    .where('works.server', '=', server)
    .where('works.id', '=', id)
    .where('works.removed_at', 'is', null)
    .where('former.version_of', '=', id)
    .executeTakeFirst();
  if (!former) return (await removeWork(change, server, id, at)) ? 'removed' : undefined;
  await swapVersions(change, server, id, former.id);
  await change
    .updateTable('works')
    .set({ removed_at: at })
    .where('server', '=', server)
    .where('id', '=', former.id)
    .execute();
  await bumpVersion(change, server);
  return 'former';
}

export async function restoreWork(change: Change, server: string, id: string, quota: Quota): Promise<RestoreOutcome> {
  const row = await change
    .selectFrom('works')
    .selectAll()
    .where('server', '=', server)
    .where('id', '=', id)
    .where('removed_at', 'is not', null)
    .executeTakeFirst();
  if (row === undefined) return { ok: false, reason: 'gone' };
  const refusal =
    (await findDuplicate(change, server, [{ hash: row.hash, source: toSource(row) }])) ??
    (await overQuota(change, server, quota, { works: 1, passages: row.passages, bytes: row.bytes }));
  if (refusal) return refusal;
  await change
    .updateTable('works')
    .set({ removed_at: null })
    .where('server', '=', server)
    .where('id', '=', id)
    .execute();
  return { ok: true, version: await bumpVersion(change, server) };
}

export async function describeWork(
  change: Change,
  server: string,
  id: string,
  about: Omit<Source, 'id'>,
): Promise<boolean> {
  const { numUpdatedRows } = await change
    .updateTable('works')
    .set(sourceColumns(about))
    .where('server', '=', server)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return bumpedIf(numUpdatedRows > 0n, change, server);
}

async function bumpedIf(changed: boolean, change: Change, server: string): Promise<boolean> {
  if (changed) await bumpVersion(change, server);
  return changed;
}
