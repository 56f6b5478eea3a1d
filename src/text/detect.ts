import { fold } from './fold.ts';
import type { Language } from './language.ts';
import { KNOWN_LANGUAGES, languageOf, neutral } from './languages/index.ts';
import { isInThesaurus } from './thesaurus.ts';
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
/** Terse notes have few words of grammar, but others: .4 to .6 of their words stand in their language's thesaurus, .1 to .3 in another's. */
const MIN_KNOWN_WORDS = 0.35;
const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
/** A unit, a variable or an element; some lists of common words have each letter. */
const LONE_CONSONANT = /^[b-df-hj-np-tv-xz]$/;
/** Scripts that one language is written in; Chinese is what has Han characters and no kana. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['el', /\p{sc=Grek}/gu],
  ['he', /\p{sc=Hebr}/gu],
  ['th', /\p{sc=Thai}/gu],
  ['ko', /\p{sc=Hang}/gu],
  ['ja', /[\p{sc=Hira}\p{sc=Kana}]/gu],
  ['zh', /\p{sc=Han}/gu],
];
const IN_SOME_SCRIPT = /[\p{sc=Grek}\p{sc=Hebr}\p{sc=Thai}\p{sc=Hang}\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u;
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
  const script = IN_SOME_SCRIPT.test(sample) ? scriptOf(sample) : undefined;
  if (script !== undefined) return languageOf(script);
  const words = (sample.match(WORD) ?? []).map(fold).filter((word) => !LONE_CONSONANT.test(word));
  if (words.length < minWords) return otherwise;
  const shareOf = ({ commonWords }: Language) => count(words, (word) => commonWords.has(word)) / words.length;
  const near = mostSharing(likely, shareOf);
  // No other language has twice as much as half of the words.
  if (near !== undefined && near.share > 0.5) return near.language;
  const first = mostSharing(KNOWN_LANGUAGES, shareOf);
  if (first === undefined || first.share < MIN_COMMON_WORDS)
    return likely.find((language) => knowsMany(language, words)) ?? neutral;
  return near !== undefined && 2 * near.share > first.share ? near.language : first.language;
}

/** Whether a text has many words of a language's thesaurus. */
function knowsMany(language: Language, words: readonly string[]): boolean {
  const known = count(words, (word) => language.commonWords.has(word) || isInThesaurus(word, language));
  return known >= MIN_KNOWN_WORDS * words.length;
}

/** The code of the language whose script a text is in. */
function scriptOf(text: string): string | undefined {
  return SCRIPTS.find(([, letters]) => (text.match(letters)?.length ?? 0) > MIN_IN_SCRIPT * text.length)?.[0];
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
  if (languages.length === 1) return languages[0] as Language;
  const counts = languages.map(({ commonWords, questions }) => {
    const framing = questions.framing(tokens);
    return count(tokens, ({ word }, at) => commonWords.has(word) || framing.has(at));
  });
  const most = Math.max(...counts);
  const alike = languages.filter((_, at) => counts[at] === most);
  return mostSharing(alike, (language) => count(tokens, ({ word }) => isKnown(word, language)))?.language as Language;
}

/** The language that the largest share of a text is in, with that share; the first of equal ones. */
function mostSharing(
  languages: readonly Language[],
  shareOf: (language: Language) => number,
): { readonly language: Language; readonly share: number } | undefined {
  let most: { language: Language; share: number } | undefined;
  for (const language of languages) {
    const share = shareOf(language);
    if (most === undefined || share > most.share) most = { language, share };
  }
  return most;
}

function count<T>(all: readonly T[], test: (one: T, at: number) => boolean): number {
  let found = 0;
  for (let at = 0; at < all.length; at++) if (test(all[at] as T, at)) found++;
  return found;
}
