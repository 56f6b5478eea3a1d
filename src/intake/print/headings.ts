import { LABELLED_LINE } from '../words/english.ts';
import { beginsMessage } from './chats.ts';

/** A capital, a digit, or a letter of a script that has no capitals. */
const START = /^["'“‘(«「『《]?[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u;
const END = /[.,;:…。、，；：！？](?:["'”’»」』])?$/;
/** Vowels are marks in some scripts. */
const TWO_LETTERS = /\p{L}[\p{L}\p{M}]/u;
const THREE_LETTERS = /\p{L}[\p{L}\p{M}]{2}/u;
/** Scripts without capitals say more in fewer characters. */
const MAX_HEADING = { capitals: 90, others: 40 };
const MAX_TITLE = { capitals: 200, others: 80 };

/** What a line that stands alone looks like where it is a heading: short, begun with a capital, ended by no mark. */
export function looksLikeHeading(text: string): boolean {
  if (text.length > mostOf(text, MAX_HEADING) || text.includes('\n')) return false;
  if (!START.test(text) || END.test(text)) return false;
  if (LABELLED_LINE.test(text) || beginsMessage(text)) return false;
  // A line of code.
  if (/[{}<>=\\]/.test(text)) return false;
  return TWO_LETTERS.test(text) && text.split(' ').length <= 14;
}

/** What a title looks like: as a heading, and at least two words or one long one. */
export function looksLikeTitle(text: string): boolean {
  if (text.length > mostOf(text, MAX_TITLE) || text.length < 4 || text.includes('\n')) return false;
  if (beginsMessage(text)) return false;
  return (
    START.test(text) && !/[.,;:。、，；：]$/.test(text) && THREE_LETTERS.test(text) && text.split(' ').length <= 24
  );
}

const mostOf = (text: string, most: { readonly capitals: number; readonly others: number }): number =>
  /^\P{L}*\p{Lo}/u.test(text) ? most.others : most.capitals;
