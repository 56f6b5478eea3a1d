import { createHash } from 'node:crypto';
import { passageId } from '../material/places.ts';
import type { DraftPassage, PartialDate, Passage, PassageKind, ReferenceFields, Source } from '../material/types.ts';
import type { WorkRecord } from './types.ts';

export interface WorkRow {
  guild: string;
  id: string;
  /** Counts a guild's additions: a work that was added later has a higher one. */
  place: number;
  title: string;
  authors: string;
  publisher: string;
  /** `[2014,4,30]`, as precise as it is known. */
  issued: string | null;
  url: string | null;
  /** What a full reference says beside this, as a JSON object. */
  reference: string | null;
  format: string;
  file_name: string;
  passages: number;
  bytes: number;
  words: number;
  /** Of the passages' texts. */
  hash: string;
  added_at: number;
  added_by: string | null;
  removed_at: number | null;
  /** Of a removed row: the work whose other version it holds. */
  version_of: string | null;
}

export interface PassageRow {
  guild: string;
  work: string;
  /** From 0, in reading order. */
  position: number;
  paragraph: number;
  part: number | null;
  page: number | null;
  kind: string;
  role: string | null;
  heading: string | null;
  text: string;
  /** What only some passages have, as a JSON object. */
  details: string | null;
}

type SourceColumns = Pick<WorkRow, 'title' | 'authors' | 'publisher' | 'issued' | 'url' | 'reference'>;

export function sourceColumns({
  title,
  authors,
  publisher,
  issued,
  url,
  reference,
}: Omit<Source, 'id'>): SourceColumns {
  return {
    title,
    authors: JSON.stringify(authors),
    publisher,
    issued: issued === undefined ? null : JSON.stringify(dateParts(issued)),
    url: url ?? null,
    reference: reference === undefined ? null : JSON.stringify(reference),
  };
}

export function toSource({ id, title, authors, publisher, ...others }: SourceColumns & { id: string }): Source {
  const { issued, url, reference } = others;
  return {
    id,
    title,
    authors: JSON.parse(authors),
    publisher,
    ...(issued === null ? {} : { issued: toDate(JSON.parse(issued)) }),
    ...(url === null ? {} : { url }),
    ...(reference === null ? {} : { reference: JSON.parse(reference) as ReferenceFields }),
  };
}

function dateParts({ year, month, day }: PartialDate): number[] {
  if (month === undefined) return [year];
  return day === undefined ? [year, month] : [year, month, day];
}

function toDate([year = 0, month, day]: readonly number[]): PartialDate {
  return { year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) };
}

export function toWorkRecord(row: WorkRow): WorkRecord {
  return {
    source: toSource(row),
    format: row.format,
    fileName: row.file_name,
    passages: row.passages,
    bytes: row.bytes,
    words: row.words,
    addedAt: row.added_at,
    addedBy: row.added_by ?? undefined,
    removedAt: row.removed_at ?? undefined,
  };
}

export function passageRow(guild: string, work: string, position: number, passage: DraftPassage): PassageRow {
  const { paragraph, part, page, kind, role, heading, text, ...details } = passage;
  return {
    guild,
    work,
    position,
    paragraph,
    part: part ?? null,
    page: page ?? null,
    kind,
    role: role ?? null,
    heading: heading ?? null,
    text,
    details: Object.keys(details).length === 0 ? null : JSON.stringify(details),
  };
}

export function toPassage(row: Omit<PassageRow, 'guild' | 'position'>): Passage {
  const { work, paragraph, part, page, kind, role, heading, text, details } = row;
  const place = {
    paragraph,
    ...(part === null ? {} : { part }),
    // Both columns are filled from these types alone.
    ...(role === null ? {} : { role: role as NonNullable<Passage['role']> }),
  };
  return {
    id: passageId(work, place),
    source: work,
    ...place,
    ...(page === null ? {} : { page }),
    kind: kind as PassageKind,
    ...(heading === null ? {} : { heading }),
    text,
    ...(details === null
      ? {}
      : (JSON.parse(details) as Pick<Passage, 'form' | 'terms' | 'pageLabel' | 'isSlide' | 'seconds'>)),
  };
}

/** The same for the same texts in the same order, whatever cites them: SHA-256 in base64url. */
export function hashOf(passages: readonly DraftPassage[]): string {
  const hash = createHash('sha256');
  // The length before each keeps ("ab", "c") and ("a", "bc") apart.
  for (const { text } of passages) hash.update(`${text.length}:`).update(text);
  return hash.digest('base64url');
}
