import { stemmer } from 'stemmer';
import { fold } from '../../fold.ts';
import { regular } from './irregular.ts';
import { oneSpelling } from './spelling.ts';
import { isStopWord } from './stop-words.ts';

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
const REMEMBERED = 100_000;
/** No word of any language is longer; a longer run is compared by its beginning. */
export const LONGEST = 64;
const cache = new Map<string, Word>();
const LEADING_CAPITAL = /^\p{Lu}/u;

/** Folds and stems one word. "Organisations’" has the word "organisations" and the term "organis". */
export function normaliseWord(raw: string): Word {
  const known = cache.get(raw);
  if (known !== undefined) return known;
  const result = normalise(raw.length > LONGEST ? raw.slice(0, LONGEST) : raw);
  if (cache.size >= REMEMBERED) cache.clear();
  cache.set(raw, result);
  return result;
}

function normalise(raw: string): Word {
  const capital = LEADING_CAPITAL.test(raw);
  const folded = fold(raw);
  const word = withoutApostrophe(folded);
  // Capitals tell the country from the pronoun.
  if (word === 'us' && capital && raw === raw.toUpperCase()) return { word: 'u.s', term: 'u.s', stop: false, capital };
  const stop = isStopWord(word) || isStopWord(folded);
  return { word, term: stop ? word : stem(word), stop, capital };
}

/** The folded word without a possessive ending or apostrophes: "lavrov's" and "lavrovs'" are "lavrov" and "lavrovs". */
function withoutApostrophe(folded: string): string {
  if (!folded.includes("'")) return folded;
  return folded.replace(/'s$/, '').replace(/'/g, '');
}

/** The stem of a plain word: one spelling, base form of irregulars, then Porter's algorithm (Porter, 1980). */
export function stem(word: string): string {
  if (/[^a-z]/.test(word)) return word;
  const base = regular(oneSpelling(word));
  return base.length <= 2 ? base : stemmer(base);
}
