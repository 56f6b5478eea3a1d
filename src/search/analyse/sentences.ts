import type { Span } from '../types.ts';

/** Where a sentence may end: a mark, closing quotes or brackets, white space; or a line break, or a CJK full stop. */
const BREAK = /[.!?…]+["'”’»)\]]*\s+|[。！？]+|\s*\n\s*/g;
/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s("'“‘[])(?:mr|mrs|ms|dr|prof|sen|rep|gen|col|lt|sgt|capt|cmdr|adm|gov|pres|rev|hon|st|jr|sr|no|nos|vol|vs|etc|approx|ca|cf|fig|figs|eq|art|inc|ltd|co|corp|dept|est|e\.g|i\.e|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|\p{L}|(?:\p{L}\.)+\p{L})$/iu;
const NEXT_BEGINS = /^["'“‘«([¿¡]*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u;

function isBoundary(text: string, at: number, end: number, matched: string): boolean {
  if (!matched.startsWith('.')) return true;
  const spaced = at > 0 && text.charCodeAt(at - 1) === 32;
  if (spaced) return true;
  return NEXT_BEGINS.test(text.slice(end, end + 8)) && !ABBREVIATION.test(text.slice(Math.max(0, at - 12), at));
}

/**
 * The sentences of a text in order, as spans without the white space around them. Together they hold every
 * character that is not white space. A full stop after an abbreviation or before a small letter ends no sentence,
 * unless white space stands before it, as in texts that were tokenised once already.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const close = (end: number, next: number): void => {
    const from = start + (text.slice(start, end).length - text.slice(start, end).trimStart().length);
    const to = from + text.slice(from, end).trimEnd().length;
    if (to > from) spans.push([from, to]);
    start = next;
  };
  for (const found of text.matchAll(BREAK)) {
    const end = found.index + found[0].length;
    if (isBoundary(text, found.index, end, found[0])) close(end, end);
  }
  close(text.length, text.length);
  return spans;
}
