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
  for (let start = 0; start < text.length; ) {
    const end = sentenceEnd(text, start);
    const [from, to] = trimmed(text, start, end);
    if (to > from) spans.push([from, to]);
    start = end;
  }
  return spans;
}

/**
 * The stretch from the beginning of the sentence that holds `first` to the end of the one that holds `last`, without
 * splitting the whole text. `before`: the last letter or full stop of any word ahead of that sentence; 0 at the
 * beginning of the text. Undefined where no sentence begins between `before` and `first`.
 */
export function stretchAround(text: string, before: number, first: number, last: number): Span | undefined {
  let start = before === 0 ? 0 : undefined;
  let end = before;
  while (end <= last) {
    if (end > before && end <= first) start = end;
    end = sentenceEnd(text, end);
  }
  return start === undefined ? undefined : trimmed(text, start, end);
}

/** Where the sentence that goes on at `from` ends, the white space behind it included. */
function sentenceEnd(text: string, from: number): number {
  BREAK.lastIndex = from;
  for (let found = BREAK.exec(text); found !== null; found = BREAK.exec(text)) {
    if (isBoundary(text, found.index, BREAK.lastIndex, found[0])) return BREAK.lastIndex;
  }
  return text.length;
}

function trimmed(text: string, start: number, end: number): Span {
  const whole = text.slice(start, end);
  const from = start + whole.length - whole.trimStart().length;
  return [from, Math.max(from, start + whole.trimEnd().length)];
}
