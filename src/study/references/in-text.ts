import type { Passage } from '../../material/types.ts';
import type { Item, Kind } from './item.ts';
import { listed, short } from './names.ts';
import type { StyleName } from './style-names.ts';
import { closed, italic } from './styled.ts';
import { titleCase } from './title-case.ts';

/** From so many authors on only the first is named, and what stands before the last of fewer. */
const LISTS: Readonly<Record<StyleName, { readonly many: number; readonly last: string; readonly lastOfTwo: string }>> =
  {
    apa: { many: 3, last: ', & ', lastOfTwo: ' & ' },
    mla: { many: 3, last: ', and ', lastOfTwo: ' and ' },
    chicago: { many: 4, last: ', and ', lastOfTwo: ' and ' },
    harvard: { many: 4, last: ' and ', lastOfTwo: ' and ' },
  };

/** The part of a passage that says where it stands. */
type Place = Pick<Passage, 'paragraph' | 'page' | 'pageLabel' | 'isSlide'>;

/** "(Marlow, 2011, para. 8)": how a text refers to the work, and to one passage of it: by page where it has pages. */
export function inText(item: Item, style: StyleName, passage?: Place): string {
  const who = whoOf(item, style);
  const where = passage === undefined ? '' : placeOf(passage, style);
  const { issued } = item;
  if (style === 'mla') return `(${[who, where].filter(Boolean).join(where.startsWith('par.') ? ', ' : ' ')})`;
  if (style === 'chicago' && issued) return `(${[`${who} ${issued.year}`, where].filter(Boolean).join(', ')})`;
  const year = issued?.year ?? (style === 'harvard' ? 'no date' : 'n.d.');
  const begun = who.endsWith('”') ? `${closed(who, ',')} ${year}` : `${who}, ${year}`;
  return `(${[begun, where].filter(Boolean).join(', ')})`;
}

function whoOf(item: Item, style: StyleName): string {
  const { many, last, lastOfTwo } = LISTS[style];
  const names = (item.authors.length > 0 || item.kind === 'chapter' ? item.authors : item.editors).map(short);
  if (names.length === 0) return titleFor(item, style);
  const etAl = style === 'harvard' ? italic('et al.') : 'et al.';
  return names.length >= many ? `${names[0]} ${etAl}` : listed(names, last, lastOfTwo);
}

/** What each style sets in italics; all else stands in quotation marks. */
const IN_ITALICS: Readonly<Record<StyleName, readonly Kind[]>> = {
  apa: ['book', 'report', 'thesis', 'web', 'other'],
  mla: ['book', 'report', 'thesis', 'other'],
  chicago: ['book'],
  harvard: ['book', 'report', 'thesis', 'web'],
};

/** What has no author is named by its title, as the reference sets it; a newspaper by its own name. */
function titleFor({ kind, title, container, language }: Item, style: StyleName): string {
  const isPress = kind === 'newspaper' || kind === 'magazine';
  const isOfContainer = isPress && container !== '' && (style === 'chicago' || style === 'harvard');
  const named = isOfContainer ? container : title;
  const cased = style === 'harvard' ? named : titleCase(named, language);
  if (isOfContainer || IN_ITALICS[style].includes(kind)) return italic(cased);
  return style === 'harvard' ? `‘${cased}’` : `“${cased}”`;
}

function placeOf({ paragraph, page, pageLabel, isSlide }: Place, style: StyleName): string {
  if (page !== undefined && isSlide) return `slide ${page}`;
  if (page === undefined) return `${style === 'mla' ? 'par.' : 'para.'} ${paragraph}`;
  const number = pageLabel ?? String(page);
  return style === 'mla' || style === 'chicago' ? number : `p. ${number}`;
}
