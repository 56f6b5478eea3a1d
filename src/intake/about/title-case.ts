import { languageOfText } from '../../text/detect.ts';
import { fold } from '../../text/fold.ts';
import type { Language } from '../../text/language.ts';
import { isEnglishWord } from '../../text/languages/en/thesaurus.ts';
import { english } from '../../text/languages/index.ts';
import { countLetters } from '../blocks/letters.ts';
import type { Block } from '../blocks/types.ts';
import { SMALL_IN_TITLES } from '../words/english.ts';

const WORD = /\p{L}[\p{L}\p{M}\p{N}'’]*/gu;
/** Up to 39. */
const ROMAN = /^(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})$/;

/**
 * A title that is set in capitals, as its words are written in a text that is not: abbreviations and names as they stand
 * there, other words as titles have them in its language. Where the form of one word is unknown, the whole title stays as
 * it is.
 */
export function titleInText(title: string, blocks: readonly Block[]): string {
  if (/\p{Ll}/u.test(title) || !/\p{Lu}{2}/u.test(title)) return title;
  const all = blocks.map((block) => block.text);
  const mixed = all.filter((line) => /\p{Ll}/u.test(line));
  if (lettersIn(mixed) < lettersIn(all) / 2) return title;
  const text = mixed.join('\n');
  const forms = formsIn(text);
  const language = languageOfText(text, english);
  const isEnglish = language === english;
  const written = (title.match(WORD) ?? []).map((word) => formOf(word, forms, language));
  if (written.includes(undefined)) return title;
  let at = 0;
  return title.replace(WORD, (word, index: number) => {
    const form = written[at++] ?? word;
    const isFirst = at === 1 || /[:.?!–—]\s+["'“‘«„]?$/.test(title.slice(0, index));
    const isSmall = !isEnglish || (SMALL_IN_TITLES.test(form) && at < written.length);
    return isFirst || !isSmall ? capitalised(form) : form;
  });
}

/** How a word is written outside capitals; undefined where that is unknown. */
function formOf(word: string, forms: Forms, language: Language): string | undefined {
  const lower = word.toLowerCase();
  const found = forms.get(lower);
  if (found !== undefined) {
    // "IT" and "it" are two words.
    if (found.has(word) && found.has(lower) && word.length > 1) return undefined;
    return [...found].reduce((best, form) => (form[1] > best[1] ? form : best))[0];
  }
  if (ROMAN.test(word) || /\p{N}/u.test(word)) return word;
  return isOrdinary(lower, language) ? lower : undefined;
}

/** English words of two letters are as often short for something: "US", "IT". */
function isOrdinary(word: string, language: Language): boolean {
  if (language !== english) return language.commonWords.has(fold(word));
  return SMALL_IN_TITLES.test(word) || (word.length > 2 && (english.commonWords.has(word) || isEnglishWord(word)));
}

const lettersIn = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + countLetters(text), 0);

/** The ways in which each word is written within sentences, where a capital is its own, with how often. */
type Forms = ReadonlyMap<string, ReadonlyMap<string, number>>;

function formsIn(text: string): Forms {
  const forms = new Map<string, Map<string, number>>();
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const isOwn =
      /^(?:\p{Ll}|\p{Lu}{2})/u.test(word) || /[\p{Ll}\p{N},;)] $/u.test(text.slice(Math.max(index - 2, 0), index));
    if (!isOwn) continue;
    const counts = forms.get(word.toLowerCase()) ?? new Map<string, number>();
    forms.set(word.toLowerCase(), counts.set(word, (counts.get(word) ?? 0) + 1));
  }
  return forms;
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
