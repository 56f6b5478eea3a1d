import type { Material } from '../material/load.ts';
import { analyse } from '../search/index.ts';
import { type AskingKind, askingKindOf, askingPairOf } from './asking-kind.ts';
import { questionsOf } from './entries.ts';
import type { EntryReading } from './entry-reading.ts';
import type { Reader } from './reading.ts';
import type { FactEntry } from './types.ts';

/** A question beside what people say who ask for an entry. */
export interface Asking {
  /**
   * How much likelier its words are from somebody who asks for this entry than from anybody who asks of the material:
   * the mean over the words of ln(P(word | entry) / P(word)), in nats. 0 says nothing either way.
   */
  readonly likelihood: number;
  /** What the words that are less likely add to that. */
  readonly against: number;
  /** Of all that this question and the nearest of the entry's own hold, what they share, by rarity, 0..1. */
  readonly likeness: number;
  /** How far this question holds that nearest one, and is held by it, 0..1. */
  readonly held: number;
  readonly holding: number;
  /** 1 where one of the entry's questions asks by the same pair of words ("how many states"), a half where none asks. */
  readonly pairAsked: number;
  /** How much oftener than others the entry is asked for by this kind of question, in nats; 0 for no kind. */
  readonly kindAsked: number;
  /** 1 where it is asked for by several questions, and none is of this kind. */
  readonly kindNeverAsked: number;
}

/** One question beside every entry. */
export interface Askings {
  /** The entries that it most likely asks for, best first; none that anybody would ask for as likely. */
  best(limit: number): FactEntry[];
  of(entry: FactEntry): Asking;
  /** How telling a key is: ln of the entries over those that are asked for by it, over the most that this can be. */
  rarity(key: string): number;
}

/** How each entry is asked for. `respelt` says which words of the question stand for others. */
export type AskingModel = (question: string, respelt: ReadonlyMap<string, string>) => Askings;

/** What a word counts for by where the table has it. A passage says much that nobody asks of its entries. */
const COUNTS = { question: 1, name: 0.7, attribute: 1.5, value: 0.3, passage: 0.3 } as const;
/** The subject counts as if it stood in this share of the entry's questions, which often say "it" or leave it out. */
const SUBJECT = 0.5;
/** As many words of the whole table are mixed into each entry's (Dirichlet's prior; Zhai and Lafferty, 2004). */
const PRIOR = 15;
/** What a word counts for that stands nowhere, and how many such words there may be. */
const UNHEARD = 0.3;
const VOCABULARY = 5000;
/** So many questions must ask for an entry before it says anything that none of them is of some kind. */
const SEVERAL = 3;
/** As many questions of all entries are mixed into each entry's when kinds are counted. */
const KIND_PRIOR = 2;

/** What an entry is asked by. */
interface Asked {
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
  readonly wordings: readonly Wording[];
  readonly kinds: readonly AskingKind[];
  readonly pairs: ReadonlySet<string | undefined>;
}

interface Wording {
  readonly keys: ReadonlySet<string>;
  readonly rarity: number;
}

interface Word {
  readonly key: string;
  /** Of all words that people ask by. */
  readonly chance: number;
  readonly rarity: number;
}

/** The question by what it is compared by. */
interface Question {
  readonly words: readonly Word[];
  readonly kind: AskingKind;
  /** Of all questions in the table. */
  readonly kindChance: number;
  readonly pair: string | undefined;
}

/**
 * A unigram language model of each entry's questions with Dirichlet smoothing (query likelihood; Ponte and Croft, 1998).
 * Words that ask count like all others: "where" is seldom said for a date.
 */
export function createAskingModel(
  readings: ReadonlyMap<FactEntry, EntryReading>,
  { passages }: Material,
  read: Reader,
): AskingModel {
  const entries = [...readings.keys()];
  const rarity = rarityIn([...readings.values()]);
  const asked = new Map(entries.map((entry) => [entry, readAsked(entry, passages, read, rarity)]));
  const chance = chanceIn([...asked.values()]);
  const kinds = [...asked.values()].flatMap((each) => each.kinds);
  return (text, respelt) => {
    const keys = keysOf(text, read, respelt);
    const kind = askingKindOf(text);
    const question: Question = {
      words: keys.map((key) => ({ key, chance: chance(key), rarity: rarity(key) })),
      kind,
      kindChance: (countOf(kinds, kind) + 1) / (kinds.length + 2),
      pair: askingPairOf(text),
    };
    const likelihoods = new Map([...asked].map(([entry, each]) => [entry, mean(gainsOf(question.words, each))]));
    return {
      rarity,
      best: (limit) =>
        [...likelihoods]
          .filter(([, likelihood]) => likelihood > 0)
          .sort(([, a], [, b]) => b - a)
          .slice(0, limit)
          .map(([entry]) => entry),
      of: (entry) => compare(question, asked.get(entry) ?? NOT_ASKED),
    };
  };
}

