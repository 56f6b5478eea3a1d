import { normalise } from '../blocks/normalise.ts';
import type { PdfJsItem, TextItem } from './items.ts';
import { mirrored } from './right-to-left.ts';
import { withoutLetterSpaces } from './spaced.ts';

/** A page as it is stored, in points. */
export interface PageBox {
  readonly width: number;
  readonly height: number;
}

/** Quarter turns, counter-clockwise; undefined for slanted text. */
type Turn = 0 | 1 | 2 | 3 | undefined;

/** How much of its length slanted text may rise and still count as level. */
const LEVEL = 0.1;

/**
 * The items of a page turned so that most of its text stands upright, whichever way the page lies, and in a mirror where it
 * runs from right to left. Text that stands otherwise is a watermark or an axis of a chart.
 */
export function uprightItems(
  items: readonly PdfJsItem[],
  page: PageBox,
): {
  upright: readonly TextItem[];
  others: string[];
  /** Whether the page lies on its side. */
  turned: boolean;
} {
  const lengths = new Map<Turn, number>();
  const turns = items.map((item): Turn => turnOf(item));
  for (const [i, turn] of turns.entries())
    if (turn !== undefined) lengths.set(turn, (lengths.get(turn) ?? 0) + (items[i]?.str.trim().length ?? 0));
  const most =
    [...lengths].reduce<[Turn, number]>((best, found) => (found[1] > best[1] ? found : best), [0, 0])[0] ?? 0;
  return {
    upright: mirrored(
      items.filter((_, i) => turns[i] === most).map((item) => toItem(item, most, page)),
      most % 2 === 1 ? page.height : page.width,
    ),
    others: items.flatMap(({ str }, i) => (turns[i] === most || str.trim() === '' ? [] : [normalise(str)])),
    turned: most % 2 === 1,
  };
}

function turnOf({ transform: [a = 0, b = 0] }: PdfJsItem): Turn {
  if (Math.abs(b) <= Math.abs(a) * LEVEL) return a > 0 ? 0 : 2;
  return Math.abs(a) <= Math.abs(b) * LEVEL ? (b > 0 ? 1 : 3) : undefined;
}

function toItem({ str, width, transform, mark, isEven }: PdfJsItem, turn: number, page: PageBox): TextItem {
  const [, , c = 0, d = 0, x = 0, y = 0] = transform;
  const at = [
    { x, y },
    { x: y, y: page.width - x },
    { x: page.width - x, y: page.height - y },
    { x: page.height - y, y: x },
  ][turn] ?? { x, y };
  return {
    text: withoutLetterSpaces(normalise(str)),
    ...at,
    width,
    size: Math.hypot(c, d),
    ...(mark === undefined ? {} : { mark }),
    ...(isEven ? { isEven } : {}),
  };
}
