import fc from 'fast-check';
import type { SearchDocument } from '../../src/search/types.ts';

/** Few words, so that generated texts and questions share many. */
const WORDS = `harbour harbor barley rye mill miller milling engine engines Cuba Cuban treaty treaties signed 1904 1905
ten 10 percent the of and in was Port Amel visa-free visafree anti-aircraft aircraft Chávez chavez Lavrov's king kings
organised organization colour`.split(/\s+/);

const word = fc.constantFrom(...WORDS);

const sentence = fc
  .array(word, { minLength: 1, maxLength: 12 })
  .map((words) => `${(words[0] as string).replace(/^./, (c) => c.toUpperCase())} ${words.slice(1).join(' ')}.`);

const text = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((sentences) => sentences.join(' '));

/** Up to 14 documents in up to three works. */
export const documents = fc
  .array(fc.tuple(text, fc.constantFrom('Mills', 'Treaties of Cuba', '')), { minLength: 1, maxLength: 14 })
  .map((rows) => rows.map(([body, title], at): SearchDocument => ({ id: `d${at}`, group: title, title, text: body })));

export const question = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));

export const questions = fc.array(question, { minLength: 1, maxLength: 4 });
