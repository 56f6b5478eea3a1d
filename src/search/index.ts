import { atOnce, inSlices, type Steps } from '../slices.ts';
import type { Analyser } from '../text/analyser.ts';
import { build, open, openAtOnce } from './build.ts';
import type { Engine } from './engine.ts';
import type { SearchDocument, Synonyms } from './types.ts';

export { Engine } from './engine.ts';
export { ANSWERED } from './rank/weights.ts';
export type * from './types.ts';

/** Step by step, for longer work of which indexing is a part. */
export { build as buildingIndex };

/** Indexes the documents at once; ids must be unique. For more than a few thousand documents use `buildIndex`. */
export function createIndex(
  documents: readonly SearchDocument[],
  analyser: Analyser,
  synonyms: readonly Synonyms[] = [],
): Engine {
  return atOnce(build(documents, analyser, synonyms));
}

/** As `createIndex`, in slices, so that the process goes on answering while it indexes. */
export function buildIndex(
  documents: readonly SearchDocument[],
  analyser: Analyser,
  synonyms: readonly Synonyms[] = [],
): Promise<Engine> {
  return inSlices(build(documents, analyser, synonyms));
}

/**
 * The index that `Engine.save` or `saveIndex` wrote; undefined where the bytes are damaged, in another language or of another
 * version of the engine. For more than a few thousand documents use `openIndex`.
 */
export function loadIndex(bytes: Uint8Array, analyser: Analyser): Engine | undefined {
  return openAtOnce(bytes, analyser);
}

/** As `loadIndex`, in slices. The bytes must not change meanwhile and are not needed afterwards. */
export function openIndex(bytes: Uint8Array, analyser: Analyser): Promise<Engine | undefined> {
  return inSlices(open(bytes, analyser));
}

/** What is to be taken out of an index, by id, and what is to be taken in. */
export interface IndexChange {
  readonly removed: readonly string[];
  readonly added: readonly SearchDocument[];
}

/** Takes documents out and in, in slices: a search meanwhile finds some of them and not others. */
export function changeIndex(index: Engine, { removed, added }: IndexChange): Promise<void> {
  return inSlices(changing(index, removed, added));
}

function* changing(index: Engine, removed: IndexChange['removed'], added: IndexChange['added']): Steps<void> {
  for (const id of removed) {
    index.remove(id);
    yield;
  }
  for (const document of added) {
    index.add(document);
    yield;
  }
}

/**
 * As `Engine.save`, in slices. Documents may be added and removed meanwhile; the bytes hold the index as it was when
 * saving began.
 */
export function saveIndex(index: Engine): Promise<Uint8Array> {
  return inSlices(index.saving());
}
