import { fold } from '../text/fold.ts';
import type { PartialDate } from './types.ts';

const MAX_LENGTH = 60;
/** More of a title than can end up in an id. */
const TITLE_READ = 300;
const FALLBACK = 'work';
const PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Whether a text has the form of a work's id: lower-case letters, digits and single hyphens, at most 60 characters. */
export function isId(text: string): boolean {
  return text.length <= MAX_LENGTH && PATTERN.test(text);
}

/**
 * An id that tells a work to a reader: the title's words and the year, `celac-and-the-union-2014`, in the letters that
 * an id may have. A title in another script gives `work`, or `work-2014`.
 */
export function idFor(title: string, issued?: PartialDate): string {
  const year = issued === undefined ? '' : String(Math.abs(issued.year));
  const words = cut(latin(title.slice(0, TITLE_READ)), MAX_LENGTH - year.length - 1) || FALLBACK;
  return year === '' || words === year || words.endsWith(`-${year}`) ? words : `${words}-${year}`;
}

/** The id itself where it is free, else with the first free number behind it: `bees-2`, `bees-3`. */
export function freeId(wanted: string, isTaken: (id: string) => boolean): string {
  let id = wanted;
  for (let number = 2; isTaken(id); number++) {
    const suffix = `-${number}`;
    id = `${cut(wanted, MAX_LENGTH - suffix.length)}${suffix}`;
  }
  return id;
}

function latin(text: string): string {
  return fold(text)
    .replace(/'/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** At most that many characters, at the end of a word where there is one. */
function cut(id: string, most: number): string {
  if (id.length <= most) return id;
  const end = id.lastIndexOf('-', most);
  return id.slice(0, end > 0 ? end : most);
}
