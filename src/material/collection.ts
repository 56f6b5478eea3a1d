import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseArticle } from './articles.ts';
import { parseFacts } from './facts.ts';
import { fieldOf, problemOf, WITH_INPUT } from './issues.ts';
import type { Checked, Problem, Reason } from './problems.ts';
import { checkReferences, type Parts } from './references.ts';
import { parseSources } from './sources.ts';
import { parseTerms } from './terms.ts';
import type { Collection } from './types.ts';
import { yamlLine } from './yaml-line.ts';

/** A collection's files: `sources.json`, `articles/danube.md` … with their bytes. */
export type CollectionFiles = ReadonlyMap<string, Uint8Array>;

const PARTS = ['collection.yaml', 'sources.json', 'facts.csv', 'terms.csv'];
const ARTICLE = /^articles\/[^/]+\.md$/;

/**
 * Reads and checks one collection folder: `sources.json` and `articles/` must be there; `collection.yaml`, `facts.csv`
 * and `terms.csv` may. The collection is whole only where there are no problems.
 */
export function loadCollection(dir: string): Checked<Collection> {
  const articles = existsSync(join(dir, 'articles')) ? readdirSync(join(dir, 'articles')).sort() : [];
  const paths = [...PARTS, ...articles.map((name) => `articles/${name}`).filter((path) => ARTICLE.test(path))];
  const files = new Map(
    paths.filter((path) => existsSync(join(dir, path))).map((path) => [path, readFileSync(join(dir, path))]),
  );
  return parseCollection(files, basename(dir), (path) => join(dir, path));
}

/** As `loadCollection`, from files in memory; those that belong to no collection are passed over. `id` names the collection. */
export function parseCollection(
  files: CollectionFiles,
  id: string,
  place: (path: string) => string = (path) => path,
): Checked<Collection> {
  const read: ReadPart = (path, parsePart, absent) => readPart(files.get(path), place(path), parsePart, absent);
  const about = read('collection.yaml', parseAbout, { title: id, description: '' });
  const sources = files.has('sources.json')
    ? read('sources.json', parseSources, [])
    : missing(place('sources.json'), 'noSources');
  const facts = read('facts.csv', parseFacts, []);
  const terms = read('terms.csv', parseTerms, []);
  const articles = readArticles(files, place);
  const parts: Parts = {
    sources: { file: place('sources.json'), rows: sources.value },
    articles: articles.value,
    facts: { file: place('facts.csv'), rows: facts.value },
    terms: { file: place('terms.csv'), rows: terms.value },
  };
  const reading = [about, sources, articles, facts, terms].flatMap(({ problems }) => problems);
  // A file that could not be read makes every reference to it look broken: report the cause alone.
  const problems = reading.length > 0 ? reading : checkReferences(parts);
  return { value: assemble(id, about.value, parts), problems };
}

interface About {
  readonly title: string;
  readonly description: string;
}

const aboutFile = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(1),
});

function parseAbout(file: string, text: string): Checked<About> {
  try {
    const checked = aboutFile.safeParse(parse(text, { maxAliasCount: 0 }) ?? {}, WITH_INPUT);
    if (checked.success) return { value: checked.data, problems: [] };
    const problems = checked.error.issues.map((issue) => problemOf(issue, { file, line: 1, ...fieldOf(issue) }));
    return { value: { title: '', description: '' }, problems };
  } catch (error) {
    const problem: Problem = { file, line: yamlLine(error), reason: 'notYaml' };
    return { value: { title: '', description: '' }, problems: [problem] };
  }
}

type ParsePart<T> = (file: string, text: string) => Checked<T>;
type ReadPart = <T>(path: string, parsePart: ParsePart<T>, absent: T) => Checked<T>;

function readPart<T>(bytes: Uint8Array | undefined, file: string, parsePart: ParsePart<T>, absent: T): Checked<T> {
  if (bytes === undefined) return { value: absent, problems: [] };
  const text = decodeUtf8(bytes);
  return text === undefined ? { value: absent, problems: [notUtf8(file)] } : parsePart(file, text);
}

function readArticles(files: CollectionFiles, place: (path: string) => string): Checked<Parts['articles']> {
  const paths = [...files.keys()].filter((path) => ARTICLE.test(path)).sort();
  if (paths.length === 0) return missing(place('articles'), 'noArticles');
  const read = paths.map((path) => {
    const file = place(path);
    return { file, ...readPart(files.get(path), file, parseArticle, undefined) };
  });
  return {
    value: read.flatMap(({ file, value }) => (value ? [{ file, article: value }] : [])),
    problems: read.flatMap(({ problems }) => problems),
  };
}

const missing = (file: string, reason: Reason): Checked<never[]> => ({ value: [], problems: [{ file, reason }] });

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

const notUtf8 = (file: string): Problem => ({ file, reason: 'notUtf8' });

function assemble(id: string, about: About, parts: Parts): Collection {
  const bySource = new Map(parts.articles.map(({ article }) => [article.source, article.passages]));
  return {
    id,
    ...about,
    articles: parts.sources.rows.map((source) => ({ source, passages: bySource.get(source.id) ?? [] })),
    facts: parts.facts.rows.map(({ data }) => data),
    terms: parts.terms.rows.map(({ data }) => data),
  };
}
