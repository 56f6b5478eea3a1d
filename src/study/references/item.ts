import type { PartialDate, ReferenceFields, ReferenceName, Source } from '../../material/types.ts';
import { readName } from './names.ts';
import { field } from './styled.ts';

/** How a style treats a work: what it stands in, and whether its own title is set in italics. */
export type Kind =
  | 'book'
  | 'chapter'
  | 'journal'
  | 'newspaper'
  | 'magazine'
  | 'web'
  | 'report'
  | 'thesis'
  | 'paper'
  | 'other';

/** A work as the styles see it. Texts are '' and lists empty where nothing is known. */
export interface Item {
  readonly kind: Kind;
  readonly title: string;
  readonly authors: readonly ReferenceName[];
  readonly editors: readonly ReferenceName[];
  readonly translators: readonly ReferenceName[];
  readonly container: string;
  readonly publisher: string;
  readonly place: string;
  readonly edition: string;
  readonly volume: string;
  readonly issue: string;
  readonly page: string;
  readonly genre: string;
  readonly issued: PartialDate | undefined;
  /** The DOI as an address, else the web address. */
  readonly url: string;
  readonly language: string | undefined;
}

const KINDS: Readonly<Record<string, Kind>> = {
  book: 'book',
  chapter: 'chapter',
  'entry-encyclopedia': 'chapter',
  'entry-dictionary': 'chapter',
  'article-journal': 'journal',
  'article-magazine': 'magazine',
  'article-newspaper': 'newspaper',
  webpage: 'web',
  post: 'web',
  'post-weblog': 'web',
  report: 'report',
  thesis: 'thesis',
  'paper-conference': 'paper',
};

/** A work from all that is known of it. One that came from a file alone has its authors' names read from their text. */
export function toItem(source: Source): Item {
  const { title, issued, url } = source;
  const known = fieldsOf(source);
  return {
    kind: KINDS[known.type] ?? 'other',
    title: field(title),
    authors: known.author ?? [],
    editors: known.editor ?? [],
    translators: known.translator ?? [],
    container: field(known['container-title']),
    publisher: field(known.publisher),
    place: field(known['publisher-place']),
    edition: field(known.edition),
    volume: field(known.volume),
    issue: field(known.issue),
    page: field(known.page),
    genre: field(known.genre),
    issued,
    url:
      known.DOI === undefined
        ? field(url)
        : `https://doi.org/${field(known.DOI).replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, '')}`,
    language: known.language,
  };
}

/** A work's fields under their CSL names: its reference where it has one, else a web page or a document. */
export function fieldsOf({ authors, publisher, url, reference }: Source): ReferenceFields {
  if (reference !== undefined) return reference;
  return {
    type: url === undefined ? 'document' : 'webpage',
    author: authors.map(readName),
    ...(publisher === '' ? {} : { [url === undefined ? 'publisher' : 'container-title']: publisher }),
  };
}
