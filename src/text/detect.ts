import { fold } from './fold.ts';
import type { Language } from './language.ts';
import { LANGUAGES, neutral } from './languages/index.ts';
import { NEIGHBOURS } from './languages/neighbours.ts';
import type { Token } from './token.ts';

/** So much of a text is looked at, in UTF-16 units. */
const MAX_SAMPLE = 4_000;
/** Shorter texts tell nothing. */
const MIN_WORDS = 8;
/**
 * Prose has stop words of its language for 35 to 55 % of its words, lists and notes for 15 % or more; of another
 * language's, the words that look alike, mostly less than 10 %.
 */
const MIN_STOP_WORDS = 0.12;
const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

/**
 * The language that a text is written in, by its stop words; the neutral one where it is none of those that are known.
 * `otherwise`: of texts of fewer than `minWords` words.
 */
export function languageOfText(text: string, otherwise: Language, minWords = MIN_WORDS): Language {
  const words = (text.slice(0, MAX_SAMPLE).match(WORD) ?? []).map(fold);
  if (words.length < minWords) return otherwise;
  const shareOf = (stopWords: ReadonlySet<string>) => words.filter((word) => stopWords.has(word)).length / words.length;
  const [first] = bySharing(LANGUAGES, ({ stopWords }) => shareOf(stopWords));
  const isKnown = first !== undefined && first.share >= MIN_STOP_WORDS;
  return isKnown && NEIGHBOURS.every((stopWords) => shareOf(stopWords) <= first.share) ? first.language : neutral;
}

/**
 * The language that a question is asked in, of a few: the first where nothing tells. What frames a question ("define …")
 * tells as words of grammar do.
 */
export function languageOfQuestion(tokens: readonly Token[], languages: readonly Language[]): Language {
  return bySharing(languages, ({ stopWords, questions }) => {
    const framing = questions.framing(tokens);
    return tokens.filter(({ word }, at) => stopWords.has(word) || framing.has(at)).length;
  })[0]?.language as Language;
}

/** The languages with the share of a text that is theirs, the largest first. */
function bySharing(
  languages: readonly Language[],
  shareOf: (language: Language) => number,
): { readonly language: Language; readonly share: number }[] {
  return languages.map((language) => ({ language, share: shareOf(language) })).sort((a, b) => b.share - a.share);
}
