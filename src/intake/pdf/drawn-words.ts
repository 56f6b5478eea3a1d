import { groupBy } from '../../group.ts';
import { countLetters } from '../blocks/letters.ts';
import type { Drawings } from './drawings.ts';
import type { Glyph } from './glyphs.ts';
import { type PdfJsItem, rightOf, xOf, yOf } from './items.ts';
import type { Page } from './operators.ts';
import { LETTER_RIGHT_TO_LEFT } from './right-to-left.ts';

/** A letter or vowel of a script that runs from right to left. */
const RIGHT_TO_LEFT = /(?=[\p{L}\p{M}])[\p{scx=Arab}\p{scx=Hebr}\p{scx=Syrc}\p{scx=Thaa}\p{scx=Nkoo}]/u;
/** A letter of such a script, or one that the file does not name. */
const LETTER = new RegExp(`^(?:\\0|${LETTER_RIGHT_TO_LEFT})`, 'u');
const VOWEL = /^\p{M}+$/u;
/** Baselines closer than this, in times of the size, are one; vowels stand higher or lower. */
const LEVEL = { letter: 0.2, vowel: 1 } as const;
/** How far a vowel's place, or a sign's for a space, may be beside its letter, in times of the size. */
const BESIDE = 0.35;
/** A gap wider than this, in times of the size, is a space: where the page has signs for spaces, and where it has none. */
const SPACE = { signs: 0.4, none: 0.15 } as const;
/** Where the next letter is drawn over the sign for a space, as near to it as this in times of the size, the sign takes no room. */
const NO_ROOM = 0.05;
/** U+200C, which keeps two letters of a word from joining. */
const NON_JOINER = '\u200c';
/** Stands for a letter that is seen and not named. */
const UNKNOWN = '\ufffd';
/** How far from its item a letter may stand, in times of the size. */
const NEAR = 2;
/** Share of the letters that must be found again. */
const FOUND = 0.97;
/** Each is looked for beside all others of its line: a page with more, twice a dense one's, is left as the library reads it. */
const MAX_GLYPHS = 10_000;

/**
 * Items with the words that run from right to left as they are drawn. pdf.js puts their letters in order by itself: it turns
 * the ligature of lam and alef, tears words at their vowels, and passes over what keeps letters apart.
 */
export async function withDrawnWords(
  page: Page,
  items: readonly PdfJsItem[],
  drawings: Drawings,
): Promise<readonly PdfJsItem[]> {
  return items.some(isWord) ? drawnAs(items, await drawings.glyphsOf(page)) : items;
}

const isWord = ({ str }: PdfJsItem): boolean => RIGHT_TO_LEFT.test(str);
const isUpright = ({ transform: [a = 0, b = 0] }: PdfJsItem): boolean => a > 0 && b === 0;
const isNameless = (text: string): boolean => /^\0+$/.test(text);
const isBlank = ({ text }: Glyph): boolean => text.trim() === '';
const isBody = (glyph: Glyph): boolean => !isBlank(glyph) && !VOWEL.test(glyph.text);
const endOf = ({ x, width }: Glyph): number => x + width;

interface Drawn {
  readonly glyph: Glyph;
  readonly item: PdfJsItem;
}

/** `items` with the words among them made anew of the glyphs that stand in their places. */
export function drawnAs(items: readonly PdfJsItem[], glyphs: readonly Glyph[]): readonly PdfJsItem[] {
  if (glyphs.length > MAX_GLYPHS) return items;
  const words = items.filter((item) => isUpright(item) && (isWord(item) || isNameless(item.str)));
  const vowels = vowelsOf(glyphs);
  const drawn = glyphs.flatMap((glyph): Drawn[] => {
    if (isBlank(glyph) || vowels.placed.has(glyph) || (isNameless(glyph.text) && glyph.width === 0)) return [];
    const item = words.find((word) => isOn(glyph, word)) ?? (LETTER.test(glyph.text) && nearest(glyph, words));
    return item ? [{ glyph, item }] : [];
  });
  const count = (texts: readonly string[]) => texts.reduce((sum, text) => sum + countLetters(text), 0);
  if (count(drawn.map(({ glyph }) => glyph.text)) < count(words.map(({ str }) => str)) * FOUND) return items;
  const made = new Map<PdfJsItem, PdfJsItem[]>(words.map((word) => [word, []]));
  const breaks = breaksOf(glyphs);
  for (const row of rowsOf(drawn)) {
    for (const word of parted(row, breaks)) made.get(word[0].item)?.push(joined(word, breaks, vowels.of));
  }
  return items.flatMap((item) => made.get(item) ?? [item]);
}

