import type { ReferenceName } from '../../material/types.ts';
import { byline } from './byline.ts';
import { longDate, ordinal } from './dates.ts';
import type { Item } from './item.ts';
import { full, invertedParticleLast, listed } from './names.ts';
import { chicagoPages } from './pages.ts';
import { closed, italic, joined } from './styled.ts';
import { titleCase } from './title-case.ts';

/** More authors than these are not all named: then so many are. */
const MAX_AUTHORS = 10;
const NAMED_OF_MANY = 7;

/** A reference in the author-date style of the Chicago Manual of Style, 17th edition. */
export function chicago(item: Item): string {
  const title = titleOf(item);
  const by = byline(item, chicagoList, [', ed.', ', eds.']);
  const year = String(item.issued?.year ?? 'n.d.');
  const rest = [...inContainer(item), imprint(item), item.url];
  const isPress = item.kind === 'newspaper' || item.kind === 'magazine';
  // A newspaper stands for an author that is not named.
  if (by === '' && isPress) {
    const [, ...others] = rest;
    const dated = item.issued ? `${closed(title, ',')} ${longDate(item.issued)}` : title;
    return closed(joined([italic(titleCase(item.container, item.language)), year, dated, ...others], '.'));
  }
  return closed(joined(by === '' ? [title, year, ...rest] : [by, year, title, ...rest], '.'));
}

function titleOf({ kind, title, language }: Item): string {
  const cased = titleCase(title, language);
  return kind === 'book' ? italic(cased) : `“${cased}”`;
}

function chicagoList(names: readonly ReferenceName[]): string {
  const shown = names.length > MAX_AUTHORS ? names.slice(0, NAMED_OF_MANY) : names;
  const [first, ...others] = shown;
  const all = [...(first ? [invertedParticleLast(first)] : []), ...others.map(full)];
  return shown.length < names.length ? `${all.join(', ')}, et al.` : listed(all, ', and ');
}

/** The parts behind the title that say what it stands in, each a sentence. */
function inContainer(item: Item): string[] {
  const { kind, issued } = item;
  const container = titleCase(item.container, item.language);
  const date = issued ? longDate(issued) : '';
  switch (kind) {
    case 'chapter':
    case 'paper':
      return [inBook(item, container)];
    case 'journal':
      return [inJournal(item, container)];
    case 'newspaper':
    case 'magazine':
      return [[italic(container), date].filter(Boolean).join(', ')];
    case 'web':
      return [container, date];
    default:
      return contributors(item);
  }
}

function contributors({ translators, editors, authors, edition }: Item): string[] {
  return [
    translators.length > 0 ? `Translated by ${people(translators)}` : '',
    editors.length > 0 && authors.length > 0 ? `Edited by ${people(editors)}` : '',
    edition === '' ? '' : `${ordinal(edition)} ed`,
  ];
}

function inBook({ editors, page }: Item, container: string): string {
  const by = editors.length > 0 ? `edited by ${people(editors)}` : '';
  return `In ${[italic(container), by, chicagoPages(page)].filter(Boolean).join(', ')}`;
}

function inJournal({ volume, issue, page }: Item, container: string): string {
  const number = [volume, issue === '' ? '' : `(${issue})`].filter(Boolean).join(' ');
  const pages = page === '' ? '' : `${issue === '' ? ':' : ': '}${chicagoPages(page)}`;
  return `${italic(container)}${number === '' ? '' : ` ${number}`}${pages}`;
}

function imprint({ kind, genre, place, publisher }: Item): string {
  if (['journal', 'newspaper', 'magazine', 'web'].includes(kind)) return '';
  const by = [place, publisher].filter(Boolean).join(': ');
  return kind === 'thesis' ? [genre, by].filter(Boolean).join(', ') : by;
}

const people = (names: readonly ReferenceName[]) => listed(names.map(full), ', and ', ' and ');
