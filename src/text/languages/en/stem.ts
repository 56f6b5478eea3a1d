import { stemmer } from 'stemmer';
import { apartFrom } from '../../word.ts';
import { regular } from './irregular.ts';
import { oneSpelling } from './spelling.ts';
import { STOP_WORDS } from './stop-words.ts';

/** Forms of longer ones, as "known" and "lets", are words of grammar as well. */
const UNINFLECTED: ReadonlySet<string> = new Set([...STOP_WORDS].filter(({ length }) => length <= 2));

/** The stem of a plain word: one spelling, base form of irregulars, then Porter's algorithm (Porter, 1980). */
export const stem = apartFrom(UNINFLECTED, (word) => {
  if (/[^a-z]/.test(word)) return word;
  const base = regular(oneSpelling(word));
  return base.length <= 2 ? base : stemmer(base);
});