function isOn({ x, y, width, size }: Glyph, item: PdfJsItem): boolean {
  const middle = x + width / 2;
  const isLevel = Math.abs(y - yOf(item)) < size * LEVEL.letter;
  return isLevel && middle >= xOf(item) - size * NO_ROOM && middle <= rightOf(item) + size * NO_ROOM;
}

/** The item of a letter that stands outside of all: of one that begins with a vowel the library says no width. */
function nearest(glyph: Glyph, words: readonly PdfJsItem[]): PdfJsItem | undefined {
  const far = (word: PdfJsItem) => Math.abs(xOf(word) - glyph.x) / glyph.size;
  const level = words.filter((word) => Math.abs(yOf(word) - glyph.y) < glyph.size * LEVEL.vowel && far(word) < NEAR);
  return level.reduce<PdfJsItem | undefined>((best, word) => (best && far(best) <= far(word) ? best : word), undefined);
}

/** What is drawn on one baseline, from right to left. */
function rowsOf(drawn: readonly Drawn[]): [Drawn, ...Drawn[]][] {
  const rows: [Drawn, ...Drawn[]][] = [];
  for (const one of [...drawn].sort((a, b) => b.glyph.y - a.glyph.y)) {
    const row = rows.at(-1);
    if (row && row[0].glyph.y - one.glyph.y < one.glyph.size * LEVEL.letter) row.push(one);
    else rows.push([one]);
  }
  // A part of a ligature has no width: it stands before what was drawn before it.
  const order = new Map(drawn.map((one, i) => [one, i]));
  const later = (a: Drawn, b: Drawn) => (order.get(b) ?? 0) - (order.get(a) ?? 0);
  for (const row of rows) row.sort((a, b) => Math.round((endOf(b.glyph) - endOf(a.glyph)) * 10) || later(a, b));
  return rows;
}

/** What parts two letters. */
type Break = (right: Glyph, left: Glyph) => '' | ' ' | typeof NON_JOINER;

function breaksOf(glyphs: readonly Glyph[]): Break {
  const signs = glyphs.flatMap((sign, i) => {
    if (!isBlank(sign)) return [];
    const next = glyphs[i + 1];
    const takesRoom = !next || !isLevel(sign, next) || Math.abs(next.x - sign.x) > sign.size * NO_ROOM;
    return [{ sign, takesRoom }];
  });
  const space = signs.some(({ takesRoom }) => takesRoom) ? SPACE.signs : SPACE.none;
  const byLine = groupBy(signs, ({ sign }) => Math.round(sign.y));
  return (right, left) => {
    const { size } = right;
    const line = [-1, 0, 1].flatMap((by) => byLine.get(Math.round(right.y) + by) ?? []);
    const between = line.filter(({ sign }) => {
      if (!isLevel(sign, right)) return false;
      return sign.x > endOf(left) - size * BESIDE && sign.x < right.x + size * NO_ROOM && sign.x > left.x;
    });
    if (between.some(({ takesRoom }) => takesRoom) || right.x - endOf(left) > size * space) return ' ';
    return between.length > 0 || endsJoin(right.text, left.text) ? NON_JOINER : '';
  };
}

const isLevel = (a: Glyph, b: Glyph): boolean => Math.abs(a.y - b.y) < a.size * LEVEL.letter;

