import { parseDate } from '../../material/dates.ts';
import type { About } from '../about/about.ts';
import { Unreadable } from '../failure.ts';
import { resolvePart } from '../office/package.ts';
import { attributeOf, dublinCore, findAll, parsePart, textOfFirst } from '../office/xml.ts';
import type { Node } from '../pages/tree.ts';
import { textIn } from '../pages/tree.ts';

export const CONTAINER = 'META-INF/container.xml';
const ENCRYPTION = 'META-INF/encryption.xml';
const DRAWING = 'image/svg+xml';
const PAGE = /^application\/xhtml\+xml$|^text\/html$/;

export interface Book {
  readonly about: About;
  /** The paths of the chapters in reading order. */
  readonly spine: readonly string[];
  /** The paths of pages and drawings that the book has and does not show in its order. */
  readonly unlisted: readonly string[];
  /** The path of the navigation document, where the book has one. */
  readonly navigation: string | undefined;
  /** What the contents call a chapter, by its path. */
  readonly titles: ReadonlyMap<string, string>;
  /** Printed page labels by the place where the page begins: "text/one.xhtml#p12". */
  readonly pages: ReadonlyMap<string, string>;
}

/** What the book says of itself. Throws `Unreadable` where it says it wrongly, or is protected. */
export function readPackage(parts: ReadonlyMap<string, Uint8Array>): Book {
  const [rootFile] = findAll(parsePart(parts.get(CONTAINER)), 'rootfile');
  const path = rootFile?.attribs['full-path'] ?? '';
  const root = parsePart(parts.get(path));
  const items = new Map(findAll(root, 'item').map((item) => [item.attribs.id ?? '', item]));
  const pathOf = (href: string | undefined) => resolvePart(path, decodePath(href ?? ''));
  const spine = findAll(root, 'itemref').flatMap(({ attribs }) => {
    const item = items.get(attribs.idref ?? '');
    return item && PAGE.test(item.attribs['media-type'] ?? '') ? [pathOf(item.attribs.href)] : [];
  });
  refuseProtected(parts, spine);
  const all = [...items.values()];
  const nav = all.find(({ attribs }) => attribs.properties?.split(/\s+/).includes('nav'));
  const ncx = all.find(({ attribs }) => attribs['media-type'] === 'application/x-dtbncx+xml');
  const navigation = nav && pathOf(nav.attribs.href);
  const links = [
    ...(navigation !== undefined && parts.has(navigation)
      ? navLinks(parsePart(parts.get(navigation)), navigation)
      : []),
    ...(ncx && parts.has(pathOf(ncx.attribs.href))
      ? ncxLinks(parsePart(parts.get(pathOf(ncx.attribs.href))), pathOf(ncx.attribs.href))
      : []),
  ];
  const issued = parseDate(textOfFirst(root, 'date').slice(0, 10));
  return {
    about: { ...dublinCore(root), ...(issued === undefined ? {} : { issued }) },
    spine,
    unlisted: all
      .filter(({ attribs }) => PAGE.test(attribs['media-type'] ?? '') || attribs['media-type'] === DRAWING)
      .map(({ attribs }) => pathOf(attribs.href))
      .filter((one) => one !== navigation && !spine.includes(one)),
    navigation,
    titles: new Map(
      links
        .filter(({ kind }) => kind === 'toc')
        .map(({ to, label }) => [to.split('#')[0] ?? '', label] as const)
        .toReversed(),
    ),
    pages: new Map(links.filter(({ kind }) => kind === 'page').map(({ to, label }) => [to, label])),
  };
}

/** Fonts may be protected, the text not. */
function refuseProtected(parts: ReadonlyMap<string, Uint8Array>, spine: readonly string[]): void {
  if (!parts.has(ENCRYPTION)) return;
  const ciphered = findAll(parsePart(parts.get(ENCRYPTION)), 'CipherReference').map(({ attribs }) =>
    decodePath(attribs.URI ?? ''),
  );
  if (ciphered.some((path) => spine.includes(path))) throw new Unreadable('encrypted');
}

interface BookLink {
  readonly kind: 'toc' | 'page';
  readonly to: string;
  readonly label: string;
}

function navLinks(nodes: readonly Node[], path: string): BookLink[] {
  return findAll(nodes, 'nav').flatMap((nav) => {
    const type = attributeOf(nav, 'type') ?? '';
    const kind = type === 'toc' ? 'toc' : type === 'page-list' ? 'page' : undefined;
    if (kind === undefined) return [];
    return findAll(nav.children, 'a').map((link) => ({
      kind,
      to: resolvePart(path, decodePath(link.attribs.href ?? '')),
      label: textIn(link.children).replace(/\s+/g, ' ').trim(),
    }));
  });
}

/** The contents and the list of pages as older books have them. */
function ncxLinks(nodes: readonly Node[], path: string): BookLink[] {
  const linksOf = (name: string, kind: BookLink['kind']): BookLink[] =>
    findAll(nodes, name).map((point) => ({
      kind,
      to: resolvePart(path, decodePath(findAll(point.children, 'content')[0]?.attribs.src ?? '')),
      label: textOfFirst(point.children, 'text'),
    }));
  return [...linksOf('navPoint', 'toc'), ...linksOf('pageTarget', 'page')];
}

function decodePath(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
