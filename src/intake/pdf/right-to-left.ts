import type { TextItem } from './items.ts';

/** A letter of a script that runs from right to left, as a pattern. */
export const LETTER_RIGHT_TO_LEFT = '(?=\\p{L})[\\p{sc=Arab}\\p{sc=Hebr}\\p{sc=Syrc}\\p{sc=Thaa}\\p{sc=Nkoo}]';
const RIGHT_TO_LEFT = new RegExp(LETTER_RIGHT_TO_LEFT, 'u');
const LETTERS_RIGHT_TO_LEFT = new RegExp(LETTER_RIGHT_TO_LEFT, 'gu');
/** Baselines closer than this, in times of the size, are one. */
const LEVEL = 0.2;
/** The same with exponents, which stand higher. */
const ROW = 0.5;
/** Items farther apart, in times of the size, belong to columns or cells, each with a direction of its own. */
const APART = 1.6;
/** A stretch against its line's direction has no wider gaps, in times of the size. */
const NEAR = 0.6;
/** A gap wider than this is a space. */
const SPACE = 0.15;
/** What ends a sentence or a part of it, at the end of a line where no line begins. */
const ENDING = '[.,;:!?…،؛؟]';
const ENDS_AT_LEFT = new RegExp(`^\\s*${ENDING}`);
const ENDS_AT_RIGHT = new RegExp(`${ENDING}\\s*$`);
/** A number, with what stands between its digits. */
const NUMBER = /[$€£#]?\p{Nd}+(?:[.,:/٫٬’-]\p{Nd}+)*[%‰°٪]?/gu;

type Direction = 'left' | 'right';

/**
 * Items so that what is read first stands at the left, whichever way a line runs. Where most letters of the page run from
 * right to left, they are as a mirror shows them, lines, columns and tables alike; on other pages the lines that do so
 * are turned each in its place. Within a line, stretches of the other direction are one item each, in the order in which
 * they are read: the inverse of the Unicode Bidirectional Algorithm, as far as a printed line tells it.
 */
export function mirrored(items: readonly TextItem[], width: number): readonly TextItem[] {
  if (!items.some(({ text }) => RIGHT_TO_LEFT.test(text))) return items;
  const page = 2 * count(items, LETTERS_RIGHT_TO_LEFT) > count(items, /\p{L}/gu) ? 'left' : 'right';
  const lines = linesOf(items).map((line) => ({ line, runsTo: directionOf(line, page) }));
  const turn = brackets(lines.flatMap(({ line, runsTo }) => line.filter((item) => isTurned(item, runsTo))));
  return lines.flatMap(({ line, runsTo }) => {
    const left = Math.min(...line.map(({ x }) => x));
    const right = Math.max(...line.map(rightOf));
    const read = runsTo === 'left' ? readToLeft(line, turn) : readToRight(line, turn);
    if (page === 'right')
      return runsTo === 'left' ? read.map((item) => moved(item, left + right - rightOf(item))) : read;
    return read.map((item) => moved(item, width - (runsTo === 'left' ? rightOf(item) : left + right - item.x)));
  });
}

const rightOf = ({ x, width }: TextItem): number => x + width;
const moved = (item: TextItem, x: number): TextItem => ({ ...item, x });

const count = (items: readonly TextItem[], pattern: RegExp): number =>
  items.reduce((sum, { text }) => sum + (text.match(pattern) ?? []).length, 0);

/** The pieces of lines in the order of the file, each from left to right; cells and columns stand apart. */
function linesOf(items: readonly TextItem[]): TextItem[][] {
  const rows: TextItem[][] = [];
  for (const item of items) {
    if (item.text.trim() === '') continue;
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row && last && Math.abs(last.y - item.y) < Math.max(last.size, item.size) * ROW) row.push(item);
    else rows.push([item]);
  }
  return rows.flatMap((row) => {
    const lines: TextItem[][] = [];
    let end = Number.NEGATIVE_INFINITY;
    for (const item of row.sort((a, b) => a.x - b.x)) {
      const line = lines.at(-1);
      if (line && item.x - end <= item.size * APART) line.push(item);
      else lines.push([item]);
      end = Math.max(end, rightOf(item));
    }
    return lines;
  });
}

