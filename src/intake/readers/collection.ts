import { parseCollection } from '../../material/collection.ts';
import { countWords } from '../blocks/words.ts';
import { Unreadable } from '../failure.ts';
import type { ReadWork } from '../types.ts';
import { unzipWanted } from '../zip.ts';
import type { InputFile, Works } from './reader.ts';

const PART = /^(?:[^/\\]+\/)?((?:collection\.yaml|sources\.json|facts\.csv|terms\.csv)|articles\/[^/\\]+\.md)$/;

/** An exported collection: its files at the top of the archive, or all in one folder. */
export async function readCollection({ bytes, entries }: InputFile): Promise<Works> {
  const root = entries.find((name) => /^(?:[^/\\]+\/)?sources\.json$/.test(name))?.slice(0, -'sources.json'.length);
  if (root === undefined) throw new Unreadable('noCollection');
  const parts = unzipWanted(bytes, (name) => name.startsWith(root) && PART.exec(name)?.[1] === name.slice(root.length));
  const files = new Map([...parts].map(([name, content]) => [name.slice(root.length), content]));
  const { value, problems } = parseCollection(files, root.slice(0, -1) || 'collection');
  if (problems.length > 0) throw new Unreadable('badCollection', problems);
  const { title, description, facts, terms } = value;
  const works = value.articles.map(({ source, passages }): ReadWork => {
    const { id, ...about } = source;
    const drafts = passages.map(({ id: _id, source: _source, ...passage }) => passage);
    return { id, about, passages: drafts, format: 'markdown', words: countWords(drafts) };
  });
  return { works, collection: { title, description, facts, terms } };
}
