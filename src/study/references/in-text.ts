import type { Passage } from '../../material/types.ts';
import type { Item, Kind } from './item.ts';
import { listed, short } from './names.ts';
import type { StyleName } from './style-names.ts';
import { closed, italic, TAKES_IN } from './styled.ts';
import type { Terms } from './terms.ts';

/** From so many authors on only the first is named. */
const MANY: Readonly<Record<StyleName, number>> = { apa: 3, mla: 3, chicago: 4, harvard: 4 };

/** The part of a passage that says where it stands. */
type Place = Pick<Passage, 'paragraph' | 'page' | 'pageLabel' | 'isSlide'>;

/** "(Marlow, 2011, para. 8)": how a text refers to the work, and to one passage of it: by page where it has pages. */
export function inText(item: Item, style: StyleName, terms: Terms, passage?: Place): string {
  const who = whoOf(item, style, terms);
  const where = passage === undefined ? '' : placeOf(passage, style, terms);
  const { issued } = item;
  if (style === 'mla') return `(${[who, where].filter(Boolean).join(/^\p{L}/u.test(where) ? ', ' : ' ')})`;
  if (style === 'chicago' && issued) return `(${[`${who} ${issued.year}`, where].filter(Boolean).join(', ')})`;
  const year = issued?.year ?? (style === 'harvard' ? 'no date' : terms.noDate);
  const begun = who.endsWith(`${TAKES_IN}”`) ? `${closed(who, ',')} ${year}` : `${who}, ${year}`;
  return `(${[begun, where].filter(Boolean).join(', ')})`;
}

function whoOf(item: Item, style: StyleName, terms: Terms): string {
  const names = (item.authors.length > 0 || item.kind === 'chapter' ? item.authors : item.editors).map(short);
  if (names.length === 0) return titleFor(item, style, terms);
  const etAl = style === 'harvard' ? italic(terms.etAl) : terms.etAl;
  const and = style === 'apa' ? '&' : terms.and;
  return names.length >= MANY[style]
    ? `${names[0]} ${etAl}`
    : listed(names, `${style === 'harvard' ? '' : ','} ${and} `, ` ${and} `);
}

/** What each style sets in italics; all else stands in quotation marks. */
const IN_ITALICS: Readonly<Record<StyleName, readonly Kind[]>> = {
  apa: ['book', 'report', 'thesis', 'web', 'other'],
  mla: ['book', 'report', 'thesis', 'other'],
  chicago: ['book'],
  harvard: ['book', 'report', 'thesis', 'web'],
};

/** What has no author is named by its title, as the reference sets it; a newspaper by its own name. */
function titleFor({ kind, title, container, language }: Item, style: StyleName, terms: Terms): string {
  const isPress = kind === 'newspaper' || kind === 'magazine';
  const isOfContainer = isPress && container !== '' && (style === 'chicago' || style === 'harvard');
  const named = isOfContainer ? container : title;
  const cased = style === 'harvard' ? named : terms.title(named, language);
  if (isOfContainer || IN_ITALICS[style].includes(kind)) return italic(cased);
  return style === 'harvard' ? `‘${cased}’` : terms.quoted(cased);
}

function placeOf({ paragraph, page, pageLabel, isSlide }: Place, style: StyleName, terms: Terms): string {
  if (page !== undefined && isSlide) return `${terms.slide} ${page}`;
  if (page === undefined) return `${terms.paragraph[style === 'mla' ? 1 : 0]} ${paragraph}`;
  const number = pageLabel ?? String(page);
  return style === 'mla' || style === 'chicago' ? number : `${terms.page[0]} ${number}`;
}
