import { type PdfJsItem, rightOf, sizeOf, xOf, yOf } from './items.ts';

/** What a font without names for its signs is read as, the sign that is meant, and how wide it is in times of the size. */
const LARGE_SIGNS: Readonly<Record<string, readonly [sign: string, least: number]>> = {
  p: ['√', 0.95],
  q: ['√', 0.95],
  r: ['√', 0.95],
  s: ['√', 0.95],
  P: ['∑', 1],
  X: ['∑', 1.3],
  Q: ['∏', 0.9],
  Y: ['∏', 1.2],
};
/** Such signs hang down from their place: it is above the line's baseline by so much, in times of the size. */
const HANGS = { least: 0.5, most: 1.7 } as const;
/** A bullet of another shape, or in a font of signs, in which it has no name, or that of a letter. */
const NAMELESS = /^[\p{Cc}\p{Co}■□▢➢➤►▶▸❖◆◇⁃∙❑❒]$/u;
const WITH_TEXT = /^\s*[\p{Co}■□▢➢➤►▶▸❖◆◇⁃∙❑❒]\s+(?=["'“‘(]?[\p{L}\p{N}])/u;
const LETTER = /^[o§Øü]$/;
/** Room between a bullet and its text, in times of the size. */
const ROOM = { nameless: 0.1, letter: 0.5, most: 4 } as const;
/** Baselines closer than this, in times of the size, are one. */
const LEVEL = 0.4;

/**
 * Items with signs for what fonts of signs are read as: letters for roots and sums, as LaTeX sets them, and nothing or
 * an odd letter for the bullet before an item of a list.
 */
export function withSigns(items: readonly PdfJsItem[]): PdfJsItem[] {
  const filled = items.filter(({ str }) => str.trim() !== '');
  const signs = new Map<PdfJsItem, PdfJsItem>();
  for (const [i, item] of filled.entries()) {
    if (item.str.trim().length > 1) continue;
    const sign = largeSign(item, filled[i - 1], filled[i + 1]) ?? bullet(item, filled[i - 1], filled[i + 1]);
    if (sign) signs.set(item, sign);
  }
  return items.map((item) => {
    const sign = signs.get(item);
    if (sign) return sign;
    return WITH_TEXT.test(item.str) ? { ...item, str: item.str.replace(WITH_TEXT, '• ') } : item;
  });
}

/** A root or a sum, moved to the baseline of what stands beside it. */
function largeSign(item: PdfJsItem, before?: PdfJsItem, after?: PdfJsItem): PdfJsItem | undefined {
  const [sign, least] = LARGE_SIGNS[item.str.trim()] ?? [];
  const size = sizeOf(item);
  if (sign === undefined || least === undefined || item.width < size * least) return undefined;
  const isHost = (other: PdfJsItem | undefined) => {
    const above = other ? yOf(item) - yOf(other) : 0;
    return above > size * HANGS.least && above < size * HANGS.most && isNear(item, other, size);
  };
  const host = [after, before].find(isHost);
  if (!host) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, x = 0] = item.transform;
  return { ...item, str: sign, transform: [a, b, c, d, x, yOf(host)] };
}

function isNear(item: PdfJsItem, other: PdfJsItem | undefined, size: number): boolean {
  if (!other) return false;
  const gap = Math.max(xOf(other) - rightOf(item), xOf(item) - rightOf(other));
  return gap < size;
}

function bullet(item: PdfJsItem, before?: PdfJsItem, after?: PdfJsItem): PdfJsItem | undefined {
  const sign = item.str.trim();
  const least = NAMELESS.test(sign) ? ROOM.nameless : LETTER.test(sign) ? ROOM.letter : undefined;
  if (least === undefined || !after || !/^\s*["'“‘(]?[\p{L}\p{N}]/u.test(after.str)) return undefined;
  if (sign === '§' && /^\s*\d/.test(after.str)) return undefined;
  const size = sizeOf(after);
  const isBeside = (other: PdfJsItem) => Math.abs(yOf(other) - yOf(item)) < size * LEVEL;
  const room = xOf(after) - rightOf(item);
  if (!isBeside(after) || room < size * least || room > size * ROOM.most) return undefined;
  const isFirst = !before || !isBeside(before) || xOf(before) > xOf(item);
  return isFirst ? { ...item, str: '•' } : undefined;
}
