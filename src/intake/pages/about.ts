import { parseDate } from '../../material/dates.ts';
import { type About, mergeAbout, splitNames } from '../about/about.ts';
import { oneLine } from '../blocks/normalise.ts';
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
  const structured = scan.jsonLd.map(aboutJsonLd);
  const savedFrom = /<!-- saved from url=\(\d{4}\)(https?:\S{1,2000}) -->/.exec(html.slice(0, 4096))?.[1];
  const links = [scan.canonical, ...all(scan, URLS), savedFrom].filter(
    (url) => url !== undefined && /^https?:/i.test(url),
  );
  const authors = firstOf(scan, AUTHOR)
    .filter((name) => !/^https?:|^@/.test(name))
    .flatMap((name) => splitNames(givenFirst(name)));
  const about: About = mergeAbout(
    {
      ...optional(
        'issued',
        all(scan, DATE)
          .map(parseDate)
          .find((date) => date !== undefined),
      ),
      ...optional('publisher', all(scan, PUBLISHER)[0]),
      ...optional('url', links[0]),
      ...(authors.length > 0 ? { authors } : {}),
    },
    ...structured,
  );
  const title = all(scan, TITLE)[0] ?? structured.find((data) => data.title !== undefined)?.title ?? scan.title;
  return { ...about, ...optional('title', withoutSite(oneLine(title), about.publisher)) };
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

function aboutJsonLd(json: string): About {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return {};
  }
  const found = objectsIn(data).find(
    (object) => ARTICLE.test(String(object['@type'])) && object.headline !== undefined,
  );
  if (!found) return {};
  const authors = namesIn(found.author);
  return {
    ...optional('title', textIn(found.headline)),
    ...(authors.length > 0 ? { authors } : {}),
    ...optional('issued', parseDate(textIn(found.datePublished) ?? '')),
    ...optional('publisher', namesIn(found.publisher)[0]),
  };
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
