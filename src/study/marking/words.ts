import { analyserOf } from '../../text/analyser.ts';
import { fold } from '../../text/fold.ts';
import { english } from '../../text/languages/index.ts';

const ARTICLE = /^(?:the|an?|el|la|los|las|le|les|l'|der|die|das|il|lo|os|as|um|uma|un|una|une|ein|eine)\s+/;
const ROMAN: Readonly<Record<string, string>> = {
  ii: '2',
  iii: '3',
  iv: '4',
  v: '5',
  vi: '6',
  vii: '7',
  viii: '8',
  ix: '9',
  x: '10',
  xi: '11',
  xii: '12',
};

/**
 * A text as it is compared: folded, "&" as "and", numbers in digits, without punctuation and without an article in
 * front. Words stand apart by one space.
 */
export function plain(text: string): string {
  const words = inDigits(fold(text.replace(/&/g, ' and ')))
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}+#$%.]+|\.(?!\d)/gu, ' ')
    .trim()
    .replace(ARTICLE, '')
    .split(' ');
  return words.map((word, at) => (at > 0 ? (ROMAN[word] ?? word) : word)).join(' ');
}

export const withoutSpaces = (text: string): string => text.replaceAll(' ', '');

/** "Chávez, Hugo" as "Hugo Chávez". */
export function withoutComma(text: string): string {
  const [last, first, ...more] = text.split(',').map((part) => part.trim());
  return first === undefined || more.length > 0 ? text : `${first} ${last}`;
}

const { analyse } = analyserOf(english);

/** Numbers in words become digits; all else stays as it is. */
function inDigits(text: string): string {
  let result = '';
  let from = 0;
  for (const { term, start, end } of analyse(text)) {
    const isSpelt = /^\d+(?:\.\d+)?(?:st|nd|rd|th)?$/.test(term) && !/\d/.test(text.slice(start, end));
    result += isSpelt ? text.slice(from, start) + term : text.slice(from, end);
    from = end;
  }
  return result + text.slice(from);
}
