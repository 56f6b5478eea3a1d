import { beginsWithDay, formatDate, parseDate } from './dates.ts';
import { formatTime } from './places.ts';
import type { PartialDate, Passage, Source } from './types.ts';

/** What a citation says beside names and titles, in the reader's language. */
export interface CitationWords {
  /** A title in that language's quotation marks. */
  title(title: string): string;
  date(date: PartialDate): string;
  /** "¶ 8"; `number` may be "8 (2)". */
  paragraph(number: string): string;
  caption(number: string): string;
  /** "p. 5"; `label` is what is printed on the page. */
  page(label: string): string;
  slide(label: string): string;
  /** "p. 5 (scan)": its text was recognised from a picture. */
  scan(page: string): string;
  /** "at 12:40". */
  time(time: string): string;
}

export const ENGLISH_CITATIONS: CitationWords = {
  title: (title) => `“${title}”`,
  date: formatDate,
  paragraph: (number) => `¶ ${number}`,
  caption: (number) => `caption ${number}`,
  page: (label) => `p. ${label}`,
  slide: (label) => `slide ${label}`,
  scan: (page) => `${page} (scan)`,
  time: (time) => `at ${time}`,
};

/**
 * "¶ 8"; "¶ 8 (2), p. 5" for the second part of a long paragraph on page 5; "¶ 8, p. xii" by what is printed on the
 * page; "¶ 8, slide 4" in a presentation; "¶ 8, at 12:40" in a recording; "¶ 8, p. 5 (scan)" where it was recognised
 * from a picture; "caption 1" for what is no body text.
 */
export function formatPlace(passage: Omit<Passage, 'id' | 'source' | 'kind' | 'text'>, words: CitationWords): string {
  const { paragraph, part, page, pageLabel, isSlide, seconds, role, form } = passage;
  const number = part === undefined ? `${paragraph}` : `${paragraph} (${part})`;
  const pageText = words[isSlide ? 'slide' : 'page'](pageLabel ?? String(page));
  return [
    words[role ?? 'paragraph'](number),
    ...(page === undefined ? [] : [form === 'scan' ? words.scan(pageText) : pageText]),
    ...(seconds === undefined ? [] : [words.time(formatTime(seconds))]),
  ].join(', ');
}

/** With semicolons where a name has a comma itself: "Marlow, Ines; Tom Bell". */
function listed(names: readonly string[]): string {
  return names.join(names.some((name) => name.includes(',')) ? '; ' : ', ');
}

/** Who stands for a work: who published it, else who wrote it, else the website; empty where nobody is known. */
export function publishedBy({ publisher, authors, url }: Source): string {
  return publisher || listed(authors) || (url === undefined ? '' : new URL(url).hostname.replace(/^www\./, ''));
}

/** "The Moscow Times, 29 May 2013": enough to tell the sources of one collection apart. */
export function formatShort(source: Source, words: CitationWords): string {
  return byAndDate(source, words).join(', ') || words.title(source.title);
}

/** The whole reference but for the title's typography: authors, title, publisher, date. Nobody stands in it twice. */
export function formatReference(source: Source, words: CitationWords): string {
  const by = publishedBy(source);
  const authors = listed(source.authors.filter((author) => author !== by));
  return [authors === by ? '' : authors, words.title(source.title), ...byAndDate(source, words)]
    .filter(Boolean)
    .join(', ');
}

/** The same for where the title stands already: undefined where nothing but that is known. */
export function referenceBelowTitle(source: Source, words: CitationWords): string | undefined {
  const isTitleAlone = source.authors.length === 0 && byAndDate(source, words).length === 0;
  return isTitleAlone ? undefined : formatReference(source, words);
}

/** "“Russia Pushes …”, Stratfor, 30 April 2014, ¶ 8"; with the section in a work that has sections: "§ 4.1, ¶ 12". */
export function formatCitation(source: Source, passage: Passage, words: CitationWords): string {
  const { title } = source;
  return [words.title(title), ...byAndDate(source, words), ...sectionOf(passage), formatPlace(passage, words)].join(
    ', ',
  );
}

/** A section's number says it all, else its name does, as far as it is short. */
function sectionOf({ heading = '' }: Passage): string[] {
  const name = heading.split(' > ').at(-1)?.trim() ?? '';
  const shown = sectionNumber(name) ?? (name.length > MAX_SECTION ? `${name.slice(0, MAX_SECTION).trimEnd()}…` : name);
  return shown === '' ? [] : [`§ ${shown}`];
}

const MAX_SECTION = 50;

/**
 * The number that counts a section: it has a title behind it, or nothing. Versions ("3.0.0 (11 January 2023)"), days, years and
 * amounts ("10 things to know") count none.
 */
function sectionNumber(name: string): string | undefined {
  const found = /^(\d{1,3}(?:\.\d{1,3})*)([.:)]?)(?:\s+(?:[–—-]\s+)?(\S.*))?$/.exec(name);
  if (!found || beginsWithDay(name)) return undefined;
  const [, number, mark, title] = found;
  if (title === undefined) return number;
  const isTitle = mark === '' ? /^["'“‘«„]?[\p{Lu}\p{Lo}]/u.test(title) : /^\P{N}*\p{L}/u.test(title);
  return isTitle && parseDate(title) === undefined ? number : undefined;
}

function byAndDate(source: Source, words: CitationWords): string[] {
  return [publishedBy(source), source.issued ? words.date(source.issued) : ''].filter((part) => part !== '');
}
