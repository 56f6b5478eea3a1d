import fc from 'fast-check';
import type { SearchDocument } from '../../src/search/types.ts';
import { anyCharacter } from '../support/characters.ts';
import { question } from './generated.ts';

const NOUNS = `river bridge tower garden market letter engine captain winter village mountain treaty museum painter
violin harvest factory railway teacher island`.split(/\s+/);

const SYLLABLES = 'ba cor den fil gra hor ins ker lom mar nit ost per qua ren sto tal ver win zed'.split(' ');

/** One of 8,000 words of three syllables, alike enough for slips to have many neighbours. */
function madeUp(number: number): string {
  return [1, 20, 400].map((step) => SYLLABLES[Math.floor(number / step) % 20]).join('');
}

export function passages(count: number): SearchDocument[] {
  return Array.from({ length: count }, (_, at) => {
    const pick = (step: number): string => NOUNS[(at * step + (at >> 3)) % NOUNS.length] as string;
    const text = `The ${pick(3)} of the ${pick(7)} stood by a ${pick(11)} until ${1500 + (at % 500)}. Name${at} saw it.`;
    const rare = Array.from({ length: 12 }, (_, n) => madeUp(at * 12 + n));
    return {
      id: `p${at}`,
      group: `g${at % 9}`,
      title: `On ${pick(5)}`,
      text: `${text} They spoke of ${rare.join(' ')}.`,
    };
  });
}

const short = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: anyCharacter, maxLength: 200 }),
  question,
  fc
    .array(fc.constantFrom(...NOUNS, 'teh', 'brigde', 'when', '1,500', '$3m', '10%'), { maxLength: 30 })
    .map((words) => words.join(' ')),
);
/** A word with a slip, two run together, one repeated without end, or letters of any script. */
const noun = fc.oneof(fc.constantFrom(...NOUNS), fc.nat(7_999).map(madeUp));
const letter = fc.oneof(fc.constantFrom(...'aeinorst'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }));
const oddWord = fc.oneof(
  fc.tuple(noun, fc.nat(9), letter).map(([word, at, by]) => word.slice(0, at) + by + word.slice(at + 1)),
  fc.tuple(noun, noun).map(([left, right]) => left + right),
  fc.tuple(noun, fc.integer({ min: 2, max: 400 })).map(([word, times]) => word.repeat(times)),
  fc.array(letter, { maxLength: 40 }).map((letters) => letters.join('')),
  fc.integer().map(String),
);
const separator = fc.constantFrom(' ', ' ', ' ', ', ', '-', '.', ',', "'", '\n');
/** Texts of up to thousands of words, from a handful of odd ones or all different. */
const long = fc.oneof(
  fc
    .tuple(fc.array(oddWord, { minLength: 1, maxLength: 20 }), separator, fc.integer({ min: 1, max: 200 }))
    .map(([words, between, times]) => Array.from({ length: times }, () => words.join(between)).join(between)),
  fc
    .tuple(oddWord, separator, fc.integer({ min: 1, max: 3_000 }))
    .map(([word, between, count]) =>
      Array.from(
        { length: count },
        (_, at) => word.slice(at % 7, 12) + String.fromCharCode(97 + (at % 26), 97 + ((at / 26) % 26)),
      ).join(between),
    ),
);
/** Anything that somebody may type or paste. */
export const anything = fc.oneof({ arbitrary: short, weight: 4 }, { arbitrary: long, weight: 1 });

/** Questions that were once slow, or were made to be. */
export const HARD: readonly (readonly [name: string, question: string])[] = [
  ['6,000 characters of prose', 'When did the captain of the tower write the letter about the harvest? '.repeat(86)],
  ['3,000 different unknown words', Array.from({ length: 3_000 }, (_, at) => `brgde${at.toString(36)}x`).join(' ')],
  ['3,000 times one word', 'river '.repeat(3_000)],
  ['one word of 6,000 letters', 'river'.repeat(1_200)],
  ['6,000 digits', '1'.repeat(6_000)],
  ['another script', 'Когда был построен мост? 橋はいつ建てられましたか。 متى بني الجسر؟'.repeat(60)],
  [
    '8,000 different characters of a script without spaces',
    String.fromCharCode(...Array.from({ length: 8_000 }, (_, at) => 0x4e00 + at)),
  ],
  ['one letter and a full stop 4,000 times', `${'a.'.repeat(4_000)}1`],
  ['a number of 2,000 groups of three digits', `${'111,'.repeat(2_000)}1`],
  [
    '1,000 slips of the pen',
    Array.from(
      { length: 1_000 },
      (_, at) => `${madeUp(at * 7).slice(0, 6)}${String.fromCharCode(97 + (at % 26), 97 + ((at * 7) % 26))}`,
    ).join(' '),
  ],
  ['nothing but emoji', '🏗️🌉👩‍👩‍👧‍👦'.repeat(800)],
  ['names of object properties', 'constructor __proto__ toString hasOwnProperty prototype'],
  ['hyphens and apostrophes alone', "-'-'-''--’’".repeat(500)],
];
