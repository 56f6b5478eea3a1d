import { namesNobody, nothingDue, type Repository } from '../repository.ts';
import type { Change, Reading } from '../schema.ts';
import { breathe } from '../wait.ts';
import { versionOf } from './guilds.ts';

interface SnapshotRow {
  guild: string;
  version: number;
  key: string;
}

interface SnapshotPartRow {
  guild: string;
  part: number;
  bytes: Uint8Array;
}

declare module '../schema.ts' {
  interface Schema {
    snapshots: SnapshotRow;
    snapshot_parts: SnapshotPartRow;
  }
}

interface Snapshot {
  readonly version: number;
  readonly key: string;
  readonly bytes: Uint8Array;
}

interface SnapshotMethods {
  /** The index that was saved for this version and key; undefined where another or none was. */
  snapshot(guild: string, version: number, key: string): Promise<Uint8Array | undefined>;
  /** Kept beside the library, one a guild, where `version` is still the library's; else there is nothing to keep. */
  saveSnapshot(guild: string, snapshot: Snapshot): Promise<void>;
}

export const snapshots: Repository<SnapshotMethods> = {
  tables: ['snapshots', 'snapshot_parts'],
  methods: (sessions) => ({
    snapshot: (guild, version, key) => sessions.view((db) => readSnapshot(db, guild, version, key)),
    saveSnapshot: (guild, snapshot) => sessions.change(guild, (change) => saveSnapshot(change, guild, snapshot)),
  }),
  forgetPerson: namesNobody,
  purge: nothingDue,
  deleteGuild: deleteSnapshot,
};

/** Bytes a row: a snapshot travels in pieces, none of which takes a slow connection long. */
const PART = 1 << 20;

/** `db` must be a transaction that sees one moment. */
async function readSnapshot(db: Reading, guild: string, version: number, key: string): Promise<Uint8Array | undefined> {
  const snapshot = await db
    .selectFrom('snapshots')
    .select('guild')
    .where('guild', '=', guild)
    .where('version', '=', version)
    .where('key', '=', key)
    .executeTakeFirst();
  if (snapshot === undefined) return undefined;
  const parts: Uint8Array[] = [];
  for (let part = 0; ; part++) {
    const bytes = await readPart(db, guild, part);
    if (bytes === undefined) return Buffer.concat(parts);
    parts.push(bytes);
    await breathe();
  }
}

async function readPart(db: Reading, guild: string, part: number): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('snapshot_parts')
    .select('bytes')
    .where('guild', '=', guild)
    .where('part', '=', part)
    .executeTakeFirst();
  // libsql gives an ArrayBuffer, whatever its types say.
  return row && new Uint8Array(row.bytes);
}

async function saveSnapshot(change: Change, guild: string, { version, key, bytes }: Snapshot): Promise<void> {
  if (version === 0 || (await versionOf(change, guild)) !== version) return;
  await deleteSnapshot(change, guild);
  await change.insertInto('snapshots').values({ guild, version, key }).execute();
  for (let part = 0; part * PART < bytes.length; part++) {
    const piece = Buffer.from(bytes.subarray(part * PART, (part + 1) * PART));
    await change.insertInto('snapshot_parts').values({ guild, part, bytes: piece }).execute();
    await breathe();
  }
}

async function deleteSnapshot(change: Change, guild: string): Promise<void> {
  await change.deleteFrom('snapshot_parts').where('guild', '=', guild).execute();
  await change.deleteFrom('snapshots').where('guild', '=', guild).execute();
}
