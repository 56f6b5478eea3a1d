import type { Material } from '../material/load.ts';
import { analyse } from '../search/index.ts';
import { questionsOf } from './entries.ts';
import type { Reader } from './reading.ts';
import type { FactEntry } from './types.ts';

/** A question beside what people say who ask for an entry. */
export interface Asking {
  /**
   * How much likelier its words are from somebody who asks for this entry than from anybody who asks of the material:
   * mean over the words of ln(P(word | entry) / P(word)), in nats. 0 says nothing either way.
   */
  readonly likelihood: number;
  /** What words that are less likely add to that: the sum of all that lies below 0, over as many words. */
  readonly against: number;
  /** Of all that this question and the nearest of the entry's own hold, what they share, by rarity, 0..1. */
  readonly likeness: number;
  /** How far this question holds that nearest one, and how far it is held by it. */
  readonly held: number;
  readonly holding: number;
  /** Share of the question, by rarity, that nobody asks of this entry, and that nobody asks of any. */
  readonly strange: number;
  readonly unheard: number;
}

/** One question beside every entry. */
export interface Askings {
  /** The entries that it most likely asks for, best first. */
  best(limit: number): FactEntry[];
  of(entry: FactEntry): Asking;
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

interface Wording {
  readonly keys: ReadonlySet<string>;
  readonly rarity: number;
}

/** What an entry is asked by. */
interface Asked {
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
  readonly wordings: readonly ReadonlySet<string>[];
}

interface Word {
  readonly key: string;
  readonly chance: number;
  readonly rarity: number;
}

/**
 * A unigram language model of each entry's questions with Dirichlet smoothing (query likelihood; Ponte and Croft, 1998).
 * Words that ask count like all others: "where" is seldom said for a date.
 */
export function createAskingModel(entries: readonly FactEntry[], { passages }: Material, read: Reader): AskingModel {
  const asked = new Map(entries.map((entry) => [entry, readAsked(entry, passages, read)]));
  const everywhere = new Map<string, number>();
  const holders = new Map<string, number>();
  for (const { counts, wordings } of asked.values()) {
    for (const [key, count] of counts) everywhere.set(key, (everywhere.get(key) ?? 0) + count);
    for (const key of new Set(wordings.flatMap((keys) => [...keys]))) holders.set(key, (holders.get(key) ?? 0) + 1);
  }
  const total = [...everywhere.values()].reduce((sum, count) => sum + count, 0);
  const chance = (key: string) => ((everywhere.get(key) ?? 0) + UNHEARD) / (total + UNHEARD * VOCABULARY);
  const rarity = (key: string) => Math.log((entries.length + 1) / ((holders.get(key) ?? 0) + 0.5));
  const weighed = new Map(
    [...asked].map(([entry, { wordings }]) => [
      entry,
      wordings.map((keys) => ({ keys, rarity: [...keys].reduce((sum, key) => sum + rarity(key), 0) })),
    ]),
  );
  return (question, respelt) => {
    const words = keysOf(question, read, respelt).map((key) => ({ key, chance: chance(key), rarity: rarity(key) }));
    const gains = new Map([...asked].map(([entry, each]) => [entry, gainsOf(words, each)]));
    const likelihood = (entry: FactEntry) => mean(gains.get(entry) ?? []);
    return {
      best: (limit) => [...entries].sort((a, b) => likelihood(b) - likelihood(a)).slice(0, limit),
      of: (entry) => ({
        likelihood: likelihood(entry),
        against: mean((gains.get(entry) ?? []).map((gain) => Math.min(0, gain))),
        ...nearest(words, weighed.get(entry) ?? []),
        strange: shareOf(words, ({ key }) => (asked.get(entry)?.counts.get(key) ?? 0) < COUNTS.name),
        unheard: shareOf(words, ({ key }) => !holders.has(key)),
      }),
    };
  };
}

function gainsOf(words: readonly Word[], { counts, total }: Asked): number[] {
  return words.map(({ key, chance }) => Math.log(((counts.get(key) ?? 0) / chance + PRIOR) / (total + PRIOR)));
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length);
}

function shareOf(words: readonly Word[], test: (word: Word) => boolean): number {
  const whole = words.reduce((sum, { rarity }) => sum + rarity, 0);
  return whole === 0 ? 0 : words.filter(test).reduce((sum, { rarity }) => sum + rarity, 0) / whole;
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

function readAsked(entry: FactEntry, passages: Material['passages'], read: Reader): Asked {
  const counts = new Map<string, number>();
  const count = (keys: Iterable<string>, by: number) => {
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + by);
  };
  const questions = questionsOf(entry);
  const subject = keysOf(entry.subject, read);
  for (const text of questions) count(keysOf(text, read), COUNTS.question);
  for (const name of new Set(entry.rows.flatMap(({ otherNames }) => otherNames)))
    count(keysOf(name, read), COUNTS.name);
  count(keysOf(entry.attribute, read), COUNTS.attribute);
  count(subject, Math.max(1, questions.length) * SUBJECT);
  for (const { value, unit = '' } of entry.sides)
    count(keysOf(`${value} ${unit} ${entry.asOf ?? ''}`, read), COUNTS.value);
  for (const id of new Set(entry.rows.flatMap((row) => row.passages))) {
    count(new Set(keysOf(passages.get(id)?.text ?? '', read)), COUNTS.passage);
  }
  return {
    counts,
    total: [...counts.values()].reduce((sum, each) => sum + each, 0),
    wordings: questions.map((text) => new Set([...keysOf(text, read), ...subject])),
  };
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
