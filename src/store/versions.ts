import type { Change, Reading } from './schema.ts';

const FLOOR = 1;

/** The version of a server's library; 0 where nothing is stored. */
export async function versionOf(db: Reading, server: string): Promise<number> {
  const row = await db.selectFrom('servers').select('version').where('id', '=', server).executeTakeFirst();
  return row?.version ?? 0;
}

/**
 * Gives a server its next version, and a row where it has none. A version is a time in milliseconds where that is more
 * than one above the last, so that one that a process still remembers of a deleted server is not given again; against
 * clocks that were set back, the highest version of all deleted servers is kept as well.
 */
export async function bumpVersion(change: Change, server: string): Promise<number> {
  const floor = await change.selectFrom('version_floor').select('version').executeTakeFirst();
  const last = Math.max(await versionOf(change, server), floor?.version ?? 0);
  const version = Math.max(last + 1, Date.now());
  await change
    .insertInto('servers')
    .values({ id: server, version })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ version }))
    .execute();
  return version;
}

/** To be called before a server is deleted. */
export async function outliveVersion(change: Change, server: string): Promise<void> {
  const version = await versionOf(change, server);
  if (version === 0) return;
  await change
    .insertInto('version_floor')
    .values({ id: FLOOR, version })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ version }).where('version_floor.version', '<', version),
    )
    .execute();
}
