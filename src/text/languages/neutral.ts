import type { Language } from '../language.ts';

/** Words are indexed under so many letters: endings go, whatever the language puts there. */
const STEM_LETTERS = 6;
/** Shorter questions may ask what something is, whatever the words for it are. */
const MAX_TERM_WORDS = 4;

/** No language in particular: no stop words, no synonyms, and the beginning of a word for its stem. */
export const neutral: Language = {
  code: 'und',
  stopWords: new Set(),
  fillers: new Set(),
  stem: (word) => [...word].slice(0, STEM_LETTERS).join(''),
  suffixedNumber: () => undefined,
  composeNumbers: (tokens) => tokens,
  abbreviations: new Set(),
  afterOrdinals: new Set(),
  lightTerms: new Set(),
  negations: new Set(),
  oppositesOf: () => new Set(),
  months: new Set(),
  aliases: [],
  relatives: [],
  synonymsOf: () => [],
  dateWords: new Set(),
  quantityWords: new Set(),
  countWords: new Set(),
  definitionStrength: (_, start) => (start === 0 ? 0.2 : 0),
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
    asksForDefinition: (tokens) => tokens.length <= MAX_TERM_WORDS,
    framing: () => new Set(),
    namesSource: () => false,
    splitSentence: () => [],
    compared: () => [],
    withName: (question) => question,
    isKeywords: () => false,
  },
  statements: {
    statementsIn: () => [],
    define: (term, definition) => ({
      kind: 'definition',
      subject: term,
      attribute: '=',
      value: definition,
      questions: [`${term}?`],
    }),
  },
};
