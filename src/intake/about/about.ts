import type { Draft } from '../../material/types.ts';
import { oneLine } from '../blocks/normalise.ts';
import { NAMES_APART } from '../words/bylines.ts';
import { BY, HONORIFIC, JUNK_AUTHOR, JUNK_TITLE, NAME_SEPARATOR } from '../words/english.ts';

export type About = Draft['about'];

const MAX_LENGTH = 300;

/** Leaves out what no reader would take for a title, a name, an address of the web or a publisher. */
export function withoutJunk({ title, authors, publisher, url, issued }: About): About {
  const line = oneLine(title ?? '');
  const names = [...new Set((authors ?? []).map(cleanName).filter((name) => name !== '' && !JUNK_AUTHOR.test(name)))];
  const house = oneLine(publisher ?? '').slice(0, MAX_LENGTH);
  return {
    ...(JUNK_TITLE.test(line) ? {} : { title: line.slice(0, MAX_LENGTH) }),
    ...(names.length === 0 ? {} : { authors: names.slice(0, 50) }),
    ...(house === '' || JUNK_AUTHOR.test(house) ? {} : { publisher: house }),
    ...(url !== undefined && isWebAddress(url) ? { url: url.trim() } : {}),
    ...(issued === undefined ? {} : { issued }),
  };
}

/** What the first knows, and what it lacks from the others in turn. */
export function mergeAbout(...sources: readonly About[]): About {
  return Object.assign({}, ...sources.toReversed());
}

/** "By Ana Oru and Bo Tal" as names; "Oru, Ana" stays one. */
export function splitNames(text: string): string[] {
  const line = cleanName(text);
  const names = line.split(NAME_SEPARATOR);
  return names.flatMap((part) => {
    const byComma = part.split(/\s*,\s*/);
    // "Ana Oru, Bo Tal" are two; "Oru, Ana" and "Ana Oru, PhD" are one.
    return byComma.every((name) => name.split(' ').length >= 2) ? byComma : [part];
  });
}

/** The same of a line of persons, in other languages too, and without their titles. */
export const namesIn = (text: string): string[] =>
  splitNames(text).flatMap((part) => {
    const names = part.split(NAMES_APART);
    const persons = names.every((name) => name.includes(' ')) ? names : [part];
    return persons.map((name) => name.replace(HONORIFIC, ''));
  });

function cleanName(text: string): string {
  return oneLine(text)
    .replace(BY, '')
    .replace(/[,;|]+$/, '')
    .slice(0, MAX_LENGTH);
}

function isWebAddress(text: string): boolean {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.hostname.includes('.') && text.length <= 2_000;
}
