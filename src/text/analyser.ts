import { lazily } from '../lazily.ts';
import type { Language } from './language.ts';
import { FIGURES, plainFigures, writtenNumber } from './number.ts';
import type { Token } from './token.ts';
import { MAX_WORD, normaliser, type Word } from './word.ts';

/** Reads texts in one language. */
export interface Analyser {
  readonly language: Language;
  /** A text's words in order, stop words included. Numbers come in one form: see number.ts. */
  analyse(text: string): readonly Token[];
  /** Folds and stems one word. "Organisations’" has the word "organisations" and, in English, the term "organis". */
  normalise(word: string): Word;
}

/** Letters of scripts that write no spaces between words. */
const UNSPACED = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Khmr}\\p{sc=Laoo}\\p{sc=Mymr}]';
const LETTER = `[[\\p{L}\\p{M}]--${UNSPACED}]`;
const SIGN_OF_WORD = `[[\\p{L}\\p{M}\\p{N}]--${UNSPACED}]`;

/** Not a date, of which the year is looked for, nor thousands with points between them. */
const PARTS = '(?![1-9]\\d{0,2}(?:\\.\\d{3})+(?![.\\d]))\\d{1,3}(?:\\.\\d{1,3}){2,}(?![.]?\\d)';
const HAS_PARTS = new RegExp(`^[vV]?(${PARTS})$`);

/** A small word that French or Italian shortens before a vowel ("l'eau", "qu'un", "dell'arte", "cos'è"). "d's" is another thing. */
const ELIDED = `(?:[CDJLMNSTcdjlmnst]|(?:[Jj]us|[Ll]ors|[Pp]uis|quel|[Qq]uoi)?[Qq]u|(?:[Aa]|[Dd]a|[Dd]e|[Nn]e|[Ss]u)ll|(?:[Cc]o[ms]|[Dd]ov|[Qq]uand))['’ʼ](?=(?!s\\b)${LETTER})`;
const IS_ELIDED = /['’ʼ]$/;

/**
 * In order: dotted letters ("U.S.", "U.S.'s"), numbers of several parts ("v3.0.1", "10.0.0.1"), numbers with separators or decimals and what hangs on them, a run of letters
 * of a script that writes no spaces, an elided word, a word with inner apostrophes, a sign that is read as a word.
 */
const tokenPattern = (number: string): RegExp =>
  new RegExp(
    [
      `${LETTER}(?:\\.${LETTER})+(?!${SIGN_OF_WORD})\\.?(?:['’ʼ]s(?!${SIGN_OF_WORD}))?`,
      `(?<!${SIGN_OF_WORD})[vV]?${PARTS}`,
      `(?:${number})${LETTER}*`,
      `(?:${UNSPACED}\\p{M}*)+`,
      ELIDED,
      `${SIGN_OF_WORD}+(?:['’ʼ]${LETTER}+)*`,
      '[%$€£¥]',
    ].join('|'),
    'gv',
  );
const TOKEN = {
  point: lazily(() => tokenPattern(FIGURES.point)),
  comma: lazily(() => tokenPattern(FIGURES.comma)),
};
const BEGINS_UNSPACED = new RegExp(`^${UNSPACED}`, 'v');

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['%', 'percent'],
  ['$', 'dollar'],
  ['€', 'euro'],
  ['£', 'pound'],
  ['¥', 'yen'],
]);

const analysers = new WeakMap<Language, Analyser>();

/** The one analyser of a language: what it remembers of words serves all that read it. */
export function analyserOf(language: Language): Analyser {
  const known = analysers.get(language);
  if (known !== undefined) return known;
  const analyser = createAnalyser(language);
  analysers.set(language, analyser);
  return analyser;
}

