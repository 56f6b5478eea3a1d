import { isEnglishWord } from '../../text/languages/en/thesaurus.ts';
import { lineEnd } from '../blocks/normalise.ts';
import { HYPHENED_PREFIX } from '../words/english.ts';

/** A text's words in lower case, with those written with hyphens as a whole and their parts. */
export type Words = ReadonlySet<string>;

/** The words that stand inside lines; what the end of a line may have broken counts neither as whole nor as part. */
export function wordsOf(lines: Iterable<string>): Words {
  const words = new Set<string>();
  for (const line of lines) {
    const whole = line.endsWith('-') ? line.slice(0, line.lastIndexOf(' ') + 1) : line;
    for (const [word] of whole.matchAll(/\p{L}[\p{L}\p{N}'’-]*/gu)) {
      words.add(word.toLowerCase());
    }
  }
  return words;
}

/**
 * Lines as running text. A word that a line's end broke is joined: its hyphen goes where the whole is a word, of the
 * text or of the language, or where a half is none; it stays where the text writes it so, in a compound of two words or
 * more, and after "self-" and its like.
 */
export function joinLines(lines: readonly string[], words: Words): string {
  return lines.reduce((text, line) => (text === '' ? line : joinTwo(text, line, words)), '');
}

export function joinTwo(before: string, after: string, words: Words): string {
  const [, head] = /([\p{L}\p{N}'’]+(?:-[\p{L}\p{N}'’]+)*)[-‐]$/u.exec(before.slice(-60)) ?? [];
  if (head === undefined) return `${before}${lineEnd(before, after)}${after}`;
  const [tail = ''] = /^[\p{L}\p{N}'’]+(?:-[\p{L}\p{N}'’]+)*/u.exec(after.slice(0, 60)) ?? [];
  return keepsHyphen(head, tail, words) ? `${before}${after}` : `${before.slice(0, -1)}${after}`;
}

function keepsHyphen(head: string, tail: string, words: Words): boolean {
  if (!/^\p{Ll}/u.test(tail) || /\p{N}$/u.test(head)) return true;
  const [left, right] = [head.toLowerCase(), tail.toLowerCase()];
  if (words.has(left + right)) return false;
  if (words.has(`${left}-${right}`) || HYPHENED_PREFIX.test(left)) return true;
  const isKnown = (word: string) => words.has(word) || isEnglishWord(word);
  const last = left.split('-').at(-1) ?? '';
  if (last !== left) return isKnown(right) && !isKnown(last + right);
  if (isEnglishWord(left + right)) return false;
  return left.length > 2 && right.length > 2 && isKnown(left) && isKnown(right);
}
