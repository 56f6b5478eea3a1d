/**
 * How a text with any characters stands in an article's lines, where a line break counts as a space:
 * `\` at a line's end keeps the line break, `\u{a0}` stands for a character that would be lost, `\\` for `\`.
 * Any other `\` is itself.
 */
export function writeText(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/gu, (char) => (char === '\n' ? char : escaped(char)))
    .replace(/^[^\S\n]|[^\S\n]$/gmu, escaped)
    .replace(/\n(?![\s\S])/, escaped)
    .replace(/\n/g, '\\\n');
}

/** What `writeText` wrote; `lines` are trimmed. */
export function readText(lines: readonly string[]): string {
  return lines.join('\n').replace(/\\(?:\\|\n|u\{([\da-f]{1,6})\})|\n/gi, (found, code: string | undefined) => {
    if (found === '\n') return ' ';
    if (code === undefined) return found.slice(1);
    const point = Number.parseInt(code, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : found;
  });
}

const escaped = (char: string): string => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;
