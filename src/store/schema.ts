import type { Kysely, Transaction } from 'kysely';

/** The tables as the newest migration leaves them. Times are milliseconds since 1970, lists are JSON. */
export interface Schema {
  servers: ServerRow;
  works: WorkRow;
  passages: PassageRow;
  facts: FactRow;
  additions: AdditionRow;
  snapshots: SnapshotRow;
  snapshot_parts: SnapshotPartRow;
  version_floor: VersionFloorRow;
}

export type Reading = Kysely<Schema>;
export type Change = Transaction<Schema>;

export interface ServerRow {
  id: string;
  version: number;
  /** Null: as a server has it that never chose. */
  answers: string | null;
  shipped: number | null;
  editor_role: string | null;
  absent_since: number | null;
}

export interface WorkRow {
  server: string;
  id: string;
  /** Counts a server's additions: a work that was added later has a higher one. */
  place: number;
  title: string;
  authors: string;
  publisher: string;
  /** `[2014,4,30]`, as precise as it is known. */
  issued: string | null;
  url: string | null;
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
  server: string;
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

export interface FactRow {
  server: string;
  /** From 0, in the table's order. */
  place: number;
  id: string;
  subject: string;
  attribute: string;
  other_names: string;
  value: string;
  unit: string | null;
  as_of: string | null;
  /** A JSON list. */
  questions: string;
  passages: string;
  source: string;
}

export interface AdditionRow {
  server: string;
  person: string;
  at: number;
}

export interface SnapshotRow {
  server: string;
  version: number;
  key: string;
}

export interface SnapshotPartRow {
  server: string;
  part: number;
  bytes: Uint8Array;
}

/** One row: the highest version of all servers that were deleted. */
export interface VersionFloorRow {
  id: number;
  version: number;
}
