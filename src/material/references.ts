import type { ArticleFile } from './articles.ts';
import type { Problem } from './problems.ts';
import type { Row } from './tables.ts';
import type { Fact, Source, Term } from './types.ts';

/** A collection's parts as read, each with the file it came from, before they are joined. */
export interface Parts {
  readonly sources: { readonly file: string; readonly rows: readonly Source[] };
  readonly articles: readonly { readonly file: string; readonly article: ArticleFile }[];
  readonly facts: { readonly file: string; readonly rows: readonly Row<Fact>[] };
  readonly terms: { readonly file: string; readonly rows: readonly Row<Term>[] };
}

/** What each part claims of the others: every reference must lead somewhere and nothing may be said twice. */
export function checkReferences(parts: Parts): Problem[] {
  return [...checkSources(parts), ...checkArticles(parts), ...checkFacts(parts), ...checkTerms(parts)];
}

function checkSources({ sources, articles }: Parts): Problem[] {
  const { file, rows } = sources;
  const written = new Set(articles.map(({ article }) => article.source));
  return [
    ...doubles(rows.map(({ id }) => id)).map((id) => ({ file, message: `the id "${id}" stands twice` })),
    ...rows
      .filter(({ id }) => !written.has(id))
      .map(({ id }) => ({
        file,
        message: `the work "${id}" has no article: add one under articles/ with "source: ${id}"`,
      })),
  ];
}

function checkArticles({ sources, articles }: Parts): Problem[] {
  const known = new Set(sources.rows.map(({ id }) => id));
  const twice = new Set(doubles(articles.map(({ article }) => article.source)));
  return articles.flatMap(({ file, article: { source } }) => [
    ...(known.has(source)
      ? []
      : [{ file, line: 1, message: `source "${source}" is not in sources.json: add it there` }]),
    ...(twice.has(source)
      ? [{ file, line: 1, message: `another article has "source: ${source}" too: one file a work` }]
      : []),
  ]);
}

function checkFacts({ articles, facts }: Parts): Problem[] {
  const { file, rows } = facts;
  const passages = new Set(articles.flatMap(({ article }) => article.passages.map(({ id }) => id)));
  const first = new Map<string, number>();
  return rows.flatMap(({ line, data }) => {
    const problems: Problem[] = data.passages
      .filter((id) => !passages.has(id))
      .map((id) => ({ file, line, column: 'passages', message: `"${id}" is no passage of the articles` }));
    const before = first.get(data.id);
    if (before !== undefined) problems.push({ file, line, message: `says the same as line ${before}: remove one` });
    first.set(data.id, before ?? line);
    return problems;
  });
}

function checkTerms({ terms: { file, rows } }: Parts): Problem[] {
  const owner = new Map<string, number>();
  return rows.flatMap(({ line, data }) =>
    [data.name, ...data.aliases].flatMap((name, i) => {
      const key = name.normalize('NFKC').toLowerCase();
      const before = owner.get(key);
      owner.set(key, before ?? line);
      if (before === undefined) return [];
      const column = i === 0 ? 'name' : 'aliases';
      return [
        { file, line, column, message: `"${name}" stands on line ${before} already: a name belongs to one term, once` },
      ];
    }),
  );
}

function doubles(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];
}
