import type { Problem } from './problems.ts';
import { contentRef } from './refs.ts';
import type { Article, Collection, Fact } from './types.ts';

/**
 * Collections whose works have ids of their own: where two hold an "introduction", each becomes
 * `<collection>-introduction`, in its facts as well. Both do, so that none comes to mean the other when a folder is
 * added. An id that is still taken then is a problem; files are named from the folder of the collections on.
 */
export function scopeIds(collections: readonly Collection[]): { collections: Collection[]; problems: Problem[] } {
  const shared = sharedIds(collections);
  const scoped = collections.map((collection) => scope(collection, shared));
  const owners = new Map<string, string>();
  const problems = scoped.flatMap(({ id: collection, articles }) =>
    articles.flatMap(({ source: { id } }): Problem[] => {
      const owner = owners.get(id) ?? collection;
      owners.set(id, owner);
      if (owner === collection) return [];
      return [{ file: `${collection}/sources.json`, reason: 'idTaken', values: { id, owner } }];
    }),
  );
  return { collections: scoped, problems };
}

function sharedIds(collections: readonly Collection[]): ReadonlySet<string> {
  const owners = new Map<string, Set<string>>();
  for (const { id: collection, articles } of collections) {
    for (const { source } of articles) owners.set(source.id, (owners.get(source.id) ?? new Set()).add(collection));
  }
  return new Set([...owners].filter(([, { size }]) => size > 1).map(([id]) => id));
}

function scope(collection: Collection, shared: ReadonlySet<string>): Collection {
  if (!collection.articles.some(({ source }) => shared.has(source.id))) return collection;
  const prefix = idPrefix(collection.id);
  const idOf = (id: string) => (shared.has(id) ? `${prefix}-${id}` : id);
  const passageIdOf = (id: string) => {
    const at = id.indexOf('#');
    return `${idOf(id.slice(0, at))}${id.slice(at)}`;
  };
  return {
    ...collection,
    articles: collection.articles.map(
      ({ source, passages }): Article => ({
        source: { ...source, id: idOf(source.id) },
        passages: passages.map((passage) => ({
          ...passage,
          id: passageIdOf(passage.id),
          source: idOf(passage.source),
        })),
      }),
    ),
    facts: collection.facts.map((fact): Fact => {
      if (!shared.has(fact.source)) return fact;
      const passages = fact.passages.map(passageIdOf);
      return { ...fact, id: contentRef(prefix, fact.id), source: idOf(fact.source), passages };
    }),
  };
}

/** A folder's name in the letters that an id may have. */
const idPrefix = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'collection';
