import { parseDate } from '../../material/dates.ts';
import { type About, mergeAbout, splitNames } from '../about/about.ts';
import { bare, oneLine } from '../blocks/normalise.ts';
import { CONTRIBUTORS } from '../words/english.ts';
import type { PageScan } from './scan.ts';

const TITLE = ['citation_title', 'og:title', 'dc.title', 'dcterms.title', 'twitter:title', 'parsely-title', 'title'];
const AUTHOR = [
  'citation_author',
  'author',
  'article:author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'parsely-author',
  'sailthru.author',
  'twitter:creator',
];
const DATE = [
  'citation_publication_date',
  'citation_date',
  'article:published_time',
  'og:published_time',
  'dc.date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.date',
  'datepublished',
  'date',
  'pubdate',
  'parsely-pub-date',
  'sailthru.date',
];
const CHANGED = ['article:modified_time', 'og:updated_time', 'dcterms.modified', 'datemodified', 'last-modified'];
const PUBLISHER = [
  'citation_journal_title',
  'og:site_name',
  'dc.publisher',
  'dcterms.publisher',
  'citation_publisher',
  'publisher',
  'application-name',
];
const URLS = ['og:url', 'citation_public_url', 'citation_abstract_html_url'];
const ARTICLE = /Article|BlogPosting|Report|WebPage|CreativeWork/;

/** What a page's head says of it; what is best for citing first: scholarly fields, structured data, then the rest. */
export function aboutPage(html: string, scan: PageScan): About {
  const structured = structuredOf(scan);
  const savedFrom = /<!-- saved from url=\(\d{4}\)(https?:\S{1,2000}) -->/.exec(html.slice(0, 4096))?.[1];
  const links = [scan.canonical, ...all(scan, URLS), savedFrom].filter(
    (url) => url !== undefined && /^https?:/i.test(url),
  );
  const authors = firstOf(scan, AUTHOR)
    .filter((name) => !/^https?:|^@/.test(name))
    .flatMap((name) => splitNames(givenFirst(name)));
  const about: About = mergeAbout(
    {
      ...optional('issued', firstDate(all(scan, DATE))),
      ...optional('publisher', all(scan, PUBLISHER)[0]),
      ...optional('url', links[0]),
      ...(authors.length > 0 ? { authors } : {}),
    },
    structured?.about ?? {},
  );
  const changed = isLiving(scan, structured) ? (structured?.changed ?? firstDate(all(scan, CHANGED))) : undefined;
  const title = all(scan, TITLE)[0] ?? titleAmong(structured?.titles ?? [], scan) ?? scan.title;
  return {
    ...about,
    ...optional('issued', changed),
    ...optional('title', withoutSite(oneLine(title), about.publisher)),
  };
}

const firstDate = (texts: readonly string[]) => texts.map(parseDate).find((date) => date !== undefined);

/** A page that many people go on writing is cited as of its last change, not as of the day on which it was begun. */
function isLiving({ meta }: PageScan, structured: Structured | undefined): boolean {
  const generators = meta.get('generator') ?? [];
  const authors = structured?.about.authors ?? [];
  return (
    generators.some((name) => /mediawiki|dokuwiki|wiki\.js/i.test(name)) ||
    authors.some((name) => CONTRIBUTORS.test(name))
  );
}

/** Structured data may name a description for a headline: the title is what the page itself shows, too. */
function titleAmong(titles: readonly string[], { title, heading }: PageScan): string | undefined {
  const shown = [title, heading].map(bare).filter((text) => text !== '');
  return (
    titles.find((candidate) =>
      shown.some((text) => text.startsWith(bare(candidate)) || bare(candidate).startsWith(text)),
    ) ?? (shown.length === 0 ? titles[0] : undefined)
  );
}

/** Scholarly fields write "Savina, Olga". */
function givenFirst(name: string): string {
  const [, family, given] = /^([^,;&]+),\s*([^,;&]+)$/.exec(name) ?? [];
  return family === undefined || /\s\S+\s/.test(family) || family.trim().includes(' ') ? name : `${given} ${family}`;
}

/** "How Rivers Move - The Delta Post" without the site's name, where that is known. */
function withoutSite(title: string, site: string | undefined): string | undefined {
  const [, before, last] = /^(.+)\s+[-–—|»:·]\s+([^-–—|»·]+)$/.exec(title) ?? [];
  const known = site !== undefined && last?.toLowerCase() === site.toLowerCase();
  return (known ? before : title) || undefined;
}

function all({ meta }: PageScan, names: readonly string[]): string[] {
  return names.flatMap((name) => meta.get(name) ?? []);
}

/** All values of the first of the names that has any: several authors are several elements of one name. */
function firstOf({ meta }: PageScan, names: readonly string[]): readonly string[] {
  return (
    names
      .map((name) => meta.get(name)?.filter((value) => !/^https?:|^@/.test(value)) ?? [])
      .find(({ length }) => length > 0) ?? []
  );
}

/** What a page's structured data says of its article. */
interface Structured {
  readonly about: About;
  /** Its headline and its name, of which one may be a description. */
  readonly titles: readonly string[];
  readonly changed: About['issued'];
}

/** The article's own data: pages also describe those that they lead to. */
function structuredOf(scan: PageScan): Structured | undefined {
  const articles = scan.jsonLd.flatMap(parseJson).filter((object) => ARTICLE.test(String(object['@type'])));
  const titled = articles.filter((object) => titlesOf(object).length > 0);
  const own = titled.find((object) => titleAmong(titlesOf(object), scan) !== undefined);
  const found = own ?? (titled.length === 1 ? titled[0] : undefined);
  if (!found) return undefined;
  const authors = namesIn(found.author);
  const changed = parseDate(textIn(found.dateModified) ?? '');
  return {
    about: {
      ...(authors.length > 0 ? { authors } : {}),
      ...optional('issued', parseDate(textIn(found.datePublished) ?? '')),
      ...optional('publisher', namesIn(found.publisher)[0]),
    },
    titles: titlesOf(found),
    changed,
  };
}

const titlesOf = ({ headline, name }: Json): string[] => [headline, name].flatMap((value) => textIn(value) ?? []);

function parseJson(json: string): Json[] {
  try {
    return objectsIn(JSON.parse(json));
  } catch {
    return [];
  }
}

type Json = Record<string, unknown>;

/** The object itself, those in a list, and those of a graph. */
function objectsIn(data: unknown): Json[] {
  if (Array.isArray(data)) return data.slice(0, 100).filter(isObject);
  if (!isObject(data)) return [];
  return Array.isArray(data['@graph']) ? [data, ...data['@graph'].slice(0, 100).filter(isObject)] : [data];
}

function namesIn(value: unknown): string[] {
  const names = (Array.isArray(value) ? value.slice(0, 50) : [value]).map((one) =>
    textIn(isObject(one) ? one.name : one),
  );
  return names.filter((name) => name !== undefined).flatMap(splitNames);
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function optional<K extends keyof About>(key: K, value: About[K] | undefined): Pick<About, never> {
  return value === undefined ? {} : { [key]: value };
}
