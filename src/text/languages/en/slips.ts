import { lazily } from '../../../lazily.ts';
import { FILLERS, STOP_WORDS } from './stop-words.ts';
import { isEnglishWord } from './thesaurus.ts';

/** Short words that have slips of their own; of the others too many are names and abbreviations. */
const SHORT_WORDS = ['the', 'and', 'how', 'who'];
/** Words that ask, which are no stop words. */
const ASKING_WORDS = ['difference', 'definition', 'meaning', 'between', 'means', 'define'];
/** From so many letters on a letter may be left out or put twice as well. */
const MIN_DROPPED = 4;

const slips = lazily(() =>
  slipsOf([...STOP_WORDS].filter(({ length }) => length >= MIN_DROPPED).concat(SHORT_WORDS, ASKING_WORDS)),
);

/** See `Language.slipOf`. */
export function slipOf(word: string): string | undefined {
  const meant = slips().get(word);
  return meant === undefined || isWord(word) ? undefined : meant;
}

function slipsOf(words: readonly string[]): ReadonlyMap<string, string> {
  const pairs = words
    .filter((word) => /^[a-z]+$/.test(word))
    .flatMap((word) => misspelt(word).map((slip) => [slip, word]));
  // Of two words with the same slip the first one counts.
  return new Map(pairs.toReversed() as [string, string][]);
}

/** Two neighbours in each other's place, a letter left out or put twice. The first letter is seldom wrong. */
function misspelt(word: string): string[] {
  return [...word.slice(1)].flatMap((letter, before) => {
    const [start, rest] = [word.slice(0, before + 1), word.slice(before + 2)];
    const swapped = `${start}${rest.charAt(0)}${letter}${rest.slice(1)}`;
    if (word.length < MIN_DROPPED) return [swapped];
    const dropped = start + rest;
    const doubled = start + letter + letter + rest;
    return dropped.length < MIN_DROPPED && VOWEL.test(dropped) ? [swapped, doubled] : [swapped, dropped, doubled];
  });
}

/** A short word with a vowel may be one that nobody knows ("bot"); without one it is short for another ("wht"). */
const VOWEL = /[aeiou]/;

const isWord = (word: string): boolean => STOP_WORDS.has(word) || FILLERS.has(word) || isEnglishWord(word);
