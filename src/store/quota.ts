import type { Change, Reading } from './schema.ts';
import type { Quota, Refusal } from './types.ts';

const HOUR = 3_600_000;

/** What quotas measure of a library. */
export interface Size {
  readonly works: number;
  readonly passages: number;
  readonly bytes: number;
}

/** What would be exceeded if `more` came to what is there. */
export async function overQuota(
  change: Change,
  server: string,
  quota: Quota,
  more: Size,
): Promise<Refusal | undefined> {
  const size = await sizeOf(change, server);
  for (const reason of ['works', 'passages', 'bytes'] as const) {
    const wanted = size[reason] + more[reason];
    if (wanted > quota[reason]) return { ok: false, reason, most: quota[reason], wanted };
  }
  return undefined;
}

/** Whether a person has added as often within the hour before `at` as is allowed. */
export async function overPace(
  change: Change,
  server: string,
  { by, at, quota }: { by: string; at: number; quota: Quota },
): Promise<Refusal | undefined> {
  const most = quota.additionsPerHour;
  const wanted = (await countAdditions(change, server, by, at - HOUR)) + 1;
  return wanted > most ? { ok: false, reason: 'additionsPerHour', most, wanted } : undefined;
}

export async function countAdditions(db: Reading, server: string, person: string, since: number): Promise<number> {
  const row = await db
    .selectFrom('additions')
    .select((on) => on.fn.countAll().as('count'))
    .where('server', '=', server)
    .where('person', '=', person)
    .where('at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

async function sizeOf(change: Change, server: string): Promise<Size> {
  const row = await change
    .selectFrom('works')
    .select(({ fn }) => [fn.countAll().as('works'), fn.sum('passages').as('passages'), fn.sum('bytes').as('bytes')])
    .where('server', '=', server)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  // Sums of nothing are null, and PostgreSQL gives sums of large integers as text.
  return { works: Number(row.works), passages: Number(row.passages ?? 0), bytes: Number(row.bytes ?? 0) };
}
