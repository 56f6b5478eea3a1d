import type { Article, Term } from '../material/types.ts';
import { atOnce, type Steps } from '../slices.ts';
import { fold } from '../text/fold.ts';
import type { Language } from '../text/language.ts';
import { isInThesaurus } from '../text/thesaurus.ts';

/**
 * The names that a work itself explains: an abbreviation beside its long form, "Union of South American Nations
 * (UNASUR)" or "UNASUR, the Union of …", and people whose full names stand beside their surnames. By the shape of the
 * words, in any script that has capitals; words that the language knows are no names of people. Each article is read once.
 */
export function namesIn(article: Article, language: Language): readonly Term[] {
  return atOnce(readingNamesIn(article, language));
}

/** As `namesIn`; a text at a time. */
export function* readingNamesIn(article: Article, language: Language): Steps<readonly Term[]> {
  const known = kept.get(article);
  if (known) return known;
  // "Who" at the beginning of a question is not the WHO.
  const isOrdinary = (word: string) => language.commonWords.has(fold(word));
  const texts = article.passages.filter(isProse).map(({ text }) => text);
  const found: Term[] = [];
  for (const text of texts) {
    found.push(...abbreviationsIn(text).filter(({ aliases }) => !aliases.some(isOrdinary)));
    yield;
  }
  found.push(...(yield* readingPersonsIn(texts, language)));
  const names = [...new Map(found.map((term) => [`${term.name}\n${term.aliases[0]}`, term])).values()];
  kept.set(article, names);
  return names;
}

const kept = new WeakMap<Article, readonly Term[]>();

const isProse = ({ form }: { readonly form?: string }): boolean => form === undefined || form === 'glossary';

