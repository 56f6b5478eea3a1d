import { agreeingReference } from '../material/sources.ts';
import type { ReferenceFields, ReferenceName, Source } from '../material/types.ts';

type About = Omit<Source, 'id'>;

const MAX_TITLE = 300;
const MAX_NAME = 200;
const MAX_AUTHORS = 50;
/** Of a link button, by Discord's rules. */
const MAX_URL = 512;
const UNTITLED = 'Untitled';

/**
 * What cites a work, as it may be stored: one line each, without characters that show nothing or turn the writing around,
 * nothing empty, and a link only where it is one of the web, in its normal form. Everything that people or files say of a
 * work passes here once, so that what was accepted can be listed, shown, cited, exported and removed.
 *
 * @param instead titles to take where the work's shows nothing
 */
export function cleanAbout(about: About, instead: readonly string[] = []): About {
  const { title, issued, url } = about;
  const titles = [title, ...instead].map((each) => cleanLine(each, MAX_TITLE));
  const link = url === undefined ? undefined : cleanUrl(url);
  const authors = about.authors
    .map((each) => cleanLine(each, MAX_NAME))
    .filter((each) => each !== '')
    .slice(0, MAX_AUTHORS);
  const publisher = cleanLine(about.publisher, MAX_NAME);
  const reference = about.reference && cleanReference(about.reference);
  return {
    title: titles.find((each) => each !== '') ?? UNTITLED,
    authors,
    publisher,
    ...(reference === undefined ? {} : { reference: agreeingReference(reference, { authors, publisher }) }),
    ...(issued === undefined ? {} : { issued }),
    ...(link === undefined ? {} : { url: link }),
  };
}

/** Undefined where not even the type of work is left. */
function cleanReference(reference: ReferenceFields): ReferenceFields | undefined {
  const entries: [string, string | readonly ReferenceName[]][] = Object.entries(reference);
  const fields = entries.map(([key, value]): [string, string | ReferenceName[]] => [
    key,
    typeof value === 'string' ? cleanLine(value, MAX_TITLE) : cleanNames(value),
  ]);
  const clean = Object.fromEntries(fields.filter(([, value]) => value.length > 0));
  return 'type' in clean ? (clean as unknown as ReferenceFields) : undefined;
}

function cleanNames(names: readonly ReferenceName[]): ReferenceName[] {
  return names.slice(0, MAX_AUTHORS).flatMap((name) => {
    const parts = Object.entries(name).map(([key, part]) => [key, cleanLine(part, MAX_NAME)] as const);
    const clean = Object.fromEntries(parts.filter(([, part]) => part !== '')) as unknown as ReferenceName;
    return 'literal' in clean || 'family' in clean ? [clean] : [];
  });
}

/** Joiners stay between characters: scripts from Arabic to Devanagari are written with them. '' where nothing shows. */
export function cleanLine(text: string, max: number): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Z}\s\ufffd]+/gu, ' ')
    .replace(/(?!\u200c|\u200d)[\p{Cf}\p{Cs}\p{Co}\p{Cn}\u115f\u1160\u3164\uffa0]/gu, '')
    .trim();
  if (!/[^\p{Default_Ignorable_Code_Point}\p{M}\p{Z}\u2800]/u.test(line)) return '';
  return Array.from(line).slice(0, max).join('').trim();
}

/** The address as browsers write it; undefined where it is none of the web, holds a password or is too long for a button. */
function cleanUrl(text: string): string | undefined {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return undefined;
  return url.href.length <= MAX_URL ? url.href : undefined;
}
