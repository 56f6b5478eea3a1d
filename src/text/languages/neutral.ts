import type { Language } from '../language.ts';

/** No language in particular: words as they are written, without stems, stop words or synonyms. */
export const neutral: Language = {
  code: 'und',
  stopWords: new Set(),
  stem: (word) => word,
  suffixedNumber: () => undefined,
  composeNumbers: (tokens) => tokens,
  abbreviations: new Set(),
  lightTerms: new Set(),
  negations: new Set(),
  months: new Set(),
  aliases: [],
  relatives: [],
  synonymsOf: () => [],
  dateWords: new Set(),
  quantityWords: new Set(),
  countWords: new Set(),
  questions: {
    typeOf: () => 'any',
    isTypeNoun: () => false,
    kindOf: () => 'any',
    pairOf: () => undefined,
    asksWhy: () => false,
    asksWhether: () => false,
    asksForPerson: () => false,
    asks: () => false,
    asksForIdentity: () => false,
    isKeywords: () => false,
  },
};
