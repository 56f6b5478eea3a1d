import { writtenNumber } from './number.ts';
import { splitSentences } from './sentences.ts';
import { composeNumbers, isSpelt } from './spelt-numbers.ts';
import { isStopWord } from './stop-words.ts';
import type { Token } from './token.ts';
import { normaliseWord } from './word.ts';

export type { Token } from './token.ts';

/**
 * In order: dotted letters ("U.S."), numbers with separators or decimals and what hangs on them, one character of
 * a script that writes no spaces, a word with inner apostrophes, a sign that is read as a word.
 */
const TOKEN =
  /\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])\.?|\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?\p{L}*|\d+\.\d+\p{L}*|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}]+)*['’]?|[%$€£¥]/gu;

const SIGNS: Readonly<Record<string, string>> = { '%': 'percent', $: 'dollar', '€': 'euro', '£': 'pound', '¥': 'yen' };
const LEADING_CAPITAL = /^\p{Lu}/u;

/** A text's words in order, stop words included. Numbers come in one form: see number.ts. */
export function analyse(text: string): Token[] {
  const tokens: Token[] = [];
  let spelt = false;
  let end = -2;
  for (const found of text.matchAll(TOKEN)) {
    const raw = found[0];
    const money = tokens.at(-1)?.end === found.index && /[$€£¥]/.test(text.charAt(found.index - 1));
    const hyphen = end === found.index - 1 && /[-‐‑]/.test(text.charAt(end));
    for (const token of read(raw, found.index, money, hyphen)) {
      tokens.push(token);
      spelt ||= isSpelt(token.word);
    }
    end = found.index + raw.length;
  }
  return spelt ? composeNumbers(tokens) : tokens;
}

function read(raw: string, start: number, money: boolean, hyphen: boolean): Token[] {
  const end = start + raw.length;
  const first = raw.charCodeAt(0);
  if (first >= 48 && first <= 57) {
    const terms = writtenNumber(raw.toLowerCase(), money);
    if (terms !== undefined) {
      return terms.map((term) => ({ word: term, term, start, end, capital: false, stop: false, hyphen }));
    }
  }
  const sign = SIGNS[raw];
  if (sign !== undefined) return [{ word: sign, term: sign, start, end, capital: false, stop: false, hyphen: false }];
  if (raw.charAt(1) === '.') return [dotted(raw, start)];
  const { word, term } = normaliseWord(raw);
  if (word === '') return [];
  const capital = LEADING_CAPITAL.test(raw);
  // Capitals tell the country from the pronoun, and the organisation from the question word.
  const shouted = capital && raw.length > 1 && raw === raw.toUpperCase();
  if (shouted && word === 'us') return [{ word: 'u.s', term: 'u.s', start, end, capital, stop: false, hyphen }];
  const stop = isStopWord(word) || (/['’]/.test(raw) && isStopWord(raw.toLowerCase().replace('’', "'")));
  return [{ word, term: stop ? word : term, start, end: end - trailing(raw), capital, stop, hyphen }];
}

function trailing(raw: string): number {
  return /['’]$/.test(raw) ? 1 : 0;
}

/** "U.S." keeps a dot so as not to be the word "us"; longer ones are written together: "N.A.T.O." is "nato". */
function dotted(raw: string, start: number): Token {
  const letters = raw.toLowerCase().replaceAll('.', '');
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