/**
 * Where a line runs to. That of its page, unless most letters run the other way, and it begins with one of those; the mark
 * that ends a sentence tells, too.
 */
function directionOf(line: readonly TextItem[], page: Direction): Direction {
  const toLeft = count(line, LETTERS_RIGHT_TO_LEFT);
  const toRight = count(line, /\p{L}/gu) - toLeft;
  if (toLeft + toRight === 0 || (page === 'right' && toLeft === 0)) return page;
  const end = endOf(line);
  if (end === 'left') return end;
  if (end === 'right') return toRight > 0 ? 'right' : 'left';
  const strong = line.filter(isLetter);
  if (page === 'left') return toRight > toLeft && !runsToLeft(strong.at(-1)) ? 'right' : 'left';
  return toLeft > toRight && runsToLeft(strong[0]) ? 'left' : 'right';
}

/** The end at which a mark ends a sentence, where there is one at one end alone. */
function endOf(line: readonly TextItem[]): Direction | undefined {
  const [first, last] = [line[0], line.at(-1)];
  const atLeft = ENDS_AT_LEFT.test(first?.text ?? '');
  const atRight = ENDS_AT_RIGHT.test(last?.text ?? '') && !runsToLeft(last);
  if (atLeft === atRight) return undefined;
  return atLeft ? 'left' : 'right';
}

const runsToLeft = (item: TextItem | undefined): boolean => item !== undefined && RIGHT_TO_LEFT.test(item.text);
/** Figures and signs alone run as the text around them does. */
const runsToRight = (item: TextItem): boolean => /\p{L}/u.test(item.text) && !runsToLeft(item);

/** The items of a line that runs to the left, in the order in which they are read; where they stand is left as it is. */
function readToLeft(line: readonly TextItem[], turn: Turn): TextItem[] {
  const figures = joined(
    line,
    (last, item) => isFigure(last) && isFigure(item) && isBeside(last, item, SPACE),
    toRight,
  );
  const parts = figures.flatMap((item) => (runsToLeft(item) ? [item] : edgesApart(item)));
  const stretches = joinStretches(parts, (item) => runsToRight(item) || isNumber(item), runsToRight);
  const read = stretches.reverse().map((item) => (runsToRight(item) ? item : turn(item)));
  return joined(read, (last, item) => !runsToRight(last) && !runsToRight(item) && isBeside(item, last, SPACE), toLeft);
}

/** The items of a line that runs to the right: the words of a stretch that runs to the left are one item. */
function readToRight(line: readonly TextItem[], turn: Turn): TextItem[] {
  const read: TextItem[] = [];
  let from = 0;
  while (from < line.length) {
    const to = runsToLeft(line[from]) ? endOfStretch(line, from, runsToLeft) : from;
    const stretch = line.slice(from, to + 1);
    read.push(...(stretch.length === 1 ? stretch : joined(readToLeft(stretch, turn), () => true, toLeft)));
    from = to + 1;
  }
  return read;
}

/** Each stretch that begins and ends with what `isEdge` and holds what `isStrong` as one item. */
function joinStretches(
  line: readonly TextItem[],
  isEdge: (item: TextItem) => boolean,
  isStrong: (item: TextItem) => boolean,
): TextItem[] {
  const read: TextItem[] = [];
  let from = 0;
  for (let item = line[from]; item; item = line[from]) {
    let to = isEdge(item) ? endOfStretch(line, from, isEdge) : from;
    if (!line.slice(from, to + 1).some(isStrong)) to = from;
    read.push(...joined(line.slice(from, to + 1), () => true, toRight));
    from = to + 1;
  }
  return read;
}

/** Where the stretch ends that begins with an item: only signs and what belongs to it stand in between, and no wide gap. */
function endOfStretch(line: readonly TextItem[], from: number, isEdge: (item: TextItem) => boolean): number {
  let end = from;
  for (let i = from + 1; i < line.length; i++) {
    const [last, item] = [line[i - 1], line[i]];
    if (!last || !item || !isBeside(last, item, NEAR) || (!isEdge(item) && isLetter(item))) break;
    if (isEdge(item)) end = i;
  }
  return end;
}

