import { UNSPACED } from '../blocks/normalise.ts';

const WIDE = new RegExp(`${UNSPACED}|\\p{sc=Hang}`, 'gu');
/** A line breaks before any sign of a script without spaces, and before words. */
const FIRST = new RegExp(`^(?:${UNSPACED}|(?:(?!${UNSPACED})\\S)+)`, 'u');

/** How many columns a text takes where letters are of one width; signs of Chinese, Japanese and Korean take two. */
export const widthOf = (text: string): number => text.length + (text.match(WIDE) ?? []).length;

/** The same of what a line's end cannot part from the line's beginning. */
export const firstWord = (text: string): number => widthOf(FIRST.exec(text)?.[0] ?? '');
