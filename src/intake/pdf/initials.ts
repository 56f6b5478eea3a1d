import type { TextItem } from './items.ts';

/** Times the size of the text beside it that an initial has. */
const LARGER = 1.7;
/** How far the text beside it begins from its right edge, in times that text's size. */
const NEAR = 2;

/**
 * Items with the initials that reach down beside several lines put before the highest of these, at its size: by its
 * baseline such a letter would stand in the lowest.
 */
export function withInitials(items: readonly TextItem[]): readonly TextItem[] {
  const initials = items.filter(isLetter);
  if (initials.length === 0) return items;
  const hosts = new Map<TextItem, TextItem>();
  for (const initial of initials) {
    const host = hostOf(initial, items);
    if (host) hosts.set(initial, host);
  }
  if (hosts.size === 0) return items;
  const moved = new Map([...hosts].map(([initial, host]) => [host, initial]));
  return items.flatMap((item) => {
    if (hosts.has(item)) return [];
    const initial = moved.get(item);
    if (!initial) return [item];
    return [{ ...initial, y: item.y, size: item.size, width: item.x - initial.x }, item];
  });
}

const isLetter = ({ text }: TextItem): boolean => /^\s*["“«]?\p{Lu}\s*$/u.test(text);

/** The beginning of the highest line beside an initial, where there are two lines or more, the first going on with the word or sentence. */
function hostOf(initial: TextItem, items: readonly TextItem[]): TextItem | undefined {
  const right = initial.x + initial.width;
  const beside = items.filter(
    (item) =>
      item.text.trim() !== '' &&
      initial.size >= item.size * LARGER &&
      item.x >= right - item.size / 2 &&
      item.x <= right + item.size * NEAR &&
      item.y >= initial.y - item.size / 2 &&
      item.y <= initial.y + initial.size,
  );
  const [first] = beside.sort((a, b) => b.y - a.y || a.x - b.x);
  const isTall = first !== undefined && beside.some((item) => first.y - item.y > first.size * 0.8);
  return isTall ? first : undefined;
}
