import { fold } from './fold.ts';
import type { Language } from './language.ts';
import { KNOWN_LANGUAGES, languageOf, neutral } from './languages/index.ts';
import type { Token } from './token.ts';

/** So much of a text is looked at, in UTF-16 units. */
const MAX_SAMPLE = 4_000;
/** Shorter texts tell nothing. */
const MIN_WORDS = 8;
/**
 * Prose has common words of its language for 35 to 55 % of its words, lists and notes for 15 % or more; of another
 * language's, the words that look alike, mostly less than 10 %.
 */
const MIN_COMMON_WORDS = 0.12;
const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
/** Scripts that one language is written in; Chinese is what has Han characters and no kana. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['el', /\p{sc=Grek}/gu],
  ['he', /\p{sc=Hebr}/gu],
  ['th', /\p{sc=Thai}/gu],
  ['ko', /\p{sc=Hang}/gu],
  ['ja', /[\p{sc=Hira}\p{sc=Kana}]/gu],
  ['zh', /\p{sc=Han}/gu],
];
/** A text is in such a script where it has this share of the text: Japanese has many Han characters, too. */
const MIN_IN_SCRIPT = 0.2;

/**
 * The language that a text is written in, by its script or its common words; the neutral one where it is none of those that
 * are known. `otherwise`: of texts of fewer than `minWords` words. `likely`: languages that are taken unless
 * another has twice as many of its words there.
 */
export function languageOfText(
  text: string,
  otherwise: Language,
  { minWords = MIN_WORDS, likely = [] }: { minWords?: number; likely?: readonly Language[] } = {},
): Language {
  const sample = text.slice(0, MAX_SAMPLE);
  const inScript = SCRIPTS.find(([, letters]) => (sample.match(letters)?.length ?? 0) > MIN_IN_SCRIPT * sample.length);
  if (inScript !== undefined) return languageOf(inScript[0]);
  const words = (sample.match(WORD) ?? []).map(fold);
  if (words.length < minWords) return otherwise;
  const shareOf = ({ commonWords }: Language) => words.filter((word) => commonWords.has(word)).length / words.length;
  const [first] = bySharing(KNOWN_LANGUAGES, shareOf);
  if (first === undefined || first.share < MIN_COMMON_WORDS) return neutral;
  const [near] = bySharing(likely, shareOf);
  return near !== undefined && 2 * near.share > first.share ? near.language : first.language;
}

/**
 * The language that a question is asked in, of a few. What frames a question ("define …") tells as words of grammar do;
 * where these tell of several alike, the one in which most of its words are known, and else the first. `isKnown`: whether
 * a word stands in the material as that language inflects it.
 */
export function languageOfQuestion(
  tokens: readonly Token[],
  languages: readonly Language[],
  isKnown: (word: string, language: Language) => boolean,
): Language {
  const ranked = bySharing(languages, ({ commonWords, questions }) => {
    const framing = questions.framing(tokens);
    return tokens.filter(({ word }, at) => commonWords.has(word) || framing.has(at)).length;
  });
  const alike = ranked.filter(({ share }) => share === ranked[0]?.share).map(({ language }) => language);
  const [best] = bySharing(alike, (language) => tokens.filter(({ word }) => isKnown(word, language)).length);
  return best?.language as Language;
}

/** The languages with the share of a text that is theirs, the largest first. */
function bySharing(
  languages: readonly Language[],
  shareOf: (language: Language) => number,
): { readonly language: Language; readonly share: number }[] {
  return languages.map((language) => ({ language, share: shareOf(language) })).sort((a, b) => b.share - a.share);
}
