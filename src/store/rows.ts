import { createHash } from 'node:crypto';
import { passageId } from '../material/places.ts';
import type { DraftPassage, Fact, PartialDate, Passage, PassageKind, Source } from '../material/types.ts';
import type { FactRow, PassageRow, WorkRow } from './schema.ts';
import type { WorkRecord } from './types.ts';

type SourceColumns = Pick<WorkRow, 'title' | 'authors' | 'publisher' | 'issued' | 'url'>;

export function sourceColumns({ title, authors, publisher, issued, url }: Omit<Source, 'id'>): SourceColumns {
  return {
    title,
    authors: JSON.stringify(authors),
    publisher,
    issued: issued === undefined ? null : JSON.stringify(dateParts(issued)),
    url: url ?? null,
  };
}

export function toSource({ id, title, authors, publisher, issued, url }: SourceColumns & { id: string }): Source {
  return {
    id,
    title,
    authors: JSON.parse(authors),
    publisher,
    ...(issued === null ? {} : { issued: toDate(JSON.parse(issued)) }),
    ...(url === null ? {} : { url }),
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

export function passageRow(server: string, work: string, position: number, passage: DraftPassage): PassageRow {
  const { paragraph, part, page, kind, role, heading, text, ...details } = passage;
  return {
    server,
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

export function toPassage(row: Omit<PassageRow, 'server' | 'position'>): Passage {
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

export function factRow(server: string, place: number, fact: Fact): FactRow {
  return {
    server,
    place,
    id: fact.id,
    subject: fact.subject,
    attribute: fact.attribute,
    other_names: JSON.stringify(fact.otherNames),
    value: fact.value,
    unit: fact.unit ?? null,
    as_of: fact.asOf ?? null,
    questions: JSON.stringify([...(fact.question === undefined ? [] : [fact.question]), ...fact.otherQuestions]),
    passages: JSON.stringify(fact.passages),
    source: fact.source,
  };
}

export function toFact(row: FactRow): Fact {
  const [question, ...otherQuestions] = JSON.parse(row.questions) as string[];
  return {
    id: row.id,
    subject: row.subject,
    attribute: row.attribute,
    otherNames: JSON.parse(row.other_names),
    value: row.value,
    ...(row.unit === null ? {} : { unit: row.unit }),
    ...(row.as_of === null ? {} : { asOf: row.as_of }),
    ...(question === undefined ? {} : { question }),
    otherQuestions,
    passages: JSON.parse(row.passages),
    source: row.source,
  };
}

/** The same for the same texts in the same order, whatever cites them: SHA-256 in base64url. */
export function hashOf(passages: readonly DraftPassage[]): string {
  const hash = createHash('sha256');
  // The length before each keeps ("ab", "c") and ("a", "bc") apart.
  for (const { text } of passages) hash.update(`${text.length}:`).update(text);
  return hash.digest('base64url');
}
