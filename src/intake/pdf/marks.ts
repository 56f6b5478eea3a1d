import type { TextItem } from './items.ts';

/** An item's bullet or number without its text. */
export const LONE_MARK = /^(?:[•◦▪‣●○]|\d{1,2}[.)]|\([a-z\d]{1,2}\))$/;

/** How a sentence or an item begins. */
export const BEGINS = /^["'“‘(]?[\p{Lu}\p{N}]/u;

/** Type smaller than this share of the line's is an exponent, an index, a note's sign or an item's number. */
const SMALL = 0.8;

export const isSmall = (item: TextItem, line: TextItem): boolean => item.size < line.size * SMALL;

/** Such as stands before an item or a note. */
export const isSmallNumber = (item: TextItem, line: TextItem): boolean =>
  isSmall(item, line) && /^\s*\d{1,2}\s*$/.test(item.text);
