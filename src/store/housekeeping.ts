import type { Change, Reading } from './schema.ts';
import { outliveVersion } from './versions.ts';
import { breathe } from './wait.ts';

export async function listServers(db: Reading): Promise<string[]> {
  const rows = await db.selectFrom('servers').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

export async function forgetPerson(change: Change, person: string): Promise<number> {
  const works = await change
    .updateTable('works')
    .set({ added_by: null })
    .where('added_by', '=', person)
    .executeTakeFirst();
  const additions = await change.deleteFrom('additions').where('person', '=', person).executeTakeFirst();
  return Number(works.numUpdatedRows + additions.numDeletedRows);
}

export async function noteAbsence(change: Change, server: string, since: number | null): Promise<void> {
  let update = change.updateTable('servers').set({ absent_since: since }).where('id', '=', server);
  if (since !== null) update = update.where('absent_since', 'is', null);
  await update.execute();
}

export async function serversWithRemovals(db: Reading, before: number): Promise<string[]> {
  const rows = await db.selectFrom('works').select('server').distinct().where('removed_at', '<', before).execute();
  return rows.map(({ server }) => server);
}

export async function serversLeft(db: Reading, before: number): Promise<string[]> {
  const rows = await db.selectFrom('servers').select('id').where('absent_since', '<', before).execute();
  return rows.map(({ id }) => id);
}

export async function purgeRemoved(change: Change, server: string, before: number): Promise<void> {
  const rows = await change
    .selectFrom('works')
    .select('id')
    .where('server', '=', server)
    .where('removed_at', '<', before)
    .execute();
  await deleteWorks(change, server, rows);
}

/** Where the bot has come back in the meantime, the server stays. */
export async function purgeLeft(change: Change, server: string, before: number): Promise<void> {
  if ((await serversLeft(change, before)).includes(server)) await deleteServer(change, server);
}

export async function purgeAdditions(change: Change, before: number): Promise<void> {
  await change.deleteFrom('additions').where('at', '<', before).execute();
}

export async function deleteServer(change: Change, server: string): Promise<void> {
  await outliveVersion(change, server);
  const works = await change.selectFrom('works').select('id').where('server', '=', server).execute();
  await deleteWorks(change, server, works);
  // The rest goes with it.
  await change.deleteFrom('servers').where('id', '=', server).execute();
}

/**
 * One by one: the passages of each are many rows. The facts that cite a work go with it: its id may come to name
 * another, of which they would not be true.
 */
async function deleteWorks(change: Change, server: string, works: readonly { readonly id: string }[]): Promise<void> {
  for (const { id } of works) {
    await change.deleteFrom('facts').where('server', '=', server).where('source', '=', id).execute();
    await change.deleteFrom('works').where('server', '=', server).where('id', '=', id).execute();
    await breathe();
  }
}
