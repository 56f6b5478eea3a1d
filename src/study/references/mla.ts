import type { ReferenceName } from '../../material/types.ts';
import { byline } from './byline.ts';
import { shortDate } from './dates.ts';
import type { Item } from './item.ts';
import { full, inverted, listed } from './names.ts';
import { labelledPages, twoDigitPages } from './pages.ts';
import { closed, italic, joined } from './styled.ts';
import type { Terms } from './terms.ts';
import { capitalised } from './title-case.ts';

/** A reference in the style of the Modern Language Association, 9th edition. */
export function mla(item: Item, terms: Terms): string {
  const { kind, container, language } = item;
  const title = terms.title(item.title, language);
  const [editor, editors] = terms.editorInFull;
  const isContained = ['chapter', 'journal', 'newspaper', 'magazine', 'paper', 'web'].includes(kind);
  return closed(
    joined(
      [
        byline(item, (names) => mlaList(names, terms), [`, ${editor}`, `, ${editors}`]),
        isContained ? terms.quoted(title) : italic(title),
        ...thesisDate(item, terms),
        sentence(
          [
            isContained ? italic(terms.title(container, language)) : '',
            ...contributors(item, terms),
            item.edition === '' ? '' : terms.edition(item.edition),
            item.volume === '' ? '' : `${terms.volume} ${item.volume}`,
            item.issue === '' ? '' : `${terms.issue} ${item.issue}`,
            ['journal', 'newspaper', 'magazine', 'web'].includes(kind) ? '' : item.publisher,
            kind === 'thesis' ? item.genre : dateOf(item, terms),
            labelledPages(item.page, twoDigitPages, terms),
            item.url,
          ],
          terms,
        ),
      ],
      '.',
    ),
  );
}

/** "Ash, Tom", "Okafor, Chidi, and Sara M. Lindqvist", "Ash, Tom, et al." */
function mlaList([first, second, ...others]: readonly ReferenceName[], { and, etAl }: Terms): string {
  if (first === undefined) return '';
  if (second === undefined) return inverted(first);
  return `${inverted(first)}, ${others.length > 0 ? etAl : `${and} ${full(second)}`}`;
}

function contributors({ kind, authors, editors, translators }: Item, terms: Terms): string[] {
  const edits = editors.length > 0 && (authors.length > 0 || kind === 'chapter');
  return [
    translators.length > 0 ? `${terms.translatedBy} ${people(translators, terms)}` : '',
    edits ? `${terms.editedBy} ${people(editors, terms)}` : '',
  ];
}

function people(names: readonly ReferenceName[], { and, etAl }: Terms): string {
  const [first] = names;
  return first && names.length > 2 ? `${full(first)} ${etAl}` : listed(names.map(full), ` ${and} `);
}

/** A thesis has its year before where it was written. */
function thesisDate(item: Item, terms: Terms): string[] {
  return item.kind === 'thesis' ? [dateOf(item, terms)] : [];
}

function dateOf({ kind, issued }: Item, terms: Terms): string {
  if (issued === undefined) return '';
  return ['newspaper', 'magazine', 'web', 'other'].includes(kind)
    ? (terms.date?.(issued) ?? shortDate(issued))
    : String(issued.year);
}

/** Elements with commas between them, the first with a capital. */
function sentence(elements: readonly string[], { translatedBy, editedBy, volume, issue, page }: Terms): string {
  const [first = '', ...others] = elements.filter((element) => element !== '');
  const isWord = [translatedBy, editedBy, volume, issue, ...page].some((word) => first.startsWith(word));
  const opening = isWord ? capitalised(first) : first;
  return [opening, ...others].join(', ');
}