/** Figures and signs without letters. */
const isFigure = (item: TextItem): boolean => !isLetter(item);
const isLetter = ({ text }: TextItem): boolean => /\p{L}/u.test(text);

/** Whether an item follows another on its right, both of one size and one mark. */
function isBeside(left: TextItem, right: TextItem, most: number): boolean {
  const size = Math.max(left.size, right.size);
  const gap = right.x - rightOf(left);
  const isLike = left.mark === right.mark && Math.abs(left.size - right.size) < size * LEVEL;
  return isLike && Math.abs(left.y - right.y) < size * LEVEL && gap > -size * NEAR && gap < size * most;
}

type Join = (last: TextItem, item: TextItem) => TextItem;

function joined(items: readonly TextItem[], goesOn: (last: TextItem, item: TextItem) => boolean, join: Join) {
  const read: TextItem[] = [];
  for (const item of items) {
    const last = read.at(-1);
    if (last && goesOn(last, item)) read[read.length - 1] = join(last, item);
    else read.push(item);
  }
  return read;
}

const toRight: Join = (last, item) => {
  const space = item.x - rightOf(last) > last.size * SPACE ? ' ' : '';
  return { ...last, text: `${last.text}${space}${item.text}`, width: Math.max(rightOf(item), rightOf(last)) - last.x };
};

const toLeft: Join = (last, item) => {
  const space = last.x - rightOf(item) > last.size * SPACE ? ' ' : '';
  const x = Math.min(item.x, last.x);
  return { ...last, text: `${last.text}${space}${item.text}`, x, width: rightOf(last) - x };
};

const isNumber = ({ text }: TextItem): boolean => /^[$€£#]?\p{Nd}/u.test(text);

/** An item's numbers, and the signs at its ends, each by itself: what is printed before a word may follow it. */
function edgesApart(item: TextItem): TextItem[] {
  const { text } = item;
  const ends = isLetter(item) ? [...text.matchAll(/[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/gu)] : [...text.matchAll(NUMBER)];
  const cuts = ends.flatMap(({ 0: found, index }) => [index, index + found.length]);
  const points = [...new Set([0, ...cuts, text.length])].sort((a, b) => a - b);
  return points.slice(1).flatMap((to, i) => {
    const from = points[i] ?? 0;
    const part = {
      ...item,
      x: item.x + (item.width * from) / text.length,
      width: (item.width * (to - from)) / text.length,
    };
    const cut = text.slice(from, to);
    if (cut.trim() === '') return [];
    return [{ ...part, text: /[\p{L}\p{N}]/u.test(cut) ? cut : [...cut].reverse().join('') }];
  });
}

const OPENING = '([{«‹';
const CLOSING = ')]}»›';
const BRACKET = /[()[\]{}«»‹›]/g;

type Turn = (item: TextItem) => TextItem;

/** Whether an item's brackets are those of text that runs to the left. */
const isTurned = (item: TextItem, line: Direction): boolean =>
  line === 'left' ? !runsToRight(item) : runsToLeft(item);

/** Gives items the brackets that are meant: many files name them as they look, and what opens looks like what closes. */
function brackets(turned: readonly TextItem[]): Turn {
  const named = [...turned].sort((a, b) => b.y - a.y || b.x - a.x).flatMap(({ text }) => text.match(BRACKET) ?? []);
  if (unmatched(named) <= unmatched(named.map(opposite))) return (item) => item;
  return (item) => ({ ...item, text: item.text.replace(BRACKET, opposite) });
}

/** How many brackets close what was not opened, or open what is not closed. */
function unmatched(named: readonly string[]): number {
  let open = 0;
  let odd = 0;
  for (const bracket of named) {
    if (OPENING.includes(bracket)) open++;
    else if (open > 0) open--;
    else odd++;
  }
  return odd + open;
}

function opposite(bracket: string): string {
  const at = OPENING.indexOf(bracket);
  return (at === -1 ? OPENING[CLOSING.indexOf(bracket)] : CLOSING[at]) ?? bracket;
}
