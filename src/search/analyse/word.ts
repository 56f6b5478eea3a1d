import { stemmer } from 'stemmer';
import { fold } from './fold.ts';
import { regular } from './irregular.ts';
import { oneSpelling } from './spelling.ts';

/** A word in the two forms that matter: as one would write it plainly, and the stem under which it is indexed. */
export interface Word {
  readonly word: string;
  readonly term: string;
}

/** Remembered words; emptied when full, so that hostile input cannot grow it without bound. */
const REMEMBERED = 50_000;
/** No word of any language is longer; a longer run is compared by its beginning. */
const LONGEST = 64;
const cache = new Map<string, Word>();

/** The folded word without a possessive ending or apostrophes: "Lavrov’s" and "lavrovs'" are "lavrov" and "lavrovs". */
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

/** Folds and stems one word. "Organisations’" has the word "organisations" and the term "organis". */
export function normaliseWord(raw: string): Word {
  const known = cache.get(raw);
  if (known !== undefined) return known;
  const word = withoutApostrophe(fold(raw.length > LONGEST ? raw.slice(0, LONGEST) : raw));
  const result = { word, term: stem(word) };
  if (cache.size >= REMEMBERED) cache.clear();
  cache.set(raw, result);
  return result;
}