/**
 * A function of a text that works each text out once. Keep it no longer than the work that meets texts several times:
 * it remembers all of them.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const result = known.get(text) ?? read(text);
    known.set(text, result);
    return result;
  };
}

function createAnalyser(language: Language): Analyser {
  const normalise = normaliser(language);
  return { language, normalise, analyse: (text) => language.composeNumbers(tokensOf(text, language, normalise)) };
}

function tokensOf(text: string, language: Language, normalise: Analyser['normalise']): Token[] {
  const tokens: Token[] = [];
  let end = -2;
  for (const found of text.matchAll(TOKEN[language.decimalSign]())) {
    const raw = found[0];
    const start = found.index;
    const hyphen = end === start - 1 && isHyphen(text.charCodeAt(end));
    end = start + raw.length;
    if (raw.charCodeAt(0) > MAX_ASCII && BEGINS_UNSPACED.test(raw)) {
      tokens.push(...unspacedTokens(raw, start, normalise));
      continue;
    }
    const figures = figuresOf(raw, isMoney(text, start), language);
    if (figures !== undefined) {
      for (const term of figures) tokens.push({ word: term, term, start, end, capital: false, stop: false, hyphen });
      continue;
    }
    const token = wordAt(raw, start, hyphen, normalise);
    if (token.word !== '') tokens.push(token);
  }
  return tokens;
}

const MAX_ASCII = 0x7f;
const segmenter = lazily(() => new Intl.Segmenter('und', { granularity: 'word' }));

/**
 * The words of a run without spaces, as Unicode's dictionaries part it; of a word of more than two letters each pair of
 * neighbours, since a question seldom parts long words as the text does.
 */
function* unspacedTokens(run: string, from: number, normalise: Analyser['normalise']): Iterable<Token> {
  // The segmenter's time grows with the square of the length.
  for (let begun = 0; begun < run.length; begun += MAX_RUN) {
    for (const { segment, index, isWordLike } of segmenter().segment(run.slice(begun, begun + MAX_RUN))) {
      if (isWordLike) yield* pairsOf(segment, from + begun + index, normalise);
    }
  }
}

const MAX_RUN = 128;

/** A letter with the vowels and tones that are written as its marks. */
const LETTER_WITH_MARKS = /.\p{M}*/gsu;

function* pairsOf(word: string, start: number, normalise: Analyser['normalise']): Iterable<Token> {
  const letters = word.match(LETTER_WITH_MARKS) ?? [];
  for (let at = 0, before = 0; at === 0 || at + 1 < letters.length; before += letters[at++]?.length ?? 0) {
    const pair = wordAt(letters.slice(at, at + 2).join(''), start + before, false, normalise);
    yield letters.length > 2 ? { ...pair, part: 1 / (letters.length - 1) } : pair;
  }
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

function figuresOf(raw: string, money: boolean, language: Language): readonly string[] | undefined {
  if (!isDigit(raw.charCodeAt(0)) && !isDigit(raw.charCodeAt(1))) return undefined;
  const parts = HAS_PARTS.exec(raw)?.[1];
  if (parts !== undefined) return [parts];
  const plain = plainFigures(raw.toLowerCase(), language.decimalSign);
  return writtenNumber(plain, (digits, suffix) => language.suffixedNumber(digits, suffix, money));
}

function wordAt(raw: string, start: number, hyphen: boolean, normalise: Analyser['normalise']): Token {
  const end = start + raw.length;
  const sign = SIGNS.get(raw);
  if (sign !== undefined) return { word: sign, term: sign, start, end, capital: false, stop: false, hyphen: false };
  if (raw.length > 2 && raw.charCodeAt(1) === 0x2e) return dotted(raw, start);
  const { word, term, stop, capital } = normalise(raw);
  if (IS_ELIDED.test(raw)) return { word, term: word, start, end, capital: false, stop: true, hyphen };
  return { word, term, start, end, capital, stop, hyphen };
}

const POSSESSIVE = /['’ʼ]s$/;

/** "U.S." keeps a dot so as not to be the word "us"; longer ones are written together: "N.A.T.O." is "nato". */
function dotted(raw: string, start: number): Token {
  const letters = raw.toLowerCase().replace(POSSESSIVE, '').replaceAll('.', '').slice(0, MAX_WORD);
  const word = letters === 'us' ? 'u.s' : letters;
  return { word, term: word, start, end: start + raw.length, capital: true, stop: false, hyphen: false };
}
