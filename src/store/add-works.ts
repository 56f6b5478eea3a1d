import { freeId, idFor, isId } from '../material/source-id.ts';
import type { DraftPassage, Source } from '../material/types.ts';
import type { Steps } from '../slices.ts';
import { type Former, formerOf, swapVersions } from './new-versions.ts';
import { noteAddition, overPace } from './repositories/additions.ts';
import { appendFacts, citing } from './repositories/facts.ts';
import { bumpVersion } from './repositories/guilds.ts';
import { findDuplicate, overQuota, type Size } from './repositories/works.ts';
import type { Change } from './schema.ts';
import { storable } from './texts.ts';
import type { Addition, AddOutcome, NewWork } from './types.ts';
import { changesBetween } from './version-changes.ts';
import { breathe } from './wait.ts';
import { hashOf, passageRow, sourceColumns, toSource, type WorkRow } from './work-rows.ts';

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
export async function addWorks(change: Change, guild: string, addition: Addition): Promise<AddOutcome> {
  const placed = await placeWorks(change, guild, addition);
  const refusal = (await overPace(change, guild, addition)) ?? (await findDuplicate(change, guild, placed));
  if (refusal) return refusal;
  const [only] = placed;
  const former =
    addition.mayUpdate && placed.length === 1 && only ? await formerOf(change, guild, only.work) : undefined;
  const tooLarge = await overQuota(change, guild, addition.quota, growth(sizeOf(placed), former));
  if (tooLarge) return tooLarge;

  const version = await bumpVersion(change, guild);
  await noteAddition(change, guild, addition);
  if (only && former) return { ...(await replaceWork(change, guild, { addition, only, former })), version };
  await insertWorks(change, guild, addition, placed);
  const given = new Map(placed.map(({ work, source }) => [work.id ?? source.id, source.id]));
  await appendFacts(
    change,
    guild,
    (addition.facts ?? []).map((fact) => citing(fact, given)),
  );
  return { ok: true, version, sources: placed.map(({ source }) => source) };
}

/** The same works with texts that every database can store; a passage at a time. */
export function* cleaningWorks(works: readonly NewWork[]): Steps<NewWork[]> {
  const cleaned: NewWork[] = [];
  for (const { passages, ...work } of works) {
    const kept: DraftPassage[] = [];
    for (const passage of passages) {
      kept.push(storable(passage));
      yield;
    }
    cleaned.push({ ...storable(work), passages: kept });
  }
  return cleaned;
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
  guild: string,
  { addition, only, former }: { addition: Addition; only: Placed; former: Former },
) {
  await insertWorks(change, guild, addition, [only]);
  const { id } = former.row;
  await change
    .updateTable('works')
    .set({ removed_at: addition.at, version_of: id })
    .where('guild', '=', guild)
    .where('id', '=', only.source.id)
    .execute();
  await swapVersions(change, guild, id, only.source.id);
  const changes = changesBetween(former.passages, only.work.passages);
  return { ok: true as const, sources: [toSource(former.row)], changes };
}

async function placeWorks(change: Change, guild: string, { works, taken }: Addition): Promise<Placed[]> {
  const rows = await change.selectFrom('works').select('id').where('guild', '=', guild).execute();
  const borne = new Set(rows.map(({ id }) => id));
  const placed: Placed[] = [];
  for (const work of works) {
    const wanted = work.id !== undefined && isId(work.id) ? work.id : idFor(work.about.title, work.about.issued);
    const id = freeId(wanted, (each) => borne.has(each) || taken.has(each));
    borne.add(id);
    const bytes = work.passages.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    placed.push({ work, source: sourceOf(id, work.about), hash: hashOf(work.passages), bytes });
    await breathe();
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
  guild: string,
  { by, at }: Addition,
  placed: readonly Placed[],
): Promise<void> {
  const last = await change
    .selectFrom('works')
    .select(({ fn }) => fn.max('place').as('place'))
    .where('guild', '=', guild)
    .executeTakeFirst();
  let place = last?.place ?? -1;
  for (const { work, source, hash, bytes } of placed) {
    place += 1;
    const row: WorkRow = {
      guild,
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
    await insertPassages(change, guild, source.id, work.passages);
  }
}

async function insertPassages(
  change: Change,
  guild: string,
  work: string,
  passages: readonly DraftPassage[],
): Promise<void> {
  for (let from = 0; from < passages.length; from += BATCH) {
    const rows = passages.slice(from, from + BATCH).map((passage, i) => passageRow(guild, work, from + i, passage));
    await change.insertInto('passages').values(rows).execute();
    await breathe();
  }
}
