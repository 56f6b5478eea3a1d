import type { PartialDate, ReferenceName } from '../../material/types.ts';
import { byline } from './byline.ts';
import { longDate } from './dates.ts';
import type { Item } from './item.ts';
import { full, invertedParticleLast, listed } from './names.ts';
import { chicagoPages } from './pages.ts';
import { closed, italic, joined } from './styled.ts';
import type { Terms } from './terms.ts';
import { capitalised } from './title-case.ts';

/** More authors than these are not all named: then so many are. */
const MAX_AUTHORS = 10;
const NAMED_OF_MANY = 7;

/** A reference in the author-date style of the Chicago Manual of Style, 17th edition. */
export function chicago(item: Item, terms: Terms): string {
  const title = titleOf(item, terms);
  const [editor, editors] = terms.editor;
  const by = byline(item, (names) => chicagoList(names, terms), [`, ${editor}`, `, ${editors}`]);
  const year = String(item.issued?.year ?? terms.noDate);
  const rest = [...inContainer(item, terms), imprint(item), item.url];
  const isPress = item.kind === 'newspaper' || item.kind === 'magazine';
  // A newspaper stands for an author that is not named.
  if (by === '' && isPress) {
    const [, ...others] = rest;
    const dated = item.issued ? `${closed(title, ',')} ${dateOf(item.issued, terms)}` : title;
    return closed(joined([italic(terms.title(item.container, item.language)), year, dated, ...others], '.'));
  }
  return closed(joined(by === '' ? [title, year, ...rest] : [by, year, title, ...rest], '.'));
}

function dateOf(date: PartialDate, terms: Terms): string {
  return terms.date?.(date) ?? longDate(date);
}

function titleOf({ kind, title, language }: Item, terms: Terms): string {
  const cased = terms.title(title, language);
  return kind === 'book' ? italic(cased) : terms.quoted(cased);
}

function chicagoList(names: readonly ReferenceName[], { and, etAl }: Terms): string {
  const shown = names.length > MAX_AUTHORS ? names.slice(0, NAMED_OF_MANY) : names;
  const [first, ...others] = shown;
  const all = [...(first ? [invertedParticleLast(first)] : []), ...others.map(full)];
  return shown.length < names.length ? `${all.join(', ')}, ${etAl}` : listed(all, `, ${and} `);
}

/** The parts behind the title that say what it stands in, each a sentence. */
function inContainer(item: Item, terms: Terms): string[] {
  const { kind, issued } = item;
  const container = terms.title(item.container, item.language);
  const date = issued ? dateOf(issued, terms) : '';
  switch (kind) {
    case 'chapter':
    case 'paper':
      return [inBook(item, container, terms)];
    case 'journal':
      return [inJournal(item, container, terms)];
    case 'newspaper':
    case 'magazine':
      return [[italic(container), date].filter(Boolean).join(', ')];
    case 'web':
      return [container, date];
    default:
      return contributors(item, terms);
  }
}

function contributors({ translators, editors, authors, edition }: Item, terms: Terms): string[] {
  return [
    translators.length > 0 ? `${capitalised(terms.translatedBy)} ${people(translators, terms)}` : '',
    editors.length > 0 && authors.length > 0 ? `${capitalised(terms.editedBy)} ${people(editors, terms)}` : '',
    edition === '' ? '' : terms.edition(edition),
  ];
}

function inBook({ editors, page }: Item, container: string, terms: Terms): string {
  const by = editors.length > 0 ? `${terms.editedBy} ${people(editors, terms)}` : '';
  return `${terms.in} ${[italic(container), by, chicagoPages(page, terms)].filter(Boolean).join(', ')}`;
}

function inJournal({ volume, issue, page }: Item, container: string, terms: Terms): string {
  const number = [volume, issue === '' ? '' : `(${issue})`].filter(Boolean).join(' ');
  const pages = page === '' ? '' : `${issue === '' ? ':' : ': '}${chicagoPages(page, terms)}`;
  return `${italic(container)}${number === '' ? '' : ` ${number}`}${pages}`;
}

function imprint({ kind, genre, place, publisher }: Item): string {
  if (['journal', 'newspaper', 'magazine', 'web'].includes(kind)) return '';
  const by = [place, publisher].filter(Boolean).join(': ');
  return kind === 'thesis' ? [genre, by].filter(Boolean).join(', ') : by;
}

const people = (names: readonly ReferenceName[], { and }: Terms) => listed(names.map(full), `, ${and} `, ` ${and} `);
