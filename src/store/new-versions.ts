import { factId } from '../material/facts.ts';
import { passageId } from '../material/places.ts';
import type { DraftPassage, Fact } from '../material/types.ts';
import { toFact } from './fact-rows.ts';
import type { Change } from './schema.ts';
import type { NewWork } from './types.ts';
import { overlap } from './version-changes.ts';
import { toPassage, type WorkRow } from './work-rows.ts';

/** The share of paragraphs that a file must have in common with a work of the same name to be its new version. */
const SAME_WORK = 0.5;

export interface Former {
  readonly row: WorkRow;
  readonly passages: readonly DraftPassage[];
}

/** The work that this one is a new version of: one of the same file name or title, with most of its paragraphs. */
export async function formerOf(change: Change, guild: string, work: NewWork): Promise<Former | undefined> {
  const rows = await change
    .selectFrom('works')
    .selectAll()
    .where('guild', '=', guild)
    .where('removed_at', 'is', null)
    .where((on) => on.or([on('file_name', '=', work.fileName), on('title', '=', work.about.title)]))
    .orderBy('place')
    .execute();
  for (const row of rows) {
    const passages = await passagesOf(change, guild, row.id);
    if (overlap(passages, work.passages) >= SAME_WORK) return { row, passages };
  }
  return undefined;
}

async function passagesOf(change: Change, guild: string, work: string) {
  const rows = await change
    .selectFrom('passages')
    .selectAll()
    .where('guild', '=', guild)
    .where('work', '=', work)
    .orderBy('position')
    .execute();
  return rows.map(toPassage);
}

/**
 * Exchanges what two works hold, not what cites them: `version` is the row of another version of `id`. Facts follow
 * their paragraphs: those whose text is in both go on citing `id`, under its number there; the others go with theirs.
 */
export async function swapVersions(change: Change, guild: string, id: string, version: string): Promise<void> {
  const [current, other] = [await passagesOf(change, guild, id), await passagesOf(change, guild, version)];
  const [row, otherRow] = [await contentOf(change, guild, id), await contentOf(change, guild, version)];
  const between = `${version}-0`;
  await change
    .insertInto('works')
    .values((await rowOf(change, guild, version, between)) as WorkRow)
    .execute();
  for (const [from, to] of [
    [id, between],
    [version, id],
    [between, version],
  ] as const) {
    await change
      .updateTable('passages')
      .set({ work: to })
      .where('guild', '=', guild)
      .where('work', '=', from)
      .execute();
  }
  await change.deleteFrom('works').where('guild', '=', guild).where('id', '=', between).execute();
  await change.updateTable('works').set(otherRow).where('guild', '=', guild).where('id', '=', id).execute();
  await change.updateTable('works').set(row).where('guild', '=', guild).where('id', '=', version).execute();
  await moveFacts(change, guild, { id, version, current, other });
}

/** What of a row belongs to what the work holds. */
async function contentOf(change: Change, guild: string, id: string) {
  return change
    .selectFrom('works')
    .select(['format', 'file_name', 'passages', 'bytes', 'words', 'hash', 'added_at', 'added_by'])
    .where('guild', '=', guild)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

async function rowOf(change: Change, guild: string, id: string, as: string): Promise<WorkRow> {
  const row = await change
    .selectFrom('works')
    .selectAll()
    .where('guild', '=', guild)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { ...row, id: as };
}

interface Move {
  readonly id: string;
  readonly version: string;
  /** What `id` held, and holds now. */
  readonly current: readonly (DraftPassage & { readonly id: string })[];
  readonly other: readonly (DraftPassage & { readonly id: string })[];
}

async function moveFacts(change: Change, guild: string, move: Move): Promise<void> {
  const textOf = new Map(move.current.map((passage) => [passage.id, passage.text]));
  const idOf = new Map([...move.other].reverse().map((passage) => [passage.text, passageId(move.id, passage)]));
  const rows = await change
    .selectFrom('facts')
    .selectAll()
    .where('guild', '=', guild)
    .where('source', 'in', [move.id, move.version])
    .execute();
  for (const row of rows) {
    const fact = toFact(row);
    const moved = fact.source === move.version ? cited(fact, move.id) : follow(fact);
    await change
      .updateTable('facts')
      .set({ id: moved.id, source: moved.source, passages: JSON.stringify(moved.passages) })
      .where('guild', '=', guild)
      .where('place', '=', row.place)
      .execute();
  }

  function follow(fact: Fact): Fact {
    const passages = fact.passages.map((id) => idOf.get(textOf.get(id) ?? ''));
    const isWhole = passages.every((id) => id !== undefined);
    return isWhole ? withPassages(fact, move.id, passages as string[]) : cited(fact, move.version);
  }
}

/** The same numbers, of another work. */
function cited(fact: Fact, source: string): Fact {
  return withPassages(
    fact,
    source,
    fact.passages.map((id) => `${source}${id.slice(id.indexOf('#'))}`),
  );
}

const withPassages = (fact: Fact, source: string, passages: readonly string[]): Fact => ({
  ...fact,
  id: factId({ ...fact, passages }),
  source,
  passages,
});
