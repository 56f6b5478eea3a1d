import type { Language } from '../language.ts';
import { german } from './de/index.ts';
import { english } from './en/index.ts';
import { spanish } from './es/index.ts';
import { french } from './fr/index.ts';
import { italian } from './it/index.ts';
import { neutral } from './neutral.ts';
import { OTHERS } from './others.ts';
import { portuguese } from './pt/index.ts';
import { russian } from './ru/index.ts';

export { english, neutral };

/** Those with a folder of their own, and the ones of which no more is known than their commonest words. */
export const KNOWN_LANGUAGES: readonly Language[] = [
  ...[english, spanish, portuguese, french, german, italian, russian],
  ...OTHERS,
];

/** The language of a code; the neutral one where it is not known. */
export function languageOf(code: string): Language {
  return KNOWN_LANGUAGES.find((language) => language.code === code) ?? neutral;
}
