import type { Material } from '../material/load.ts';
import { passageRef } from '../material/refs.ts';
import type { Passage, Source } from '../material/types.ts';
import { createIndex, splitSentences } from '../search/index.ts';
import type { SearchIndex } from '../search/types.ts';
import { type AskingModel, createAskingModel } from './asking.ts';
import { type Completion, createCompletion } from './complete.ts';
import { buildEntries } from './entries.ts';
import { createEntryIndex, type EntryIndex } from './entry-index.ts';
import { type EntryReading, readEntry } from './entry-reading.ts';
import { createReader, type Reader } from './reading.ts';
import type { FactEntry } from './types.ts';

/** The material with everything that was made of it to answer from. Made once, then only read. */
export interface Library {
  readonly material: Material;
  readonly passages: SearchIndex;
  readonly entries: EntryIndex;
  readonly completion: Completion;
  /** The passage that a button names; undefined where it was edited or removed since. */
  passageByRef(ref: string): Passage | undefined;
  entryById(id: string): FactEntry | undefined;
  source(passage: Passage): Source;
  /** Tells names, numbers and words apart in a text. */
  readonly read: Reader;
  readingOf(entry: FactEntry): EntryReading;
  /** How each entry is asked for. */
  readonly askings: AskingModel;
  /** Whether the fact table says of a passage about as much as the passage does: a row for each of its sentences. */
  isCovered(passage: string): boolean;
}

export function createLibrary(material: Material): Library {
  const synonyms = material.terms.map(({ name, aliases }) => [name, ...aliases]);
  const documents = material.articles.flatMap(({ source, passages }) =>
    passages.map(({ id, heading, text }) => ({
      id,
      group: source.id,
      // With the publisher's name, so that "what does Stratfor say of …" finds its work.
      title: `${source.title} (${source.publisher})`,
      ...(heading === undefined ? {} : { heading }),
      text,
    })),
  );
  const entries = buildEntries(material);
  const byRef = new Map([...material.passages.values()].map((passage) => [passageRef(passage), passage]));
  const read = createReader(material.terms);
  const readings = new Map(entries.map((entry) => [entry, readEntry(entry, material, read)]));
  const covered = coveredPassages(material);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return {
    material,
    passages: createIndex(documents, synonyms),
    entries: createEntryIndex(entries, synonyms),
    completion: createCompletion(material, entries),
    passageByRef: (ref) => byRef.get(ref),
    entryById: (id) => byId.get(id),
    source(passage) {
      const source = material.sources.get(passage.source);
      if (!source) throw new Error(`The passage ${passage.id} has no source.`);
      return source;
    },
    read,
    askings: createAskingModel(readings, material, read),
    readingOf: (entry) => readings.get(entry) ?? readEntry(entry, material, read),
    isCovered: (passage) => covered.has(passage),
  };
}

function coveredPassages({ facts, passages }: Material): Set<string> {
  const rows = new Map<string, number>();
  for (const id of facts.flatMap((fact) => fact.passages)) rows.set(id, (rows.get(id) ?? 0) + 1);
  const covered = [...passages.values()].filter(({ id, text }) => (rows.get(id) ?? 0) >= splitSentences(text).length);
  return new Set(covered.map(({ id }) => id));
}
