import { Decompress } from 'fzstd';
import type { Database, SqlJsStatic } from 'sql.js';
import { Unreadable } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import type { DeckNote } from '../types.ts';
import { unzipWanted } from '../zip.ts';
import { fieldText } from './field-text.ts';

/** The collection in a package, the newest form first: where there are several, the others only ask to update Anki. */
const COLLECTIONS = ['collection.anki21b', 'collection.anki21', 'collection.anki2'] as const;

export function isPackage(entries: readonly string[]): boolean {
  return COLLECTIONS.some((name) => entries.includes(name));
}

/**
 * The notes of an Anki package. Its SQLite database is read by SQLite in WebAssembly, whose memory is its own and which
 * needs no native code in the reader's process.
 */
export async function readPackage(bytes: Uint8Array): Promise<DeckNote[]> {
  const files = unzipWanted(bytes, (name) => (COLLECTIONS as readonly string[]).includes(name));
  const name = COLLECTIONS.find((each) => files.has(each));
  const file = name === undefined ? undefined : files.get(name);
  if (file === undefined) throw new Unreadable('noDeck');
  const { default: initSqlJs } = await import('sql.js');
  return readCollection(await initSqlJs(), name === COLLECTIONS[0] ? decompressed(file) : file);
}

/** Zstandard, of which no more is unpacked than is read. */
function decompressed(file: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stream = new Decompress((chunk) => {
    length += chunk.length;
    if (length > LIMITS.zipBytes) throw new Unreadable('tooLarge');
    chunks.push(chunk);
  });
  try {
    stream.push(file, true);
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('damaged');
  }
  return Buffer.concat(chunks);
}

function readCollection(sqlite: SqlJsStatic, file: Uint8Array): DeckNote[] {
  let database: Database | undefined;
  try {
    database = new sqlite.Database(withoutLog(file));
    const fields = fieldNames(database);
    return notesIn(database, fields);
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('damaged');
  } finally {
    database?.close();
  }
}

/** Bytes 18 and 19 say that a log stands beside the file: none does here, and SQLite would look for it. */
function withoutLog(file: Uint8Array): Uint8Array {
  const copy = new Uint8Array(file);
  if (copy[18] === 2 && copy[19] === 2) copy.fill(1, 18, 20);
  return copy;
}

/** Names of fields by the note's type. */
type FieldNames = ReadonlyMap<string, readonly string[]>;

interface Model {
  readonly flds?: readonly { readonly name?: unknown }[];
}

/** In older collections a JSON column, in newer ones (from schema 15) a table. */
function fieldNames(database: Database): FieldNames {
  const [models] = rowsOf(database, 'select models from col limit 1', 1);
  const text = String(models?.[0] ?? '');
  if (text !== '' && text !== '{}') {
    return new Map(
      Object.entries(JSON.parse(text) as Record<string, Model>).map(([id, { flds = [] }]) => [
        id,
        flds.map(({ name }) => String(name)),
      ]),
    );
  }
  const names = new Map<string, string[]>();
  if (rowsOf(database, "select 1 from sqlite_master where name = 'fields'", 1).length === 0) return names;
  database.run(KNOWN_ORDER);
  const rows = rowsOf(database, 'select cast(ntid as text), name from fields order by ntid, ord', LIMITS.deckNotes);
  for (const [type, name] of rows) names.set(String(type), [...(names.get(String(type)) ?? []), String(name)]);
  return names;
}

/** Anki puts names in an order of its own, without which SQLite reads no table that has them; any other does to read. */
const KNOWN_ORDER = `pragma writable_schema = on;
  update sqlite_master set sql = replace(sql, 'unicase', 'nocase');
  pragma writable_schema = reset`;

/** What stands between the fields of a note. */
const SEPARATOR = '\x1f';

function notesIn(database: Database, names: FieldNames): DeckNote[] {
  // Ids are beyond what a JavaScript number holds exactly.
  const rows = rowsOf(database, 'select guid, cast(mid as text), flds from notes order by id', LIMITS.deckNotes + 1);
  return rows.map(([guid, type, fields]) => ({
    guid: String(guid),
    fields: String(fields)
      .split(SEPARATOR)
      .map((html, at) => ({ name: names.get(String(type))?.[at] ?? '', text: fieldText(html) })),
  }));
}

function rowsOf(database: Database, query: string, most: number): unknown[][] {
  const statement = database.prepare(query);
  const rows: unknown[][] = [];
  while (rows.length < most && statement.step()) rows.push(statement.get());
  statement.free();
  return rows;
}
