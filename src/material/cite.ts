import { formatDate } from './dates.ts';
import type { Passage, Source } from './types.ts';

/** "¶ 8", or "caption 1" for a passage that is no body text. */
export function formatPlace(passage: Pick<Passage, 'paragraph' | 'role'>): string {
  return passage.role === undefined ? `¶ ${passage.paragraph}` : `${passage.role} ${passage.paragraph}`;
}

/** "The Moscow Times, 29 May 2013": enough to tell the sources of one collection apart. */
export function formatShort(source: Source): string {
  return [source.publisher, source.issued && formatDate(source.issued)].filter(Boolean).join(', ');
}

/** The whole reference but for the title's typography: authors, title, publisher, date. */
export function formatReference(source: Source): string {
  const authors = source.authors.filter((author) => author !== source.publisher).join(', ');
  return [authors, `“${source.title}”`, formatShort(source)].filter(Boolean).join(', ');
}
