import type { Language } from './language.ts';
import type { Span, Token } from './token.ts';

/**
 * Where a sentence may end: a mark, closing quotes or brackets, white space; or a line break, or a mark of a script that
 * needs no space behind it. A row of marks without white space behind it is found as well, and is no end: so no part of
 * it is looked at twice, however long it is.
 */
const BREAK = /[.!?…]+["'”’»)\]]*\s*|[。！？।॥؟۔။។៕።։]+[”’」』）)]*\s*|\n\s*/g;
/** A number of a day or a century, and the word behind its full stop. */
const NUMBER_BEFORE = /(?:^|[^\p{L}\p{N}.,])\d{1,2}$/u;
const WORD_BEHIND = /^\p{L}+/u;
/**
 * The last word before a full stop: letters, or letters with full stops or hyphens between them ("J.-C."). It may stand
 * behind an apostrophe ("l’art. 5"), unless it is what English puts there ("John’s").
 */
const LAST_WORD = /(?:^|[\s("“„‘«¿¡[]|['’](?!\p{Ll}$))([\p{L}.-]+)$/u;
const LETTERS = /^(?:\p{L}|(?:\p{L}\.)+\p{L})$/u;
const NEXT_BEGINS = /^["'“‘«([¿¡]*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u;

function isBoundary(text: string, at: number, end: number, matched: string, language: Language): boolean {
  if (/^[.!?…]/.test(matched) && matched.trimEnd() === matched) return false;
  if (!matched.startsWith('.')) return true;
  const spaced = at > 0 && text.charCodeAt(at - 1) === 32;
  if (spaced) return true;
  if (!NEXT_BEGINS.test(text.slice(end, end + 8))) return false;
  const before = text.slice(Math.max(0, at - 12), at);
  const behind = text.slice(end, end + 20);
  return !isAbbreviated(before, behind, language) && !isOrdinal(before, behind, language);
}

/** Whether the full stop between a number and a word makes it an ordinal. */
function isOrdinal(before: string, behind: string, { afterOrdinals }: Language): boolean {
  return (
    afterOrdinals.size > 0 &&
    NUMBER_BEFORE.test(before) &&
    afterOrdinals.has(WORD_BEHIND.exec(behind)?.[0].toLowerCase() ?? '')
  );
}

/** Whether the full stop between two texts belongs to the last word of the first and ends no sentence. */
function isAbbreviated(before: string, behind: string, language: Language): boolean {
  const word = LAST_WORD.exec(before)?.[1];
  if (word === undefined) return false;
  if (LETTERS.test(word) || language.abbreviations.has(word.toLowerCase())) return true;
  return /^\d/.test(behind) && language.abbreviationsOfNumbers.has(word.toLowerCase());
}

/**
 * The sentences of a text in order, as spans without the white space around them. Together they hold every
 * character that is not white space. A full stop after an abbreviation or before a small letter ends no sentence,
 * unless white space stands before it, as in texts that were tokenised once already.
 */
export function splitSentences(text: string, language: Language): Span[] {
  const spans: Span[] = [];
  for (let start = 0; start < text.length; ) {
    const end = sentenceEnd(text, start, language);
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
export function stretchAround(
  text: string,
  before: number,
  first: number,
  last: number,
  language: Language,
): Span | undefined {
  let start = before === 0 ? 0 : undefined;
  let end = before;
  while (end <= last) {
    if (end > before && end <= first) start = end;
    end = sentenceEnd(text, end, language);
  }
  return start === undefined ? undefined : trimmed(text, start, end);
}

/** Where the sentence that goes on at `from` ends, the white space behind it included. */
function sentenceEnd(text: string, from: number, language: Language): number {
  BREAK.lastIndex = from;
  for (let found = BREAK.exec(text); found !== null; found = BREAK.exec(text)) {
    if (isBoundary(text, found.index, BREAK.lastIndex, found[0], language)) return BREAK.lastIndex;
  }
  return text.length;
}

function trimmed(text: string, start: number, end: number): Span {
  const whole = text.slice(start, end);
  const from = start + whole.length - whole.trimStart().length;
  return [from, Math.max(from, start + whole.trimEnd().length)];
}

/** For each token the index of its sentence. `tokens` are those of the text. */
export function sentenceOfTokens(tokens: readonly Token[], text: string, language: Language): Int32Array {
  const spans = splitSentences(text, language);
  const result = new Int32Array(tokens.length);
  let sentence = 0;
  tokens.forEach((token, at) => {
    while (sentence < spans.length - 1 && token.start >= (spans[sentence]?.[1] ?? 0)) sentence++;
    result[at] = sentence;
  });
  return result;
}
