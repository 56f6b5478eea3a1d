/// <reference path="./stopword.d.ts" />
import {
  ara,
  ben,
  bul,
  cat,
  ces,
  dan,
  ell,
  fas,
  fin,
  heb,
  hin,
  hrv,
  hun,
  ind,
  ita,
  jpn,
  kor,
  nld,
  nob,
  pol,
  ron,
  slk,
  slv,
  swe,
  tha,
  tur,
  ukr,
  vie,
  zho,
} from 'stopword';
import { analyserOf } from '../analyser.ts';
import { fold } from '../fold.ts';
import type { Language } from '../language.ts';
import { neutral } from './neutral.ts';

const COMMON_WORDS: Readonly<Record<string, readonly string[]>> = {
  ar: ara,
  bg: bul,
  bn: ben,
  ca: cat,
  cs: ces,
  da: dan,
  el: ell,
  fa: fas,
  fi: fin,
  he: heb,
  hi: hin,
  hr: hrv,
  hu: hun,
  id: ind,
  it: ita,
  ja: jpn,
  ko: kor,
  nb: nob,
  nl: nld,
  pl: pol,
  ro: ron,
  sk: slk,
  sl: slv,
  sv: swe,
  th: tha,
  tr: tur,
  uk: ukr,
  vi: vie,
  zh: zho,
};

/**
 * Languages of which no more is known than their commonest words. These are searched for like all others, since without
 * stems and synonyms each word that is found counts; but by them alone a question is about nothing.
 */
export const OTHERS: readonly Language[] = Object.entries(COMMON_WORDS).map(([code, words]) => withWords(code, words));

/** Folding thousands of words takes time, and most processes need few lists or none. */
function withWords(code: string, words: readonly string[]): Language {
  let common: ReadonlySet<string> | undefined;
  let light: ReadonlySet<string> | undefined;
  return {
    ...neutral,
    code,
    get commonWords() {
      common ??= new Set(words.map(fold));
      return common;
    },
    get lightTerms() {
      const { analyse } = analyserOf(neutral);
      light ??= new Set(words.flatMap((word) => analyse(word).map(({ term }) => term)));
      return light;
    },
  };
}