function rarityIn(readings: readonly EntryReading[]): (key: string) => number {
  const holders = new Map<string, number>();
  for (const { asked } of readings) for (const key of asked) holders.set(key, (holders.get(key) ?? 0) + 1);
  const most = Math.log(2 * (readings.length + 1));
  return (key) => Math.log((readings.length + 1) / ((holders.get(key) ?? 0) + 0.5)) / most;
}

function chanceIn(asked: readonly Asked[]): (key: string) => number {
  const everywhere = new Map<string, number>();
  for (const { counts } of asked) {
    for (const [key, count] of counts) everywhere.set(key, (everywhere.get(key) ?? 0) + count);
  }
  const total = asked.reduce((sum, each) => sum + each.total, 0);
  return (key) => ((everywhere.get(key) ?? 0) + UNHEARD) / (total + UNHEARD * VOCABULARY);
}

const NOT_ASKED: Asked = { counts: new Map(), total: 0, wordings: [], kinds: [], pairs: new Set() };

function compare(question: Question, asked: Asked): Asking {
  const gains = gainsOf(question.words, asked);
  return {
    likelihood: mean(gains),
    against: mean(gains.map((gain) => Math.min(0, gain))),
    ...nearest(question.words, asked.wordings),
    ...askedLike(question, asked),
  };
}

function gainsOf(words: readonly Word[], { counts, total }: Asked): number[] {
  return words.map(({ key, chance }) => Math.log(((counts.get(key) ?? 0) / chance + PRIOR) / (total + PRIOR)));
}

function nearest(words: readonly Word[], wordings: readonly Wording[]): Pick<Asking, 'likeness' | 'held' | 'holding'> {
  const distinct = [...new Map(words.map((word) => [word.key, word])).values()];
  const whole = distinct.reduce((sum, { rarity }) => sum + rarity, 0);
  let best = { likeness: 0, held: 0, holding: 0 };
  for (const { keys, rarity } of wordings) {
    const shared = distinct.reduce((sum, word) => sum + (keys.has(word.key) ? word.rarity : 0), 0);
    const likeness = shared / (whole + rarity - shared || 1);
    if (likeness > best.likeness) best = { likeness, held: shared / (rarity || 1), holding: shared / (whole || 1) };
  }
  return best;
}

function askedLike(
  { kind, kindChance, pair }: Question,
  asked: Asked,
): Pick<Asking, 'pairAsked' | 'kindAsked' | 'kindNeverAsked'> {
  const { kinds, pairs } = asked;
  const same = countOf(kinds, kind);
  const often = (same + KIND_PRIOR * kindChance) / (kinds.length + KIND_PRIOR);
  return {
    pairAsked: pair === undefined ? 0.5 : Number(pairs.has(pair)),
    kindAsked: kind === 'any' ? 0 : Math.log(often / kindChance),
    kindNeverAsked: kind !== 'any' && same === 0 && kinds.length >= SEVERAL ? 1 : 0,
  };
}

function countOf<T>(all: readonly T[], one: T): number {
  return all.filter((each) => each === one).length;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length);
}

function readAsked(
  entry: FactEntry,
  passages: Material['passages'],
  read: Reader,
  rarity: (key: string) => number,
): Asked {
  const questions = questionsOf(entry);
  const subject = keysOf(entry.subject, read);
  const counts = countWords(entry, questions, subject, passages, read);
  return {
    counts,
    total: [...counts.values()].reduce((sum, each) => sum + each, 0),
    wordings: questions.map((text) => {
      const keys = new Set([...keysOf(text, read), ...subject]);
      return { keys, rarity: [...keys].reduce((sum, key) => sum + rarity(key), 0) };
    }),
    kinds: questions.map(askingKindOf),
    pairs: new Set(questions.map(askingPairOf)),
  };
}

function countWords(
  { rows, sides, attribute, asOf = '' }: FactEntry,
  questions: readonly string[],
  subject: readonly string[],
  passages: Material['passages'],
  read: Reader,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (keys: Iterable<string>, by: number) => {
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + by);
  };
  for (const text of questions) count(keysOf(text, read), COUNTS.question);
  for (const name of new Set(rows.flatMap(({ otherNames }) => otherNames))) count(keysOf(name, read), COUNTS.name);
  count(keysOf(attribute, read), COUNTS.attribute);
  count(subject, Math.max(1, questions.length) * SUBJECT);
  for (const { value, unit = '' } of sides) count(keysOf(`${value} ${unit} ${asOf}`, read), COUNTS.value);
  for (const id of new Set(rows.flatMap((row) => row.passages))) {
    count(new Set(keysOf(passages.get(id)?.text ?? '', read)), COUNTS.passage);
  }
  return counts;
}

/** Names by what the terms call them, words by their stems, stop words too: they tell how something is asked for. */
function keysOf(text: string, read: Reader, respelt?: ReadonlyMap<string, string>): string[] {
  const names = read(text, respelt)
    .filter(({ kind }) => kind === 'name')
    .map(({ key }) => key);
  const terms = analyse(text).map(({ word, term }) => {
    const taken = respelt?.get(word);
    return taken === undefined ? term : (analyse(taken)[0]?.term ?? term);
  });
  return [...terms, ...names];
}
