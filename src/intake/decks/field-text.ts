import { Parser } from 'htmlparser2';
import { LIMITS } from '../limits.ts';

const BLOCKS = new Set([
  'br',
  'div',
  'p',
  'li',
  'tr',
  'ul',
  'ol',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'blockquote',
  'pre',
]);
const HIDDEN = new Set(['script', 'style', 'template']);

/** A field of a note, which is HTML, as plain text with its line breaks; of pictures what they say of themselves. */
export function fieldText(html: string): string {
  const parts: string[] = [];
  let hidden = 0;
  const parser = new Parser({
    onopentag(name, { alt = '' }) {
      if (HIDDEN.has(name)) hidden++;
      if (BLOCKS.has(name)) parts.push('\n');
      if (name === 'img') parts.push(alt === '' ? '[image]' : `[${alt}]`);
      if (name === 'td' || name === 'th') parts.push(' ');
    },
    ontext(text) {
      if (hidden === 0) parts.push(text.replace(/[\t\n\r ]+/g, ' '));
    },
    onclosetag(name) {
      if (HIDDEN.has(name)) hidden--;
      if (BLOCKS.has(name) && name !== 'br') parts.push('\n');
    },
  });
  // What stands behind it is cut off anyway; markup takes several times the room of its text.
  parser.end(html.slice(0, LIMITS.deckField * 10));
  return plainText(parts.join(''));
}

/** Text with its line breaks, without recordings, spaces at the ends of lines and more than one blank line. */
export function plainText(text: string): string {
  return text
    .replace(/\[sound:[^\]\n]*\]/g, '')
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/[\t\u00a0 ]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, LIMITS.deckField);
}
