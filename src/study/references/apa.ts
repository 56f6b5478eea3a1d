import type { ReferenceName } from '../../material/types.ts';
import { byline } from './byline.ts';
import type { Item } from './item.ts';
import { fullInitials, invertedInitials, listed } from './names.ts';
import { expandedPages, labelledPages } from './pages.ts';
import { closed, italic, joined } from './styled.ts';
import type { Terms } from './terms.ts';
import { capitalised } from './title-case.ts';

/** Up to this many authors are all named. */
const MAX_AUTHORS = 20;

/** A reference in the style of the American Psychological Association, 7th edition. */
export function apa(item: Item, terms: Terms): string {
  const title = joinedTitle(item, terms);
  const [editor, editors] = terms.editor.map(capitalised);
  const by = byline(item, apaList, [` (${editor})`, ` (${editors})`]);
  const date = `(${[item.issued?.year ?? terms.noDate, dayOf(item, terms)].filter(Boolean).join(', ')})`;
  const head = by === '' ? [title, date] : [by, date, title];
  return [joined([...head, inContainer(item, terms), ...publication(item)], '.'), item.url]
    .filter(Boolean)
    .map((part) => (part === item.url ? part : closed(part)))
    .join(' ');
}

function apaList(people: readonly ReferenceName[]): string {
  const names = people.map((name) => invertedInitials(name));
  if (names.length > MAX_AUTHORS) return `${names.slice(0, MAX_AUTHORS - 1).join(', ')}, … ${names.at(-1)}`;
  return listed(names, ', & ');
}

/** Days count for what appears daily or changes; of others the year. */
function dayOf({ kind, issued }: Item, { month }: Terms): string {
  const dated = kind === 'newspaper' || kind === 'magazine' || kind === 'web' || kind === 'other';
  return dated && issued ? [month(issued), issued.day].filter(Boolean).join(' ') : '';
}

/** "*Reading maps* (2nd ed.)", "*The night ferry* (E. Hill, Trans.)", "*Salt and law* [Doctoral dissertation]". */
function joinedTitle({ kind, title, edition, translators, genre }: Item, terms: Terms): string {
  const standsAlone = !['chapter', 'journal', 'newspaper', 'magazine', 'paper'].includes(kind);
  const notes = [
    translators.length === 0 ? '' : `${people(translators)}, ${terms.translator}`,
    edition === '' || kind === 'chapter' ? '' : terms.edition(edition),
  ].filter(Boolean);
  return [
    standsAlone ? italic(title) : title,
    notes.length > 0 ? `(${notes.join('; ')})` : '',
    genre === '' ? '' : `[${genre}]`,
  ]
    .filter(Boolean)
    .join(' ');
}

function inContainer(item: Item, terms: Terms): string {
  const { kind, container, volume, issue, page } = item;
  if (container === '' || kind === 'web') return container;
  if (kind === 'chapter') return inBook(item, terms);
  const number = volume === '' ? '' : italic(volume) + (issue === '' ? '' : `(${issue})`);
  return [italic(container), number, expandedPages(page, terms)].filter(Boolean).join(', ');
}

/** "In I. Frost (Ed.), *Essays on trade* (pp. 45–67)". */
function inBook({ container, editors, edition, page }: Item, terms: Terms): string {
  const [editor, several] = terms.editor.map(capitalised);
  const by = editors.length === 0 ? '' : `${people(editors)} (${editors.length === 1 ? editor : several}), `;
  const details = [edition === '' ? '' : terms.edition(edition), labelledPages(page, expandedPages, terms)].filter(
    Boolean,
  );
  return `${terms.in} ${by}${italic(container)}${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
}

function publication({ kind, publisher }: Item): string[] {
  return ['book', 'chapter', 'report', 'thesis', 'other'].includes(kind) ? [publisher] : [];
}

const people = (names: readonly ReferenceName[]) =>
  listed(
    names.map((name) => fullInitials(name)),
    ', & ',
    ' & ',
  );
