import type { ReferenceName } from '../../material/types.ts';
import { byline } from './byline.ts';
import { dayAndMonth } from './dates.ts';
import type { Item } from './item.ts';
import { fullInitials, invertedInitials, listed } from './names.ts';
import { expandedPages, labelledPages } from './pages.ts';
import { closed, italic } from './styled.ts';
import { ordinal, type Terms } from './terms.ts';

/** From so many authors on only the first is named. */
const MANY_AUTHORS = 4;

/** A reference in the Harvard style of Cite Them Right, 12th edition. */
export function harvard(item: Item, terms: Terms): string {
  const { kind, issued } = item;
  const isPress = kind === 'newspaper' || kind === 'magazine' || kind === 'journal';
  const isContained = isPress || ['chapter', 'paper', 'other'].includes(kind);
  const title = isContained ? `‘${item.title}’` : italic(item.title);
  const by = byline(item, harvardList, [' (ed.)', ' (eds)']);
  const year = `(${issued?.year ?? 'no date'})`;
  const head =
    by !== ''
      ? `${by} ${year} ${title}`
      : isPress && item.container !== ''
        ? `${italic(item.container)} ${year} ${title}`
        : `${title} ${year}`;
  const body = `${head}${inContainer(item, by === '', terms)}`;
  const sentences = [body, ...notes(item), imprint(item, terms), item.url === '' ? '' : `Available at: ${item.url}`];
  return sentences
    .filter((each) => each !== '')
    .map((each) => closed(each))
    .join(' ');
}

function harvardList(names: readonly ReferenceName[]): string {
  const [first] = names;
  if (first && names.length >= MANY_AUTHORS) return `${invertedInitials(first, '')} ${italic('et al.')}`;
  return listed(
    names.map((name) => invertedInitials(name, '')),
    ' and ',
  );
}

/** What follows the title up to the first full stop. */
function inContainer(item: Item, isNameless: boolean, terms: Terms): string {
  const { kind, container, editors, volume, issue, issued } = item;
  const pages = labelledPages(item.page, expandedPages, terms);
  const parts = (...each: string[]) =>
    each
      .filter(Boolean)
      .map((part) => `, ${part}`)
      .join('');
  switch (kind) {
    case 'chapter':
    case 'paper':
      return `, in ${editedBy(editors)}${italic(container)}`;
    case 'journal':
      return parts(italic(container), volume + (issue === '' ? '' : `(${issue})`), pages);
    case 'newspaper':
    case 'magazine':
      return parts(isNameless ? '' : italic(container), issued ? dayAndMonth(issued) : '', pages);
    case 'web':
      return container === '' ? '' : `${isNameless ? ' ' : ', '}${italic(container)}`;
    default:
      return '';
  }
}

/** "I. Frost (ed.) ", '' where nobody is named. */
function editedBy(editors: readonly ReferenceName[]): string {
  return editors.length === 0 ? '' : `${people(editors)} ${editors.length === 1 ? '(ed.)' : '(eds)'} `;
}

function notes({ kind, translators, edition, genre }: Item): string[] {
  return [
    translators.length === 0 ? '' : `Translated by ${people(translators)}`,
    edition === '' ? '' : `${ordinal(edition)} edn`,
    kind === 'thesis' ? genre : '',
  ];
}

function imprint(item: Item, terms: Terms): string {
  const { kind, place, publisher, page } = item;
  if (['journal', 'newspaper', 'magazine', 'web'].includes(kind)) return '';
  const by = kind === 'thesis' ? publisher : [place, publisher].filter(Boolean).join(': ');
  const pages = kind === 'chapter' || kind === 'paper' ? labelledPages(page, expandedPages, terms) : '';
  return [by, pages].filter(Boolean).join(', ');
}

const people = (names: readonly ReferenceName[]) =>
  listed(
    names.map((name) => fullInitials(name, '')),
    ' and ',
  );
