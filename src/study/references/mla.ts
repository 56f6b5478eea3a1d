import type { ReferenceName } from '../../material/types.ts';
import { byline } from './byline.ts';
import { ordinal, shortDate } from './dates.ts';
import type { Item } from './item.ts';
import { full, inverted, listed } from './names.ts';
import { labelledPages, twoDigitPages } from './pages.ts';
import { closed, italic, joined } from './styled.ts';
import { titleCase } from './title-case.ts';

/** A reference in the style of the Modern Language Association, 9th edition. */
export function mla(item: Item): string {
  const { kind, container, language } = item;
  const title = titleCase(item.title, language);
  const isContained = ['chapter', 'journal', 'newspaper', 'magazine', 'paper', 'web'].includes(kind);
  return closed(
    joined(
      [
        byline(item, mlaList, [', editor', ', editors']),
        isContained ? `“${title}”` : italic(title),
        ...thesisDate(item),
        sentence([
          isContained ? italic(titleCase(container, language)) : '',
          ...contributors(item),
          item.edition === '' ? '' : `${ordinal(item.edition)} ed.`,
          item.volume === '' ? '' : `vol. ${item.volume}`,
          item.issue === '' ? '' : `no. ${item.issue}`,
          ['journal', 'newspaper', 'magazine', 'web'].includes(kind) ? '' : item.publisher,
          kind === 'thesis' ? item.genre : dateOf(item),
          labelledPages(item.page, twoDigitPages),
          item.url,
        ]),
      ],
      '.',
    ),
  );
}

/** "Ash, Tom", "Okafor, Chidi, and Sara M. Lindqvist", "Ash, Tom, et al." */
function mlaList([first, second, ...others]: readonly ReferenceName[]): string {
  if (first === undefined) return '';
  if (second === undefined) return inverted(first);
  return `${inverted(first)}, ${others.length > 0 ? 'et al.' : `and ${full(second)}`}`;
}

function contributors({ kind, authors, editors, translators }: Item): string[] {
  const edits = editors.length > 0 && (authors.length > 0 || kind === 'chapter');
  return [
    translators.length > 0 ? `translated by ${people(translators)}` : '',
    edits ? `edited by ${people(editors)}` : '',
  ];
}

function people(names: readonly ReferenceName[]): string {
  const [first] = names;
  return first && names.length > 2 ? `${full(first)} et al.` : listed(names.map(full), ' and ');
}

/** A thesis has its year before where it was written. */
function thesisDate(item: Item): string[] {
  return item.kind === 'thesis' ? [dateOf(item)] : [];
}

function dateOf({ kind, issued }: Item): string {
  if (issued === undefined) return '';
  return ['newspaper', 'magazine', 'web', 'other'].includes(kind) ? shortDate(issued) : String(issued.year);
}

/** Elements with commas between them, the first with a capital. */
function sentence(elements: readonly string[]): string {
  const [first = '', ...others] = elements.filter((element) => element !== '');
  const opening = /^(?:translated|edited|vol\.|no\.|pp?\.)/.test(first)
    ? first.charAt(0).toUpperCase() + first.slice(1)
    : first;
  return [opening, ...others].join(', ');
}
