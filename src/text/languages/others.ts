/// <reference path="./stopword.d.ts" />
import { createRequire } from 'node:module';
import { lazily, withLazy } from '../../lazily.ts';
import { analyserOf } from '../analyser.ts';
import { fold } from '../fold.ts';
import type { Language } from '../language.ts';
import { neutral } from './neutral.ts';

type Lists = typeof import('stopword');

const require = createRequire(import.meta.url);
/** All lists in one file of 240 kB, which is read when a text is first compared with them. */
const lists = lazily(() => require('stopword') as Lists);

/** Each language's list. */
const COMMON_WORDS: Readonly<Record<string, keyof Lists>> = {
  ar: 'ara',
  bg: 'bul',
  bn: 'ben',
  ca: 'cat',
  cs: 'ces',
  da: 'dan',
  el: 'ell',
  fa: 'fas',
  fi: 'fin',
  he: 'heb',
  hi: 'hin',
  hr: 'hrv',
  hu: 'hun',
  id: 'ind',
  ja: 'jpn',
  ko: 'kor',
  nb: 'nob',
  nl: 'nld',
  pl: 'pol',
  ro: 'ron',
  sk: 'slk',
  sl: 'slv',
  sv: 'swe',
  th: 'tha',
  tr: 'tur',
  uk: 'ukr',
  vi: 'vie',
  zh: 'zho',
};

/** Words that ask, which the lists lack. */
const ASKING: Readonly<Record<string, string>> = {
  ca: 'quants quantes',
  da: 'hvilket hvilke',
  ar: 'لماذا متى كيف أين كم أي بأي لأي بكم مم ممن بماذا',
  el: 'πότε πού ποιος ποια ποιο ποιον ποιαν ποιου ποιας ποιοι ποιες ποιους ποιων τι πώς γιατί πόσο πόσα πόση πόσος πόσοι πόσες πόσους',
  fi: 'milloin missä kuka mikä mitä miten miksi kuinka',
  hi: 'क्या कैसे कैसी कैसा कितना कितने कितनी किस किसने किसे किसका किसकी किसके किन कब क्यों कहाँ कहां कौन',
  ja: '何 どこ いつ 誰 だれ どの どんな どれ どう どうして どのよう なぜ いくら いくつ くらい',
  nb: 'hvilket',
  nl: 'wanneer waar waarom hoeveel welke welk',
  ro: 'cui care câți câte cât câtă când unde cum cine',
  th: 'ใด กี่ อะไร ไหน เท่าไร เท่าใด ใคร ทำไม เมื่อใด อย่างไร',
  tr: 'kaç nedir nereden nereye nerede neyi neye neyle hangisi hangi neden niçin nasıl kim kimin kimi ne',
  uk: 'хто чому скільки які',
  vi: 'nào gì ai đâu mấy bao nhiêu sao',
};

/** Those that write syllables apart, or are read in pairs of signs: these are parts of words already, and do not change. */
const IN_PARTS: ReadonlySet<string> = new Set(['ja', 'th', 'vi', 'zh']);
/** Those that write decimals behind a point. */
const WITH_POINT: ReadonlySet<string> = new Set(['ar', 'bn', 'fa', 'he', 'hi', 'ja', 'ko', 'th', 'zh']);

/**
 * Languages of which no more is known than their commonest words. These are searched for like all others, since without
 * stems and synonyms each word that is found counts; but by them alone a question is about nothing.
 */
export const OTHERS: readonly Language[] = Object.entries(COMMON_WORDS).map(([code, list]) => withWords(code, list));

function withWords(code: string, list: keyof Lists): Language {
  const words = () => [...lists()[list], ...(ASKING[code]?.split(' ') ?? [])];
  const decimalSign = WITH_POINT.has(code) ? 'point' : 'comma';
  return withLazy<Language>(
    {
      ...neutral,
      code,
      decimalSign,
      hasUnknownForms: !IN_PARTS.has(code),
      ...(code === 'vi' && { stem: (word: string) => word }),
    },
    {
      commonWords: () => new Set(words().map(fold)),
      lightTerms: () =>
        new Set(
          words().flatMap((word) =>
            analyserOf(neutral)
              .analyse(word)
              .map(({ term }) => term),
          ),
        ),
    },
  );
}