const ABBREVIATION = String.raw`\p{Lu}[\p{Lu}\p{N}&.-]{0,8}[\p{Lu}\p{N}]`;
const IN_BRACKETS = new RegExp(String.raw` \((${ABBREVIATION})s?\)`, 'gu');
const EXPLAINED = new RegExp(String.raw`(?<![\p{L}\p{N}])(${ABBREVIATION})(?: \(|, (?:\p{Ll}{1,3} )?)(?=\p{L})`, 'gu');
/** The longest long form that is looked at, in words, and in UTF-16 units. */
const MAX_WORDS = 10;
const MAX_LENGTH = 120;
/** What ends a stretch of words. */
const ENDS_WORDS = /[^\p{L}\p{N}\p{M}'’& -]/u;

function abbreviationsIn(text: string): Term[] {
  const before = [...text.matchAll(IN_BRACKETS)].flatMap(({ 1: short = '', index }) => {
    const words =
      text
        .slice(Math.max(0, index - MAX_LENGTH), index)
        .split(ENDS_WORDS)
        .at(-1)
        ?.trim()
        .split(' ') ?? [];
    return abbreviation(short, longFormBefore(short, words.slice(-MAX_WORDS)));
  });
  const after = [...text.matchAll(EXPLAINED)].flatMap(({ 0: { length }, 1: short = '', index }) => {
    const behind = text.slice(index + length, index + length + MAX_LENGTH);
    const words = behind.split(ENDS_WORDS)[0]?.trim().split(' ') ?? [];
    return abbreviation(short, longFormAfter(short, words.slice(0, MAX_WORDS)));
  });
  return [...before, ...after];
}

function abbreviation(short: string, long: string | undefined): Term[] {
  return long === undefined ? [] : [{ name: long, type: 'concept', aliases: [short], note: '' }];
}

/** The words just before an abbreviation that it stands for: no more than spell it, else all of the name in capitals. */
function longFormBefore(short: string, words: readonly string[]): string | undefined {
  const starts = words.map((_, start) => words.slice(start)).slice(0, -1);
  const spelling = starts.filter((long) => spells(short, long));
  const weighty = spelling.findLast(([first = '']) => first.length > MAX_SMALL || isBig(first));
  return (weighty ?? spelling.at(-1) ?? starts.find((long) => fits(short, long)))?.join(' ');
}

/** Those just behind it: more words than the name has may follow. */
function longFormAfter(short: string, words: readonly string[]): string | undefined {
  const ends = words.map((_, end) => words.slice(0, end + 1)).slice(1);
  return (ends.find((long) => spells(short, long)) ?? ends.findLast((long) => fits(short, long)))?.join(' ');
}

const isBig = (word = ''): boolean => /^\p{Lu}/u.test(word);

/** Its letters are the first letters of the words, small ones aside. */
function spells(short: string, words: readonly string[]): boolean {
  const letters = lettersOf(short);
  const weighty = words.filter((word) => word.length > MAX_SMALL || isBig(word));
  return [words, weighty].some((some) => some.length > 1 && some.map(initialOf).join('') === letters);
}

/**
 * The words are a name in capitals that begins with the same letter, and most of whose first letters it has: as where
 * it was abbreviated in another language ("UNASUR").
 */
function fits(short: string, words: readonly string[]): boolean {
  const letters = lettersOf(short);
  const [big, small] = [words.filter(isBig), words.filter((word) => !isBig(word))];
  const isName = isBig(words[0]) && isBig(words.at(-1)) && small.every(({ length }) => length <= MAX_SMALL);
  if (!isName || big.length < 2 || big.length < letters.length / 2 || initialOf(words[0]) !== letters[0]) return false;
  return big.filter((word) => letters.includes(initialOf(word))).length >= MIN_IN_NAME * big.length;
}

/** "of", "and", "the", "für", "para". */
const MAX_SMALL = 4;
const MIN_IN_NAME = 0.75;

const initialOf = (word = ''): string => lettersOf(word).slice(0, 1) || '-';

const lettersOf = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();

const MAX_NAME = 3;
/** How often a surname must stand alone before a full name is one. */
const MIN_ALONE = 2;

/**
 * "Sergei Lavrov", where "Lavrov" stands alone too and "Sergei" never does. No word of it is ever written small, as
 * those of titles before it are, or known to the language; it is found within a sentence; and no other name ends so.
 */
function* readingPersonsIn(texts: readonly string[], language: Language): Steps<Term[]> {
  const { runs, alone, small } = yield* readingCapitalsIn(texts);
  const bySurname = new Map<string, Set<string>>();
  for (const { words, begins } of runs) {
    const title = words.findLastIndex((word) => small.has(word.toLowerCase()));
    const name = words.slice(title + 1);
    const surname = name.at(-1);
    // At the beginning of a sentence any word has a capital.
    const isBegun = begins && title === -1;
    if (surname === undefined || isBegun || name.length < 2 || name.length > MAX_NAME) continue;
    bySurname.set(surname, (bySurname.get(surname) ?? new Set()).add(name.join(' ')));
    yield;
  }
  return [...bySurname].flatMap(([surname, [full = '', ...others]]) => {
    const words = full.split(' ');
    const isPerson =
      others.length === 0 &&
      !alone.has(words[0] ?? '') &&
      (alone.get(surname) ?? 0) >= MIN_ALONE &&
      !words.some((word) => isKnown(word, language));
    return isPerson ? [{ name: full, type: 'person', aliases: [surname], note: '' }] : [];
  });
}

/** An ordinary word, or a place, its people or their language. */
function isKnown(word: string, language: Language): boolean {
  const folded = fold(word);
  return (
    isInThesaurus(folded, language) || language.lightTerms.has(language.stem(folded)) || placesOf(language).has(folded)
  );
}

const places = new WeakMap<Language, ReadonlySet<string>>();

function placesOf(language: Language): ReadonlySet<string> {
  const known = places.get(language);
  if (known) return known;
  const words = [...language.aliases, ...language.relatives].flat().flatMap((name) => name.split(/[\s-]+/));
  const made = new Set(words.map(fold));
  places.set(language, made);
  return made;
}

interface Run {
  readonly words: readonly string[];
  /** It is at the beginning of a sentence. */
  readonly begins: boolean;
}

interface Capitals {
  /** Two and more words with capitals in a row. */
  readonly runs: readonly Run[];
  /** How often a word with a capital stands beside none. */
  readonly alone: ReadonlyMap<string, number>;
  /** Words that are written small. */
  readonly small: ReadonlySet<string>;
}

const ANY_WORD = /\p{L}[\p{L}\p{N}'’-]*/gu;
const CAPITALISED = /^\p{Lu}\p{Ll}{2,}(?:['’-]\p{Lu}\p{Ll}+)?$/u;
const BREAKS = /[.!?:;“”"«»\n]/;

function* readingCapitalsIn(texts: readonly string[]): Steps<Capitals> {
  const small = new Set<string>();
  const alone = new Map<string, number>();
  const runs: Run[] = [];
  for (const text of texts) {
    for (const run of runsIn(text, small)) {
      const [only = '', ...others] = run.words;
      if (others.length > 0) runs.push(run);
      else alone.set(only, (alone.get(only) ?? 0) + 1);
    }
    yield;
  }
  return { runs, alone, small };
}

/** The words with capitals, those beside each other together; what is written small goes to `small`. */
function runsIn(text: string, small: Set<string>): Run[] {
  const runs: { words: string[]; begins: boolean }[] = [];
  let end = -1;
  for (const { 0: found, index } of text.matchAll(ANY_WORD)) {
    const word = found.replace(/['’]s?$/u, '');
    if (CAPITALISED.test(word)) {
      if (text.slice(end, index) === ' ') runs.at(-1)?.words.push(word);
      else runs.push({ words: [word], begins: BREAKS.test(text.slice(Math.max(0, index - 2), index) || '.') });
      end = index + found.length;
    } else if (!/^\p{Lu}/u.test(word)) small.add(word);
  }
  return runs;
}
