import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadCollection } from './collection.ts';
import type { Checked } from './problems.ts';
import { scopeIds } from './scope.ts';
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
      value: NO_MATERIAL,
      problems: [{ file: dir, reason: 'notAFolder' }],
    };
  }
  if (existsSync(join(dir, 'sources.json'))) {
    return {
      value: NO_MATERIAL,
      problems: [{ file: dir, reason: 'isCollection' }],
    };
  }
  const folders = readdirSync(dir)
    .filter((name) => !name.startsWith('.'))
    .map((name) => join(dir, name))
    .filter((path) => !existsSync(path) || statSync(path).isDirectory())
    .sort();
  if (folders.length === 0) {
    return {
      value: NO_MATERIAL,
      problems: [{ file: dir, reason: 'noCollection' }],
    };
  }
  const read = folders.map(loadCollection);
  const problems = read.flatMap((collection) => collection.problems);
  const { collections, problems: clashes } = scopeIds(read.map(({ value }) => value));
  return {
    value: joinCollections(collections),
    problems: [...problems, ...clashes.map((clash) => ({ ...clash, file: join(dir, clash.file ?? '') }))],
  };
}

export const NO_MATERIAL = joinCollections([]);

/** Joins collections into one material. The ids of their sources must differ, as `scopeIds` makes them. */
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
