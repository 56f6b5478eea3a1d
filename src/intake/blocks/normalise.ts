import { withoutRadicals } from './radicals.ts';

/**
 * Text as it is kept: composed characters, Arabic letters whichever shape they have within a word, ideographs for radicals
 * that look like them, "\n" for every line break, a plain space for every odd one, and nothing that cannot be seen: control
 * characters, soft hyphens, zero-width spaces, marks that turn the writing direction.
 * A rule of signs is never longer than a line.
 */
export function normalise(text: string): string {
  return withoutRadicals(text)
    .normalize('NFC')
    .replace(/[\ufb50-\ufdfb\ufe70-\ufefc]/g, (shape) => shape.normalize('NFKC'))
    .replace(/\r\n?|[\u0085\u2028]/g, '\n')
    .replace(/\u2029/g, '\n\n')
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/\u00ad(?!\n)/g, '')
    .replace(/\u00ad\n/g, '-\n')
    .replace(/\p{Cc}/gu, (char) => (/[\t\n\f]/.test(char) ? char : ''))
    .replace(/([^\p{L}\p{N}\n])\1{119,}/gu, (run) => run.slice(0, 120))
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|\p{Cs}/gu, '');
}

/** Chinese and Japanese, which have no spaces, with their punctuation. */
export const UNSPACED = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\u3001-\\u303f\\uff01-\\uff60]';
const UNSPACED_BREAK = new RegExp(`(?<=${UNSPACED})[^\\S\\n]*\\n\\s*(?=${UNSPACED})`, 'gu');

const IS_UNSPACED = new RegExp(UNSPACED, 'u');

/** What stands between two lines of running text in the place of the line's end. */
export const lineEnd = (before: string, after: string): '' | ' ' =>
  IS_UNSPACED.test(before.slice(-1)) && IS_UNSPACED.test(after.slice(0, 1)) ? '' : ' ';

/** One line of text: white space of any kind counts as one space, and a line's end in Chinese or Japanese as none. */
export const oneLine = (text: string): string => text.replace(UNSPACED_BREAK, '').replace(/\s+/g, ' ').trim();

/** Letters and digits alone, to compare two ways of writing the same. */
export const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
