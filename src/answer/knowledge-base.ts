import { publishedBy } from '../material/cite.ts';
import type { Material } from '../material/load.ts';
import { passageRef } from '../material/refs.ts';
import type { Passage, Source } from '../material/types.ts';
import { createIndex, splitSentences } from '../search/index.ts';
import type { SearchDocument, SearchIndex, Synonyms } from '../search/types.ts';
import { type AskingModel, createAskingModel } from './asking.ts';
import { type Completion, completeSources, createCompletion } from './complete.ts';
import { buildEntries } from './entries.ts';
import { createEntryIndex, type EntryIndex } from './entry-index.ts';
import { type EntryReading, readEntry } from './entry-reading.ts';
import { createReader, type Reader } from './reading.ts';
import type { FactEntry } from './types.ts';

/** The material with everything that was made of it to answer from. Made once, then only read. */
export interface KnowledgeBase {
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
  coverageOf(passage: string): FactCoverage;
}

/** How much the fact table says of a passage: nothing, something, or about as much as it does itself, a row a sentence. */
export type FactCoverage = 'none' | 'some' | 'whole';

/** The material made ready to answer from. `passages` is its index where there is one already. */
export function createKnowledgeBase(
  material: Material,
  passages: SearchIndex = createIndex(documentsOf(material), synonymsOf(material)),
): KnowledgeBase {
  const entries = buildEntries(material);
  const read = createReader(material.terms);
  const readings = new Map(entries.map((entry) => [entry, readEntry(entry, material, read)]));
  const rows = countRows(material.facts);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return {
    ...worksOf(material),
    passages,
    entries: createEntryIndex(entries, synonymsOf(material)),
    completion: createCompletion(material, entries),
    entryById: (id) => byId.get(id),
    read,
    askings: createAskingModel(readings, material, read),
    readingOf: (entry) => readings.get(entry) ?? readEntry(entry, material, read),
    coverageOf(passage) {
      const count = rows.get(passage) ?? 0;
      if (count === 0) return 'none';
      const { text = '' } = material.passages.get(passage) ?? {};
      return count >= splitSentences(text).length ? 'whole' : 'some';
    },
  };
}

/** A library with other works, whose facts and terms are those of `base`: what was made of them serves both. */
export function withWorks(base: KnowledgeBase, material: Material, passages: SearchIndex): KnowledgeBase {
  const completion = { ...base.completion, sources: completeSources(material) };
  return { ...base, ...worksOf(material), passages, completion };
}

function worksOf(material: Material): Pick<KnowledgeBase, 'material' | 'passageByRef' | 'source'> {
  const byRef = new Map([...material.passages.values()].map((passage) => [passageRef(passage), passage]));
  return {
    material,
    passageByRef: (ref) => byRef.get(ref),
    source(passage) {
      const source = material.sources.get(passage.source);
      if (!source) throw new Error(`The passage ${passage.id} has no source.`);
      return source;
    },
  };
}

/** The material's passages as the engine indexes them. */
export function documentsOf({ articles }: Material): SearchDocument[] {
  return articles.flatMap(({ source, passages }) =>
    passages.map(({ id, heading, text }) => ({
      id,
      group: source.id,
      // With the publisher's name, so that "what does Stratfor say of …" finds its work.
      title: [source.title, publishedBy(source) && `(${publishedBy(source)})`].filter(Boolean).join(' '),
      ...(heading === undefined ? {} : { heading }),
      text,
    })),
  );
}

export function synonymsOf({ terms }: Material): Synonyms[] {
  return terms.map(({ name, aliases }) => [name, ...aliases]);
}

function countRows(facts: Material['facts']): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const id of facts.flatMap((fact) => fact.passages)) rows.set(id, (rows.get(id) ?? 0) + 1);
  return rows;
}
