import { Parser } from 'htmlparser2';
import { Unreadable } from '../failure.ts';
import { LIMITS } from '../limits.ts';

/** What a first pass over a page's tags finds, before anything builds a tree of them. */
export interface PageScan {
  /** The content of `<meta>`, by lower-case name or property, in order. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly title: string;
  /** The text of the first `<h1>`. */
  readonly heading: string;
  readonly canonical: string | undefined;
  readonly jsonLd: readonly string[];
  /** Whether anything but an article is on the page: navigation, scripts, forms. */
  readonly hasFurniture: boolean;
}

const FURNITURE = new Set(['nav', 'aside', 'header', 'footer', 'form', 'iframe', 'button']);
const FURNITURE_NAME =
  /(?:^|[\s_-])(?:nav|navbar|menu|sidebar|comments?|related|breadcrumbs?|share|footer)(?:$|[\s_-])/i;
const SHOWN: Readonly<Record<string, 'title' | 'heading'>> = { title: 'title', h1: 'heading' };
const JSON_LD_LENGTH = 200_000;

/**
 * Reads a page's head and measures its tree as it streams by: depth and size are what tree builders and page readers
 * do not survive. Throws where they are beyond the limits.
 */
export function scanPage(html: string): PageScan {
  const meta = new Map<string, string[]>();
  const found = {
    title: '',
    heading: '',
    canonical: undefined as string | undefined,
    jsonLd: [] as string[],
    hasFurniture: false,
  };
  let depth = 0;
  let elements = 0;
  let inside: 'title' | 'heading' | 'json' | undefined;
  const note = (name: string, attributes: Record<string, string>) => {
    found.hasFurniture ||= isFurniture(name, attributes);
    if (name === 'meta') addMeta(meta, attributes);
    if (name === 'link' && /\bcanonical\b/i.test(attributes.rel ?? '')) found.canonical ??= attributes.href;
    const shown = SHOWN[name];
    if (shown && found[shown] === '') inside = shown;
    if (name === 'script' && /ld\+json/i.test(attributes.type ?? '')) {
      inside = 'json';
      found.jsonLd.push('');
    }
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (++depth > LIMITS.htmlDepth) throw new Unreadable('tooDeep');
      if (++elements > LIMITS.htmlElements) throw new Unreadable('tooLarge');
      note(name, attributes);
    },
    ontext(text) {
      if (inside === 'title') found.title += text;
      if (inside === 'heading') found.heading += text;
      const last = found.jsonLd.length - 1;
      if (inside === 'json') found.jsonLd[last] = `${found.jsonLd[last]}${text}`.slice(0, JSON_LD_LENGTH);
    },
    onclosetag(name) {
      depth--;
      if (name === 'title' || name === 'script' || name === 'h1') inside = undefined;
    },
  });
  parser.write(html);
  parser.end();
  return { meta, ...found };
}

function isFurniture(name: string, attributes: Record<string, string>): boolean {
  return FURNITURE.has(name) || FURNITURE_NAME.test(`${attributes.class ?? ''} ${attributes.id ?? ''}`);
}

function addMeta(meta: Map<string, string[]>, { name, property, itemprop, content }: Record<string, string>): void {
  const key = (property ?? name ?? itemprop)?.trim().toLowerCase();
  if (key === undefined || content === undefined || content.trim() === '') return;
  const values = meta.get(key) ?? [];
  if (values.length < 50) values.push(content.slice(0, 2_000));
  meta.set(key, values);
}
