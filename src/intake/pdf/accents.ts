import { type PdfJsItem, sizeOf, xOf, yOf } from './items.ts';

/** Accents that stand alone, and what they are over or under a letter. */
const OVER: Readonly<Record<string, string>> = {
  '´': '\u0301',
  '`': '\u0300',
  ˆ: '\u0302',
  '¨': '\u0308',
  '˜': '\u0303',
  '¯': '\u0304',
  '˘': '\u0306',
  '˙': '\u0307',
  '˚': '\u030a',
  '˝': '\u030b',
  ˇ: '\u030c',
};
const UNDER: Readonly<Record<string, string>> = { '¸': '\u0327', '˛': '\u0328' };
/** So much of the type's size two items overlap at least where one's accent stands over the other's letter. */
const OVERLAP = 0.15;
/** How far above its letter's baseline an accent over a capital may stand, in times the size. */
const RAISED = 0.5;

/**
 * Items with accents and letters as one sign. Fonts of seven bits, which LaTeX used for decades, have none: it prints "´", goes
 * back and prints "e" below it, and "¸" below a "c" that stands already. A back quote that opens a quotation overlaps no letter.
 */
export function withAccents(items: readonly PdfJsItem[]): PdfJsItem[] {
  const joined: PdfJsItem[] = [];
  for (const item of items) {
    const filled = item.str === '' ? undefined : joined.findLastIndex(({ str }) => str !== '');
    const before = filled === undefined ? undefined : joined[filled];
    if (filled === undefined || before === undefined || !overlap(before, item)) {
      joined.push(item);
      continue;
    }
    const [left, right] = under(before, item) ?? [before, item];
    joined.splice(filled, 1, ...(over(left, right) ?? [left, right]));
  }
  return joined;
}

/** An accent at the end of the one over the first letter of the other. */
function over(left: PdfJsItem, right: PdfJsItem): [PdfJsItem, PdfJsItem] | undefined {
  const mark = OVER[left.str.at(-1) ?? ''];
  const letter = mark === undefined ? undefined : oneSign(right.str.at(0), mark);
  if (letter === undefined) return undefined;
  const rest = { ...left, str: left.str.slice(0, -1), width: Math.max(0, xOf(right) - xOf(left)) };
  return [rest, { ...right, str: letter + right.str.slice(1) }];
}

/** An accent at the beginning of the one under the last letter of the other. */
function under(left: PdfJsItem, right: PdfJsItem): [PdfJsItem, PdfJsItem] | undefined {
  const mark = UNDER[right.str.at(0) ?? ''];
  const letter = mark === undefined ? undefined : oneSign(left.str.at(-1), mark);
  if (letter === undefined) return undefined;
  return [
    { ...left, str: left.str.slice(0, -1) + letter },
    { ...right, str: right.str.slice(1) },
  ];
}

/** A letter with its accent; undefined where no language has it. */
function oneSign(letter: string | undefined, mark: string): string | undefined {
  if (letter === undefined || !/\p{L}/u.test(letter)) return undefined;
  const composed = (DOTTED[letter] ?? letter).concat(mark).normalize('NFC');
  return [...composed].length === 1 ? composed : undefined;
}

/** The letters that lose their dot below an accent. */
const DOTTED: Readonly<Record<string, string>> = { ı: 'i', ȷ: 'j' };

function overlap(left: PdfJsItem, right: PdfJsItem): boolean {
  const size = sizeOf(right);
  const above = yOf(left) - yOf(right);
  const x = xOf(right) - xOf(left);
  return x > -OVERLAP * size && above >= 0 && above < RAISED * size && x < left.width - OVERLAP * size;
}
