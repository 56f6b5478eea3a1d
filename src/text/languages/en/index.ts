import { withLazy } from '../../../lazily.ts';
import type { Language } from '../../language.ts';
import { neutral } from '../neutral.ts';
import { ABBREVIATIONS } from './abbreviations.ts';
import { ALIASES } from './aliases.ts';
import { MONTHS } from './answer-types.ts';
import { definitionStrength } from './definitions.ts';
import { DEMONYMS, SEATS } from './demonyms.ts';
import { EITHER_WAY } from './either-way.ts';
import { LIGHT_WORDS } from './light-words.ts';
import { NEGATIONS } from './negations.ts';
import { suffixedNumber } from './numbers.ts';
import { oppositesOf, superlatives } from './opposites.ts';
import { questions } from './question-kinds.ts';
import { slipOf } from './slips.ts';
import { composeNumbers } from './spelt-numbers.ts';
import { statements } from './statements/index.ts';
import { stem } from './stem.ts';
import { FILLERS, STOP_WORDS } from './stop-words.ts';
import { phrases, synonymsOf } from './thesaurus.ts';
import { BEFORE_YEARS, COUNT_WORDS, DATE_WORDS, QUANTITY_WORDS, TIME_WORDS } from './value-words.ts';
import { wordVectors } from './vectors.ts';

export const english = withLazy<Language>(
  {
    ...neutral,
    code: 'en',
    stopWords: STOP_WORDS,
    commonWords: STOP_WORDS,
    fillers: FILLERS,
    slipOf,
    hasUnknownForms: false,
    stem,
    suffixedNumber,
    composeNumbers,
    abbreviations: ABBREVIATIONS,
    negations: NEGATIONS,
    aliases: ALIASES,
    relatives: [...DEMONYMS, ...SEATS],
    oppositesOf,
    hasThesaurus: true,
    // Words of opposite meaning stand in the same places, and so among a thesaurus's nearest.
    synonymsOf: (key) => synonymsOf(key).filter(({ term }) => !oppositesOf(key).has(term)),
    wordVectors,
    dateWords: DATE_WORDS,
    quantityWords: QUANTITY_WORDS,
    countWords: COUNT_WORDS,
    definitionStrength,
    questions,
    statements,
  },
  {
    lightTerms: termsOf(LIGHT_WORDS),
    months: termsOf(MONTHS),
    eitherWay: termsOf(EITHER_WAY),
    superlatives,
    phrases,
    timeTerms: termsOf([...DATE_WORDS, ...TIME_WORDS]),
    beforeYears: termsOf(BEFORE_YEARS),
    quantityTerms: termsOf(QUANTITY_WORDS),
  },
);

function termsOf(words: Iterable<string>): () => ReadonlySet<string> {
  return () => new Set([...words].map((word) => (STOP_WORDS.has(word) ? word : stem(word))));
}
