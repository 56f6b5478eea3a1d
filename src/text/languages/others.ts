/// <reference path="./stopword.d.ts" />
import * as lists from 'stopword';
import { analyserOf } from '../analyser.ts';
import { fold } from '../fold.ts';
import type { Language } from '../language.ts';
import { neutral } from './neutral.ts';

const COMMON_WORDS: Readonly<Record<string, readonly string[]>> = {
  ar: lists.ara,
  bg: lists.bul,
  bn: lists.ben,
  ca: lists.cat,
  cs: lists.ces,
  da: lists.dan,
  el: lists.ell,
  fa: lists.fas,
  fi: lists.fin,
  he: lists.heb,
  hi: lists.hin,
  hr: lists.hrv,
  hu: lists.hun,
  id: lists.ind,
  ja: lists.jpn,
  ko: lists.kor,
  nb: lists.nob,
  nl: lists.nld,
  pl: lists.pol,
  ro: lists.ron,
  sk: lists.slk,
  sl: lists.slv,
  sv: lists.swe,
  th: lists.tha,
  tr: lists.tur,
  uk: lists.ukr,
  vi: lists.vie,
  zh: lists.zho,
};

/** Words that ask, which the lists lack. */
const ASKING: Readonly<Record<string, string>> = {
  ca: 'quants quantes',
  da: 'hvilket hvilke',
  el: 'πότε πού ποιος τι πώς γιατί πόσο πόσα',
  fi: 'milloin missä kuka mikä mitä miten miksi kuinka',
  nb: 'hvilket',
  nl: 'wanneer waar waarom hoeveel welke welk',
  tr: 'kaç nedir',
  uk: 'хто чому скільки які',
};

/** Those that write decimals behind a point. */
const WITH_POINT: ReadonlySet<string> = new Set(['ar', 'bn', 'fa', 'he', 'hi', 'ja', 'ko', 'th', 'zh']);

/**
 * Languages of which no more is known than their commonest words. These are searched for like all others, since without
 * stems and synonyms each word that is found counts; but by them alone a question is about nothing.
 */
export const OTHERS: readonly Language[] = Object.entries(COMMON_WORDS).map(([code, words]) =>
  withWords(code, [...words, ...(ASKING[code]?.split(' ') ?? [])]),
);

/** Folding thousands of words takes time, and most processes need few lists or none. */
function withWords(code: string, words: readonly string[]): Language {
  let common: ReadonlySet<string> | undefined;
  let light: ReadonlySet<string> | undefined;
  return {
    ...neutral,
    code,
    decimalSign: WITH_POINT.has(code) ? 'point' : 'comma',
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
