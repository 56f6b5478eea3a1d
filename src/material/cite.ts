import { formatDate } from './dates.ts';
import type { Passage, Source } from './types.ts';

/** "¶ 8"; "¶ 8 (2), p. 5" for the second part of a long paragraph on page 5; "caption 1" for what is no body text. */
export function formatPlace({ paragraph, part, page, role }: Omit<Passage, 'id' | 'source' | 'kind' | 'text'>): string {
  const number = part === undefined ? `${paragraph}` : `${paragraph} (${part})`;
  const place = role === undefined ? `¶ ${number}` : `${role} ${number}`;
  return page === undefined ? place : `${place}, p. ${page}`;
}

/** "The Moscow Times, 29 May 2013": enough to tell the sources of one collection apart. */
export function formatShort(source: Source): string {
  return [source.publisher, source.issued && formatDate(source.issued)].filter(Boolean).join(', ');
}

/** The whole reference but for the title's typography: authors, title, publisher, date. Who published it alone stands once. */
export function formatReference(source: Source): string {
  const authors = source.authors.filter((author) => author !== source.publisher).join(', ');
  return [authors === source.publisher ? '' : authors, `“${source.title}”`, formatShort(source)]
    .filter(Boolean)
    .join(', ');
}