/** The vowels of each letter: programs draw them just before it, going from left to right, or after it. */
function vowelsOf(glyphs: readonly Glyph[]): { of: ReadonlyMap<Glyph, string>; placed: ReadonlySet<Glyph> } {
  const of = new Map<Glyph, string>();
  const placed = new Set<Glyph>();
  for (const [i, vowel] of glyphs.entries()) {
    if (!VOWEL.test(vowel.text)) continue;
    const isBase = (glyph: Glyph | undefined) => glyph !== undefined && LETTER.test(glyph.text) && isOver(vowel, glyph);
    const next = glyphs.slice(i + 1, i + 8).find(isBody);
    const last = glyphs.slice(Math.max(0, i - 8), i).findLast(isBody);
    const base = [next, last].find(isBase);
    if (!base) continue;
    of.set(base, (of.get(base) ?? '') + vowel.text);
    placed.add(vowel);
  }
  return { of, placed };
}

function isOver(vowel: Glyph, { x, y, width, size }: Glyph): boolean {
  const at = vowel.x + vowel.width / 2;
  return Math.abs(vowel.y - y) < size * LEVEL.vowel && at > x - size * BESIDE && at < x + width + size * BESIDE;
}

/** The words of a row; all else in it stands by itself. */
function parted(row: readonly Drawn[], breakOf: Break): [Drawn, ...Drawn[]][] {
  const parts: [Drawn, ...Drawn[]][] = [];
  for (const one of row) {
    const part = parts.at(-1);
    const last = part?.at(-1);
    const goesOn =
      last && LETTER.test(last.glyph.text) && LETTER.test(one.glyph.text) && last.item.mark === one.item.mark;
    if (part && goesOn && breakOf(last.glyph, one.glyph) !== ' ') part.push(one);
    else parts.push([one]);
  }
  return parts;
}

function joined(word: readonly [Drawn, ...Drawn[]], breakOf: Break, vowels: ReadonlyMap<Glyph, string>): PdfJsItem {
  const [first] = word;
  let str = '';
  for (const [i, { glyph }] of word.entries()) {
    const before = word[i - 1];
    str +=
      (before ? breakOf(before.glyph, glyph) : '') +
      (word.length > 1 ? glyph.text.replaceAll('\0', UNKNOWN) : glyph.text) +
      (vowels.get(glyph) ?? '');
  }
  const [a = 0, b = 0, c = 0, d = 0] = first.item.transform;
  const x = Math.min(...word.map(({ glyph }) => glyph.x));
  const width = Math.max(...word.map(({ glyph }) => endOf(glyph))) - x;
  return { ...first.item, str, width, transform: [a, b, c, d, x, first.glyph.y] };
}

/** Arabic letters by the shapes that Unicode has for them: 0 and 1 end a word or a part of it, 2 and 3 go on. */
const SHAPES: ReadonlyMap<string, number> = (() => {
  const forms = Array.from({ length: 0xfefc - 0xfb50 + 1 }, (_, i) => String.fromCodePoint(0xfb50 + i));
  const shapes = forms.filter(
    (shape) => [...shape.normalize('NFKC')].length === 1 && shape !== shape.normalize('NFKC'),
  );
  const byLetter = groupBy(shapes, (shape) => shape.normalize('NFKC'));
  return new Map(
    [...byLetter.values()].filter((all) => all.length === 4).flatMap((all) => all.map((shape, i) => [shape, i])),
  );
})();

/** Whether a letter that could join the next has the shape of one that does not, or the next that of one that begins a word. */
function endsJoin(right: string, left: string): boolean {
  const [last, next] = [SHAPES.get([...right].at(-1) ?? ''), SHAPES.get([...left][0] ?? '')];
  if (last !== undefined) return last < 2;
  return joins([...right].at(-1)) && (next === 0 || next === 2);
}

const DUAL = new Set([...SHAPES.keys()].map((shape) => shape.normalize('NFKC')));
const joins = (letter: string | undefined): boolean => letter !== undefined && DUAL.has(letter);
