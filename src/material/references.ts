import type { ArticleFile } from './articles.ts';
import { sameRows } from './facts.ts';
import type { Problem, Reason } from './problems.ts';
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
  const problem = (reason: Reason) => (id: string) => ({ file, reason, values: { id } });
  return [
    ...doubles(rows.map(({ id }) => id)).map(problem('idTwice')),
    ...rows
      .map(({ id }) => id)
      .filter((id) => !written.has(id))
      .map(problem('noArticle')),
  ];
}

function checkArticles({ sources, articles }: Parts): Problem[] {
  const known = new Set(sources.rows.map(({ id }) => id));
  const twice = new Set(doubles(articles.map(({ article }) => article.source)));
  return articles.flatMap(({ file, article: { source: id } }) => {
    const problem = (reason: Reason): Problem => ({ file, line: 1, reason, values: { id } });
    return [...(known.has(id) ? [] : [problem('notListed')]), ...(twice.has(id) ? [problem('articleTwice')] : [])];
  });
}

function checkFacts({ articles, facts }: Parts): Problem[] {
  const { file, rows } = facts;
  const passages = new Set(articles.flatMap(({ article }) => article.passages.map(({ id }) => id)));
  const unknown = rows.flatMap(({ line, data }) =>
    data.passages
      .filter((id) => !passages.has(id))
      .map((id): Problem => ({ file, line, column: 'passages', reason: 'noSuchPassage', values: { id } })),
  );
  return [...unknown, ...sameRows(rows).map((problem) => ({ file, ...problem }))];
}

function checkTerms({ terms: { file, rows } }: Parts): Problem[] {
  const owner = new Map<string, number>();
  return rows.flatMap(({ line, data }) =>
    [data.name, ...data.aliases].flatMap((name, i): Problem[] => {
      const key = name.normalize('NFKC').toLowerCase();
      const before = owner.get(key);
      owner.set(key, before ?? line);
      if (before === undefined) return [];
      const column = i === 0 ? 'name' : 'aliases';
      return [{ file, line, column, reason: 'nameTaken', values: { name, row: String(before) } }];
    }),
  );
}

function doubles(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];
}
