import { freeId, idFor, isId } from '../material/source-id.ts';
import type { DraftPassage, Source } from '../material/types.ts';
import { appendFacts, citing } from './facts.ts';
import { type Former, formerOf, swapVersions } from './new-versions.ts';
import { overPace, overQuota, type Size } from './quota.ts';
import { hashOf, passageRow, sourceColumns, toSource } from './rows.ts';
import type { Change, WorkRow } from './schema.ts';
import type { Addition, AddOutcome, Duplicate, NewWork } from './types.ts';
import { changesBetween } from './version-changes.ts';
import { bumpVersion } from './versions.ts';
import { breathe } from './wait.ts';

/** Ten values a row; SQLite takes 32,766 values in one statement, PostgreSQL 65,535. */
const BATCH = 500;

/** A work that was given its id. */
interface Placed {
  readonly work: NewWork;
  readonly source: Source;
  readonly hash: string;
  readonly bytes: number;
}

/** Everything that could be refused is looked at before anything is written. */
export async function addWorks(change: Change, server: string, addition: Addition): Promise<AddOutcome> {
  const placed = await placeWorks(change, server, addition);
  const refusal = (await overPace(change, server, addition)) ?? (await findDuplicate(change, server, placed));
  if (refusal) return refusal;
  const [only] = placed;
  const former =
    addition.mayUpdate && placed.length === 1 && only ? await formerOf(change, server, only.work) : undefined;
  const tooLarge = await overQuota(change, server, addition.quota, growth(sizeOf(placed), former));
  if (tooLarge) return tooLarge;

  const version = await bumpVersion(change, server);
  await noteAddition(change, server, addition);
  if (only && former) return { ...(await replaceWork(change, server, { addition, only, former })), version };
  await insertWorks(change, server, addition, placed);
  const given = new Map(placed.map(({ work, source }) => [work.id ?? source.id, source.id]));
  await appendFacts(
    change,
    server,
    (addition.facts ?? []).map((fact) => citing(fact, given)),
  );
  return { ok: true, version, sources: placed.map(({ source }) => source) };
}

/** What a library grows by where a work takes another's place. */
function growth(size: Size, former: Former | undefined): Size {
  if (!former) return size;
  const { passages, bytes } = former.row;
  return { works: 0, passages: size.passages - passages, bytes: size.bytes - bytes };
}

/** The new version goes in as a row of its own, which then changes places with the former. */
async function replaceWork(
  change: Change,
  server: string,
  { addition, only, former }: { addition: Addition; only: Placed; former: Former },
) {
  await insertWorks(change, server, addition, [only]);
  const { id } = former.row;
  await change
    .updateTable('works')
    .set({ removed_at: addition.at, version_of: id })
    .where('server', '=', server)
    .where('id', '=', only.source.id)
    .execute();
  await swapVersions(change, server, id, only.source.id);
  const changes = changesBetween(former.passages, only.work.passages);
  return { ok: true as const, sources: [toSource(former.row)], changes };
}

export async function noteAddition(
  change: Change,
  server: string,
  { by, at }: { by: string; at: number },
): Promise<void> {
  await change.insertInto('additions').values({ server, person: by, at }).execute();
}

/** The work whose passages hold the same texts; removed works do not count. */
export async function findDuplicate(
  change: Change,
  server: string,
  works: readonly { readonly hash: string; readonly source: Source }[],
): Promise<Duplicate | undefined> {
  const rows = await change
    .selectFrom('works')
    .select(['id', 'title', 'authors', 'publisher', 'issued', 'url', 'hash'])
    .where('server', '=', server)
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

async function placeWorks(change: Change, server: string, { works, taken }: Addition): Promise<Placed[]> {
  const rows = await change.selectFrom('works').select('id').where('server', '=', server).execute();
  const borne = new Set(rows.map(({ id }) => id));
  const placed: Placed[] = [];
  for (const work of works) {
    const wanted = work.id !== undefined && isId(work.id) ? work.id : idFor(work.about.title, work.about.issued);
    const id = freeId(wanted, (each) => borne.has(each) || taken.has(each));
    borne.add(id);
    const bytes = work.passages.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    placed.push({ work, source: sourceOf(id, work.about), hash: hashOf(work.passages), bytes });
  }
  return placed;
}

/** Field by field, so that the source is the same as one that was read back. */
function sourceOf(id: string, about: Omit<Source, 'id'>): Source {
  return toSource({ id, ...sourceColumns(about) });
}

function sizeOf(placed: readonly Placed[]): Size {
  const sum = (of: (each: Placed) => number) => placed.reduce((total, each) => total + of(each), 0);
  return { works: placed.length, passages: sum(({ work }) => work.passages.length), bytes: sum(({ bytes }) => bytes) };
}

async function insertWorks(
  change: Change,
  server: string,
  { by, at }: Addition,
  placed: readonly Placed[],
): Promise<void> {
  const last = await change
    .selectFrom('works')
    .select(({ fn }) => fn.max('place').as('place'))
    .where('server', '=', server)
    .executeTakeFirst();
  let place = last?.place ?? -1;
  for (const { work, source, hash, bytes } of placed) {
    place += 1;
    const row: WorkRow = {
      server,
      id: source.id,
      place,
      ...sourceColumns(source),
      format: work.format,
      file_name: work.fileName,
      passages: work.passages.length,
      bytes,
      words: work.words,
      hash,
      added_at: at,
      added_by: by,
      removed_at: null,
      version_of: null,
    };
    await change.insertInto('works').values(row).execute();
    await insertPassages(change, server, source.id, work.passages);
  }
}

async function insertPassages(
  change: Change,
  server: string,
  work: string,
  passages: readonly DraftPassage[],
): Promise<void> {
  for (let from = 0; from < passages.length; from += BATCH) {
    const rows = passages.slice(from, from + BATCH).map((passage, i) => passageRow(server, work, from + i, passage));
    await change.insertInto('passages').values(rows).execute();
    await breathe();
  }
}
