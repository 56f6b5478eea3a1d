import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseArticle } from './articles.ts';
import { parseFacts } from './facts.ts';
import type { Checked, Problem } from './problems.ts';
import { checkReferences, type Parts } from './references.ts';
import { parseSources } from './sources.ts';
import { parseTerms } from './terms.ts';
import type { Collection } from './types.ts';

/**
 * Reads and checks one collection folder: `sources.json` and `articles/` must be there; `collection.yaml`, `facts.csv`
 * and `terms.csv` may. The collection is whole only where there are no problems.
 */
export function loadCollection(dir: string): Checked<Collection> {
  const about = readOptional(join(dir, 'collection.yaml'), parseAbout, { title: basename(dir), description: '' });
  const sources = readRequired(join(dir, 'sources.json'), parseSources, []);
  const facts = readOptional(join(dir, 'facts.csv'), parseFacts, []);
  const terms = readOptional(join(dir, 'terms.csv'), parseTerms, []);
  const articles = readArticles(join(dir, 'articles'));
  const parts: Parts = {
    sources: { file: join(dir, 'sources.json'), rows: sources.value },
    articles: articles.value,
    facts: { file: join(dir, 'facts.csv'), rows: facts.value },
    terms: { file: join(dir, 'terms.csv'), rows: terms.value },
  };
  const reading = [about, sources, articles, facts, terms].flatMap(({ problems }) => problems);
  // A file that could not be read makes every reference to it look broken: report the cause alone.
  const problems = reading.length > 0 ? reading : checkReferences(parts);
  return { value: assemble(basename(dir), about.value, parts), problems };
}

interface About {
  readonly title: string;
  readonly description: string;
}

const aboutFile = z.strictObject({
  title: z.string({ error: 'needs "title:", the collection\'s name for readers' }).min(1),
  description: z.string({ error: 'needs "description:", a line on what it holds' }).min(1),
});

function parseAbout(file: string, text: string): Checked<About> {
  try {
    const checked = aboutFile.safeParse(parse(text, { maxAliasCount: 0 }) ?? {});
    if (checked.success) return { value: checked.data, problems: [] };
    const problems = checked.error.issues.map(({ message }) => ({ file, line: 1, message }));
    return { value: { title: '', description: '' }, problems };
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
    return { value: { title: '', description: '' }, problems: [{ file, line: 1, message }] };
  }
}

type ParsePart<T> = (file: string, text: string) => Checked<T>;

function readRequired<T>(file: string, parsePart: ParsePart<T>, absent: T): Checked<T> {
  if (existsSync(file)) return readOptional(file, parsePart, absent);
  return { value: absent, problems: [{ file, message: 'is missing: see "Adding a collection" in the README' }] };
}

function readOptional<T>(file: string, parsePart: ParsePart<T>, absent: T): Checked<T> {
  if (!existsSync(file)) return { value: absent, problems: [] };
  const text = readUtf8(file);
  return text === undefined ? { value: absent, problems: [notUtf8(file)] } : parsePart(file, text);
}

function readArticles(dir: string): Checked<Parts['articles']> {
  if (!existsSync(dir))
    return { value: [], problems: [{ file: dir, message: 'is missing: a folder with an .md file for each work' }] };
  const names = readdirSync(dir)
    .filter((name) => name.endsWith('.md'))
    .sort();
  const read = names.map((name) => {
    const file = join(dir, name);
    const text = readUtf8(file);
    return {
      file,
      ...(text === undefined ? { value: undefined, problems: [notUtf8(file)] } : parseArticle(file, text)),
    };
  });
  return {
    value: read.flatMap(({ file, value }) => (value ? [{ file, article: value }] : [])),
    problems: read.flatMap(({ problems }) => problems),
  };
}

function readUtf8(file: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

const notUtf8 = (file: string): Problem => ({ file, message: 'is not UTF-8: save it with that encoding' });

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
