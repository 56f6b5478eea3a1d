import { analyserOf } from '../analyser.ts';
import type { Language } from '../language.ts';
import { beginningOf } from './stems.ts';
import { whatIsFinder } from './what-is.ts';

/** Words are indexed under so many letters: endings go, whatever the language puts there. */
const STEM_LETTERS = 6;
/** Articles that Arabic writes as a part of the word. */
const ARTICLES = /^(?:[وفبك]?ال|لل)(?=\p{sc=Arabic}{3})/u;
/** Shorter questions may ask what something is, whatever the words for it are. */
const MAX_BARE_WORDS = 4;
/** Nor have those that ask it in so many words more beside them. */
const MAX_TERM_WORDS = 6;
/** A passage begins with what it is about, perhaps behind an article or preposition. */
const OPENS = /^["“„«]?(?:\p{L}{1,4}(?:\s|['’]))?["“„«]?$/u;
const MAX_OPENING = 8;

const NO_UNITS: ReadonlySet<string> = new Set();
const framing = whatIsFinder((text) => analyserOf(neutral).analyse(text));

const NO_TERMS: ReadonlySet<string> = new Set();

/** No language in particular: no stop words, no synonyms, and the beginning of a word for its stem. */
export const neutral: Language = {
  code: 'und',
  stopWords: new Set(),
  commonWords: new Set(),
  fillers: new Set(),
  slipOf: () => undefined,
  hasUnknownForms: true,
  stem: (word) => beginningOf(word.replace(ARTICLES, ''), STEM_LETTERS),
  decimalSign: 'point',
  suffixedNumber: () => undefined,
  composeNumbers: (tokens) => tokens,
  abbreviations: new Set(),
  abbreviationsOfNumbers: new Set(),
  afterOrdinals: new Set(),
  lightTerms: new Set(),
  capitalisesNouns: false,
  negations: new Set(),
  eitherWay: new Set(),
  oppositesOf: () => NO_TERMS,
  superlatives: new Set(),
  months: new Set(),
  aliases: [],
  relatives: [],
  hasThesaurus: false,
  phrases: new Set(),
  synonymsOf: () => [],
  wordVectors: () => undefined,
  dateWords: new Set(),
  quantityWords: new Set(),
  timeTerms: new Set(),
  beforeYears: new Set(),
  quantityTerms: new Set(),
  countWords: new Set(),
  definitionStrength: (text, start) => (start <= MAX_OPENING && OPENS.test(text.slice(0, start)) ? 0.9 : 0),
  questions: {
    typeOf: () => 'any',
    unitsOf: () => NO_UNITS,
    isTypeNoun: () => false,
    kindOf: () => 'any',
    pairOf: () => undefined,
    asksWhy: () => false,
    asksWhether: () => false,
    asksForPerson: () => false,
    asks: () => false,
    asksForIdentity: () => false,
    asksForDefinition(tokens) {
      const { size } = framing(tokens);
      return tokens.length <= MAX_BARE_WORDS || (size > 0 && tokens.length <= size + MAX_TERM_WORDS);
    },
    framing,
    preamble: () => new Set(),
    requestOf: () => undefined,
    callsWork: () => false,
    accountIn: () => undefined,
    splitSentence: () => [],
    compared: () => [],
    withName: (question) => question,
    isKeywords: () => false,
  },
  statements: {
    statementsIn: () => [],
    standsAlone: () => false,
    goesOn: () => false,
    define: (term, definition) => ({
      kind: 'definition',
      subject: term,
      attribute: '=',
      value: definition,
      questions: [`${term}?`],
    }),
  },
};
