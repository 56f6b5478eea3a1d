import { writtenNumber } from './number.ts';
import { splitSentences } from './sentences.ts';
import { composeNumbers, isSpelt } from './spelt-numbers.ts';
import type { Token } from './token.ts';
import { LONGEST, normaliseWord } from './word.ts';

export type { Token } from './token.ts';

/**
 * In order: dotted letters ("U.S."), numbers with separators or decimals and what hangs on them, one character of
 * a script that writes no spaces, a word with inner apostrophes, a sign that is read as a word.
 */
const TOKEN =
  /\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])\.?|\d{1,3}(?:,\d{3}){1,12}(?![\d,])(?:\.\d+)?\p{L}*|\d+\.\d+\p{L}*|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}]+)*|[%$€£¥]/gu;

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['%', 'percent'],
  ['$', 'dollar'],
  ['€', 'euro'],
  ['£', 'pound'],
  ['¥', 'yen'],
]);

/** A text's words in order, stop words included. Numbers come in one form: see number.ts. */
export function analyse(text: string): Token[] {
  const tokens: Token[] = [];
  let spelt = false;
  let end = -2;
  for (const found of text.matchAll(TOKEN)) {
    const raw = found[0];
    const start = found.index;
    const hyphen = end === start - 1 && isHyphen(text.charCodeAt(end));
    if (!(isDigit(raw.charCodeAt(0)) && readNumber(raw, start, isMoney(text, start), hyphen, tokens))) {
      const token = readWord(raw, start, hyphen);
      if (token.word !== '') tokens.push(token);
      spelt ||= isSpelt(token.word);
    }
    end = start + raw.length;
  }
  return spelt ? composeNumbers(tokens) : tokens;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011;
}

function isMoney(text: string, start: number): boolean {
  return start > 0 && SIGNS.has(text.charAt(start - 1));
}

function readNumber(raw: string, start: number, money: boolean, hyphen: boolean, into: Token[]): boolean {
  const terms = writtenNumber(raw.toLowerCase(), money);
  if (terms === undefined) return false;
  const end = start + raw.length;
  for (const term of terms) into.push({ word: term, term, start, end, capital: false, stop: false, hyphen });
  return true;
}

function readWord(raw: string, start: number, hyphen: boolean): Token {
  const end = start + raw.length;
  const sign = SIGNS.get(raw);
  if (sign !== undefined) return { word: sign, term: sign, start, end, capital: false, stop: false, hyphen: false };
  if (raw.length > 2 && raw.charCodeAt(1) === 0x2e) return dotted(raw, start);
  const { word, term, stop, capital } = normaliseWord(raw);
  return { word, term, start, end, capital, stop, hyphen };
}

/** "U.S." keeps a dot so as not to be the word "us"; longer ones are written together: "N.A.T.O." is "nato". */
function dotted(raw: string, start: number): Token {
  const letters = raw.toLowerCase().replaceAll('.', '').slice(0, LONGEST);
  const word = letters === 'us' ? 'u.s' : letters;
  return { word, term: word, start, end: start + raw.length, capital: true, stop: false, hyphen: false };
}

/** For each token the index of its sentence; `spans` are the sentences of the same text. */
export function sentenceOfTokens(tokens: readonly Token[], text: string): Int32Array {
  const spans = splitSentences(text);
  const result = new Int32Array(tokens.length);
  let sentence = 0;
  tokens.forEach((token, at) => {
    while (sentence < spans.length - 1 && token.start >= (spans[sentence]?.[1] ?? 0)) sentence++;
    result[at] = sentence;
  });
  return result;
}
