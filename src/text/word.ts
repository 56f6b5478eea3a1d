import { fold } from './fold.ts';
import type { Language } from './language.ts';

/** A word in the forms that matter. */
export interface Word {
  /** Folded, without possessive or apostrophes: as one would write it plainly. */
  readonly word: string;
  /** What it is indexed under: its stem, or itself where it is a stop word. */
  readonly term: string;
  readonly stop: boolean;
  /** Written with a capital first letter. */
  readonly capital: boolean;
}

/** Remembered words; emptied when full, so that hostile input cannot grow it without bound. */
const MAX_REMEMBERED = 100_000;
/** No word of any language is longer; a longer run is compared by its beginning. */
export const MAX_WORD = 64;
const LEADING_CAPITAL = /^\p{Lu}/u;

/** Folds and stems words in a language, remembering them. */
export function normaliser(language: Language): (raw: string) => Word {
  const cache = new Map<string, Word>();
  return (raw) => {
    const known = cache.get(raw);
    if (known !== undefined) return known;
    const result = normalise(raw.length > MAX_WORD ? raw.slice(0, MAX_WORD) : raw, language);
    if (cache.size >= MAX_REMEMBERED) cache.clear();
    cache.set(raw, result);
    return result;
  };
}

function normalise(raw: string, { stopWords, stem, hasUnknownForms }: Language): Word {
  const capital = LEADING_CAPITAL.test(raw);
  const folded = fold(raw);
  const word = withoutApostrophe(hasUnknownForms ? folded.replace(SUFFIX, '') : folded);
  // Capitals tell the country from the pronoun.
  if (word === 'us' && capital && raw === raw.toUpperCase()) return { word: 'u.s', term: 'u.s', stop: false, capital };
  const stop = stopWords.has(word) || stopWords.has(folded);
  return { word, term: stop ? word : stem(word), stop, capital };
}

/**
 * Stems that do not look like words of grammar, which are not searched for: "Ines" is not "in", nor is "used" the pronoun.
 */
export function apartFrom(stopWords: ReadonlySet<string>, stem: (word: string) => string): (word: string) => string {
  return (word) => {
    const term = stem(word);
    return stopWords.has(term) ? `${term}${STEM}` : term;
  };
}

/** No word ends in it. */
const STEM = '-';

/** What an apostrophe parts from a name, as in "Ankara'da"; in other scripts, as in "комп'ютер", it is a sign of the word. */
const SUFFIX = /(?<=^\p{sc=Latin}{3,})'\p{sc=Latin}+$/u;

/** The folded word without a possessive ending or apostrophes: "lavrov's" and "lavrovs'" are "lavrov" and "lavrovs". */
function withoutApostrophe(folded: string): string {
  if (!folded.includes("'")) return folded;
  return folded.replace(/'s$/, '').replace(/'/g, '');
}
