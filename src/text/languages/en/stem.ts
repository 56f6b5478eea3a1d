import { stemmer } from 'stemmer';
import { regular } from './irregular.ts';
import { oneSpelling } from './spelling.ts';

/** The stem of a plain word: one spelling, base form of irregulars, then Porter's algorithm (Porter, 1980). */
export function stem(word: string): string {
  if (/[^a-z]/.test(word)) return word;
  const base = regular(oneSpelling(word));
  return base.length <= 2 ? base : stemmer(base);
}
