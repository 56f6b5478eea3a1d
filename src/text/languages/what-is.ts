import { lazily } from '../../lazily.ts';
import type { Token } from '../token.ts';

/**
 * How one asks what something is, in languages without a folder of their own: at one end of a question, whatever the
 * other words are.
 */
const PHRASES: readonly string[] = [
  // Italian, Romanian, Catalan
  `che cos'è|che cosa è|cosa è|cos'è|che cosa sono|cosa sono|cosa significa|cosa vuol dire|cosa si intende per|chi è|chi era|definizione|significato`,
  `ce este|ce sunt|ce înseamnă|cine este|cine a fost|definiția|què és|què són|qui és|definició`,
  // Dutch and the Scandinavian languages
  'wat is|wat zijn|wat betekent|wie is|wie was|definitie|betekenis|vad är|vad betyder|vem är|hvad er|hvem er|hva er|definition',
  // Polish, Czech, Ukrainian
  'co to jest|co to są|co to|czym jest|czym są|kto to jest|kim jest|kim był|kim była|co znaczy|co oznacza|definicja|co je|co je to|co znamená|kdo je|kdo byl|definice|що таке|хто такий|хто така|що означає|визначення',
  // Turkish, Greek, Hungarian, Finnish, Indonesian, Vietnamese
  'nedir|ne demek|ne demektir|ne anlama gelir|kimdir|tanımı|τι είναι|τι σημαίνει|ποιος είναι|ποια είναι|ορισμός|mi az|mi az a|mi a|ki volt|mikä on|mitä on|mitä tarkoittaa|kuka on|apa itu|apa arti|là gì|nghĩa là gì|là ai|định nghĩa',
  // Arabic, Hebrew, Persian, Hindi
  'ما هو|ما هي|ماهو|ماهي|من هو|من هي|ما معنى|تعريف|מה זה|מהו|מהי|מי זה|מי היה|چیست|یعنی چه|کیست|क्या है|क्या हैं|कौन है|कौन हैं|कौन था|का अर्थ|की परिभाषा|परिभाषा',
  // Chinese, Japanese, Korean, Thai
  '什么是|是什么|什么叫|是谁|谁是|的定义|什麼是|是什麼|とは何ですか|とは何|とは|って何|は何ですか|とは誰ですか|は誰ですか|란|이란|무엇인가요|무엇입니까|뭐야|คืออะไร|หมายถึงอะไร|คือใคร',
];

/** No phrase has more words. */
const MAX_WORDS = 7;

/**
 * The places of the longest such phrase that a question begins or ends with. `analyse`: parts the phrases as questions
 * are parted.
 */
export function whatIsFinder(
  analyse: (text: string) => readonly Token[],
): (tokens: readonly Token[]) => ReadonlySet<number> {
  const known = lazily(
    () => new Set(PHRASES.flatMap((list) => list.split('|')).map((phrase) => joined(analyse(phrase)))),
  );
  return (tokens) => {
    for (let words = Math.min(MAX_WORDS, tokens.length); words > 0; words--) {
      for (const from of [0, tokens.length - words]) {
        const run = tokens.slice(from, from + words);
        if (known().has(joined(run))) return new Set(run.map((_, at) => from + at));
      }
    }
    return new Set();
  };
}

/** Where a script writes no spaces, words are parted by what stands around them. */
const joined = (tokens: readonly Token[]): string => tokens.map(({ word }) => word).join('');
