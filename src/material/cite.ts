import { formatDate } from './dates.ts';
import { formatTime } from './places.ts';
import type { Passage, Source } from './types.ts';

/**
 * "¶ 8"; "¶ 8 (2), p. 5" for the second part of a long paragraph on page 5; "¶ 8, p. xii" by what is printed on the
 * page; "¶ 8, slide 4" in a presentation; "¶ 8, at 12:40" in a recording; "caption 1" for what is no body text.
 */
export function formatPlace(passage: Omit<Passage, 'id' | 'source' | 'kind' | 'text'>): string {
  const { paragraph, part, page, pageLabel, isSlide, seconds, role } = passage;
  const number = part === undefined ? `${paragraph}` : `${paragraph} (${part})`;
  return [
    role === undefined ? `¶ ${number}` : `${role} ${number}`,
    ...(page === undefined ? [] : [`${isSlide ? 'slide' : 'p.'} ${pageLabel ?? page}`]),
    ...(seconds === undefined ? [] : [`at ${formatTime(seconds)}`]),
  ].join(', ');
}

/** Who stands for a work: who published it, else who wrote it, else the website; empty where nobody is known. */
export function publishedBy({ publisher, authors, url }: Source): string {
  return publisher || authors.join(', ') || (url === undefined ? '' : new URL(url).hostname.replace(/^www\./, ''));
}

/** "The Moscow Times, 29 May 2013": enough to tell the sources of one collection apart. */
export function formatShort(source: Source): string {
  return byAndDate(source).join(', ') || `“${source.title}”`;
}

/** The whole reference but for the title's typography: authors, title, publisher, date. Nobody stands in it twice. */
export function formatReference(source: Source): string {
  const by = publishedBy(source);
  const authors = source.authors.filter((author) => author !== by).join(', ');
  return [authors === by ? '' : authors, `“${source.title}”`, ...byAndDate(source)].filter(Boolean).join(', ');
}

/** "“Russia Pushes …”, Stratfor, 30 April 2014, ¶ 8". */
export function formatCitation(source: Source, passage: Passage): string {
  return [`“${source.title}”`, ...byAndDate(source), formatPlace(passage)].join(', ');
}

function byAndDate(source: Source): string[] {
  return [publishedBy(source), source.issued ? formatDate(source.issued) : ''].filter((part) => part !== '');
}
