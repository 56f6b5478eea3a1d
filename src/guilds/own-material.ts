import { joinCollections, type Material } from '../material/load.ts';
import { type Collection, OWN_COLLECTION } from '../material/types.ts';
import type { StoredMaterial } from '../store/types.ts';

/** A server's own works, and its facts as far as the passages that they cite are there, as a collection. */
export function ownCollection({ articles, facts }: Pick<StoredMaterial, 'articles' | 'facts'>): Collection {
  const present = new Set(articles.flatMap(({ passages }) => passages.map(({ id }) => id)));
  return {
    id: OWN_COLLECTION,
    title: '',
    description: '',
    articles,
    facts: facts.filter(({ passages }) => passages.every((id) => present.has(id))),
    terms: [],
  };
}

/** What is searched in a server: its own works, with the shipped collections where the server wants them. */
export function joinOwn(own: StoredMaterial, shipped: Material | undefined): Material {
  const collection = ownCollection(own);
  const mine = new Set(collection.articles.map(({ source }) => source.id));
  const others = (shipped?.collections ?? []).map((each) => without(each, mine));
  return joinCollections([...others, collection]);
}

/** A work of the server takes the place of a shipped one of the same id: one may have been shipped since it was added. */
function without(collection: Collection, ids: ReadonlySet<string>): Collection {
  if (!collection.articles.some(({ source }) => ids.has(source.id))) return collection;
  return {
    ...collection,
    articles: collection.articles.filter(({ source }) => !ids.has(source.id)),
    facts: collection.facts.filter(({ source }) => !ids.has(source)),
  };
}
