/** A piece of RTF: a brace, a control word with its number, or text, a character for each of its bytes. */
export type Token =
  | { readonly type: 'open' | 'close' }
  | { readonly type: 'word'; readonly word: string; readonly value: number | undefined }
  | { readonly type: 'text'; readonly text: string };

const WORD = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?/y;
const HEX = /\\'([\da-fA-F]{2})/y;
/** Searched for, since a pattern that repeats over the megabytes of a picture runs out of stack. */
const TEXT_END = /[\\{}\r\n]/g;

/** RTF (read as Latin-1) to tokens, one after the other. Binary data is passed over, and so are line ends. */
export function* tokensOf(rtf: string): Generator<Token> {
  for (let at = 0; at < rtf.length; ) {
    const { token, length } = tokenAt(rtf, at);
    if (token) yield token;
    at += length;
  }
}

interface Found {
  readonly token?: Token;
  /** Characters up to the next token. */
  readonly length: number;
}

function tokenAt(rtf: string, at: number): Found {
  const char = rtf[at];
  if (char === '{') return { token: { type: 'open' }, length: 1 };
  if (char === '}') return { token: { type: 'close' }, length: 1 };
  if (char === '\\') return escapeAt(rtf, at);
  const text = rtf.slice(at, match(TEXT_END, rtf, at)?.index ?? rtf.length);
  return text === '' ? { length: 1 } : { token: { type: 'text', text }, length: text.length };
}

function escapeAt(rtf: string, at: number): Found {
  const hex = match(HEX, rtf, at);
  // As text of one character: its code is the byte.
  if (hex) return { token: { type: 'text', text: String.fromCharCode(Number.parseInt(hex[1] ?? '', 16)) }, length: 4 };
  const found = match(WORD, rtf, at);
  if (!found) return { token: { type: 'word', word: rtf[at + 1] ?? '', value: undefined }, length: 2 };
  const [all, word = '', digits] = found;
  const value = digits === undefined ? undefined : Number(digits);
  if (word === 'bin') return { length: all.length + Math.max(0, value ?? 0) };
  return { token: { type: 'word', word, value }, length: all.length };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
