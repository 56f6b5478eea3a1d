import type { Change, Reading } from './schema.ts';
import { versionOf } from './versions.ts';
import { breathe } from './wait.ts';

/** Bytes a row: a snapshot travels in pieces, none of which takes a slow connection long. */
const PART = 1 << 20;

/** `db` must be a transaction that sees one moment. */
export async function readSnapshot(
  db: Reading,
  server: string,
  version: number,
  key: string,
): Promise<Uint8Array | undefined> {
  const snapshot = await db
    .selectFrom('snapshots')
    .select('server')
    .where('server', '=', server)
    .where('version', '=', version)
    .where('key', '=', key)
    .executeTakeFirst();
  if (snapshot === undefined) return undefined;
  const parts: Uint8Array[] = [];
  for (let part = 0; ; part++) {
    const bytes = await readPart(db, server, part);
    if (bytes === undefined) return Buffer.concat(parts);
    parts.push(bytes);
    await breathe();
  }
}

async function readPart(db: Reading, server: string, part: number): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('snapshot_parts')
    .select('bytes')
    .where('server', '=', server)
    .where('part', '=', part)
    .executeTakeFirst();
  // libsql gives an ArrayBuffer, whatever its types say.
  return row && new Uint8Array(row.bytes);
}

export async function saveSnapshot(
  change: Change,
  server: string,
  { version, key, bytes }: { version: number; key: string; bytes: Uint8Array },
): Promise<void> {
  if (version === 0 || (await versionOf(change, server)) !== version) return;
  await change.deleteFrom('snapshots').where('server', '=', server).execute();
  await change.insertInto('snapshots').values({ server, version, key }).execute();
  for (let part = 0; part * PART < bytes.length; part++) {
    const piece = Buffer.from(bytes.subarray(part * PART, (part + 1) * PART));
    await change.insertInto('snapshot_parts').values({ server, part, bytes: piece }).execute();
    await breathe();
  }
}
