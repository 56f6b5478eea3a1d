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
 * Lines as running text. A word that a line's end broke is mended: the hyphen goes where the text writes the whole word
 * elsewhere, stays where it writes it with the hyphen, or both halves as words of their own, and goes otherwise.
 */
export function joinLines(lines: readonly string[], words: Words): string {
  return lines.reduce((text, line) => (text === '' ? line : joinTwo(text, line, words)), '');
}

export function joinTwo(before: string, after: string, words: Words): string {
  const [, head] = /([\p{L}\p{N}'’]+(?:-[\p{L}\p{N}'’]+)*)[-‐]$/u.exec(before.slice(-60)) ?? [];
  if (head === undefined) return `${before} ${after}`;
  const [tail = ''] = /^[\p{L}\p{N}'’]+(?:-[\p{L}\p{N}'’]+)*/u.exec(after.slice(0, 60)) ?? [];
  return keepsHyphen(head, tail, words) ? `${before}${after}` : `${before.slice(0, -1)}${after}`;
}

function keepsHyphen(head: string, tail: string, words: Words): boolean {
  if (!/^\p{Ll}/u.test(tail) || /\p{N}$/u.test(head)) return true;
  const [left, right] = [head.toLowerCase(), tail.toLowerCase()];
  if (words.has(left + right)) return false;
  if (words.has(`${left}-${right}`)) return true;
  return words.has(left) && words.has(right) && left.length > 2 && right.length > 2;
}
