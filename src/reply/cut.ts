import type { Span } from '../text/token.ts';

const SENTENCE_END = /[.!?…]["'”’)\]]*\s+/g;

/**
 * The part of a text that fits in `max` UTF-16 units and holds `focus` (or its beginning), cut where sentences end
 * as far as they do. A text that fits is given back whole.
 */
export function cutAtSentences(text: string, max: number, focus: Span = [0, 0]): Span {
  if (text.length <= max) return [0, text.length];
  const starts = [0, ...Array.from(text.matchAll(SENTENCE_END), (match) => match.index + match[0].length)];
  const start = Math.max(...starts.filter((at) => at <= focus[0] && focus[1] - at <= max), -1);
  if (start === -1) return cutAtWord(text, focus[0], max);
  // Take in earlier sentences while everything up to the end of the focus still fits.
  const from = starts.find((at) => at <= start && focus[1] - at <= max * 0.8) ?? start;
  const end = Math.max(...[...starts, text.length].filter((at) => at <= from + max && at > from), -1);
  if (end <= focus[0]) return cutAtWord(text, from, max);
  return [from, from + text.slice(from, end).trimEnd().length];
}

/** A sentence longer than the room for it is cut between words, and a word longer than that between characters. */
function cutAtWord(text: string, from: number, max: number): Span {
  const slice = text.slice(from, from + max);
  if (from + slice.length >= text.length) return [from, text.length];
  // With the character after it, so that a word that ends just here is kept.
  const space = text.slice(from, from + max + 1).lastIndexOf(' ');
  const end = space > max / 2 ? space : slice.length;
  const splitsPair = /[\uD800-\uDBFF]$/.test(slice.slice(0, end));
  return [from, from + (splitsPair ? end - 1 : end)];
}

/** At most `max` UTF-16 units, with an ellipsis in place of what is cut off. For names, labels and questions. */
export function truncate(text: string, max: number): string {
  if (text.length <= max) return text;
  const [, end] = cutAtWord(text, 0, max - 1);
  return `${text.slice(0, end).trimEnd()}…`;
}

/** The end offsets of the parts, each of at most `max` units, that a text is shown in one after another. */
export function splitInParts(text: string, max: number): Span[] {
  const parts: Span[] = [];
  for (let from = 0; from < text.length; ) {
    const rest = text.slice(from);
    const [, length] = cutAtSentences(rest, max);
    parts.push([from, from + length]);
    from += length + (rest.slice(length).length - rest.slice(length).trimStart().length);
  }
  return parts;
}
