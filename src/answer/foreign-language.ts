import type { QueryWord } from '../search/types.ts';
import { analyserOf } from '../text/analyser.ts';
import { languageOfText } from '../text/detect.ts';
import type { Language } from '../text/language.ts';
import { languageOf, neutral } from '../text/languages/index.ts';
import type { Candidates } from './candidates/gather.ts';
import type { KnowledgeBase } from './knowledge-base.ts';

/** The code of the language that a question is asked in, where nothing that is searched is in it. */
export function foreignLanguageOf(
  question: string,
  { languages }: KnowledgeBase,
  found: Candidates,
): string | undefined {
  const likely = [...languages].map(languageOf);
  const asked = languageOfText(question, neutral, { minWords: MIN_WORDS_OF_QUESTION, likely });
  if (asked === neutral || languages.has(asked.code) || !isPlainlyIn(asked, question)) return undefined;
  if (isMostlyKnown(found.words)) return undefined;
  return asked.code;
}

/** Whether most words stand in what is searched, names and numbers aside: these are written alike in many languages. */
function isMostlyKnown(words: readonly QueryWord[]): boolean {
  const telling = words.filter(({ isName, isNumber }) => !isName && !isNumber);
  return 2 * telling.filter(({ as }) => as === 'known').length > telling.length;
}

/** A question of so many words tells its language. */
const MIN_WORDS_OF_QUESTION = 3;

/**
 * One common word may be part of a name, as in "Rio de Janeiro", and a letter of an abbreviation: it takes two, or one that
 * asks, or a word in small letters, or of a script without capitals, beyond ASCII.
 */
function isPlainlyIn(language: Language, question: string): boolean {
  if (BEYOND_ASCII.test(question)) return true;
  const tokens = analyserOf(language).analyse(question);
  if (language.questions.typeOf(tokens) !== 'any') return true;
  const common = [...new Set(tokens.map(({ word }) => word))].filter((word) => language.commonWords.has(word));
  return common.length > 1 && common.some(({ length }) => length > 1);
}

const BEYOND_ASCII = /\p{Lo}|(?<!\p{L})[a-z]*(?![a-z])\p{Ll}/u;
