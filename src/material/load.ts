import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadCollection } from './collection.ts';
import type { Checked, Problem } from './problems.ts';
import type { Article, Collection, Fact, Passage, Source, Term } from './types.ts';

/** Everything that is known, with the ways to look it up. */
export interface Material {
  readonly collections: readonly Collection[];
  readonly articles: readonly Article[];
  readonly facts: readonly Fact[];
  readonly terms: readonly Term[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly passages: ReadonlyMap<string, Passage>;
}

/**
 * Reads every collection: each folder of `dir`, by name. Nothing is skipped in silence; where `problems` is not
 * empty the material must not be used.
 */
export function loadMaterial(dir: string): Checked<Material> {
  if (!existsSync(dir) || !statSync(dir).isDirectory()) {
    return {
      value: joinCollections([]),
      problems: [{ file: dir, message: 'is no folder: give one that holds collections' }],
    };
  }
  if (existsSync(join(dir, 'sources.json'))) {
    return {
      value: joinCollections([]),
      problems: [{ file: dir, message: 'is a collection itself: give the folder above it' }],
    };
  }
  const folders = readdirSync(dir)
    .filter((name) => !name.startsWith('.'))
    .map((name) => join(dir, name))
    .filter((path) => !existsSync(path) || statSync(path).isDirectory())
    .sort();
  if (folders.length === 0) {
    return {
      value: joinCollections([]),
      problems: [{ file: dir, message: 'holds no collection: add a folder with one' }],
    };
  }
  const read = folders.map(loadCollection);
  const collections = read.map(({ value }) => value);
  return {
    value: joinCollections(collections),
    problems: [...read.flatMap(({ problems }) => problems), ...sharedIds(dir, collections)],
  };
}

/** Joins collections into one material. The ids of their sources must differ. */
export function joinCollections(collections: readonly Collection[]): Material {
  const articles = collections.flatMap((collection) => collection.articles);
  return {
    collections,
    articles,
    facts: collections.flatMap((collection) => collection.facts),
    terms: collections.flatMap((collection) => collection.terms),
    sources: new Map(articles.map(({ source }) => [source.id, source])),
    passages: new Map(articles.flatMap(({ passages }) => passages).map((passage) => [passage.id, passage])),
  };
}

/** Two collections with a work of the same id: its citations could mean either. */
function sharedIds(dir: string, collections: readonly Collection[]): Problem[] {
  const owner = new Map<string, string>();
  return collections.flatMap((collection) =>
    collection.articles.flatMap(({ source: { id } }) => {
      const other = owner.get(id);
      owner.set(id, other ?? collection.id);
      if (other === undefined || other === collection.id) return [];
      const file = join(dir, collection.id, 'sources.json');
      return [{ file, message: `the id "${id}" is taken by the collection "${other}": choose another` }];
    }),
  );
}
