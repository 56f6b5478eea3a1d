import type { Steps } from '../../slices.ts';
import type { QuestionKind } from '../../text/language.ts';
import type { ParsedQuestion } from '../question/parsed-question.ts';
import type { FactEntry } from '../types.ts';
import type { ParsedEntry } from './parsed-entry.ts';

/** A question beside what people say who ask for an entry. */
export interface Asking {
  /**
   * How much likelier its words are from somebody who asks for this entry than from anybody who asks of the material:
   * the mean over the words of ln(P(word | entry) / P(word)), in nats. 0 says nothing either way.
   */
  readonly likelihood: number;
  /** What the words that are less likely add to that. */
  readonly against: number;
  /** How much of the nearest of the entry's own questions this one holds, by rarity, 0..1. */
  readonly held: number;
  /** 1 where one of the entry's questions asks by the same pair of words ("how many states"), a half where none asks. */
  readonly pairAsked: number;
  /** 1 where it is asked for by several questions, and none is of this kind. */
  readonly kindNeverAsked: number;
}

/** One question beside every entry. */
export interface QueryLikelihood {
  /** The entries that it most likely asks for, best first; none that anybody would ask for as likely. */
  best(limit: number): FactEntry[];
  of(entry: FactEntry): Asking;
  /** How telling a key is: ln of the entries over those that are asked for by it, over the most that this can be. */
  rarity(key: string): number;
}

/** How each entry is asked for. */
export type LikelihoodModel = (question: ParsedQuestion) => QueryLikelihood;

/** As many words of the whole table are mixed into each entry's (Dirichlet's prior; Zhai and Lafferty, 2004). */
const PRIOR = 15;
/** What a word counts for that stands nowhere, and how many such words there may be. */
const UNSEEN = 0.3;
const VOCABULARY = 5000;
/** So many questions must ask for an entry before it says anything that none of them is of some kind. */
const SEVERAL = 3;

/** What an entry is asked by. */
interface Asked {
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
  readonly wordings: readonly Wording[];
  readonly kinds: readonly QuestionKind[];
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
  /** Each word once, and the sum of their rarity. */
  readonly distinct: readonly Word[];
  readonly whole: number;
  readonly kind: QuestionKind;
  readonly pair: string | undefined;
}

/**
 * A unigram language model of each entry's questions with Dirichlet smoothing (query likelihood; Ponte and Croft, 1998).
 * Words that ask count like all others: "where" is seldom said for a date.
 */
export function* buildingLikelihoods(entries: ReadonlyMap<FactEntry, ParsedEntry>): Steps<LikelihoodModel> {
  const rarity = rarityIn([...entries.values()]);
  const asked = new Map<FactEntry, Asked>();
  for (const [entry, parsed] of entries) {
    asked.set(entry, askedOf(parsed, rarity));
    yield;
  }
  const chance = chanceIn([...asked.values()]);
  yield;
  const likeliest = indexLikeliest(asked);
  return ({ likelihoodKeys, kind, pair }) => {
    const words = likelihoodKeys.map((key) => ({ key, chance: chance(key), rarity: rarity(key) }));
    const distinct = [...new Map(words.map((word) => [word.key, word])).values()];
    const whole = distinct.reduce((sum, word) => sum + word.rarity, 0);
    const question: Question = { words, distinct, whole, kind, pair };
    return {
      rarity,
      best: (limit) => likeliest(question.words, limit),
      of: (entry) => compare(question, asked.get(entry) ?? NOT_ASKED),
    };
  };
}

/** Finds the entries of a positive likelihood, best first. */
type LikeliestEntries = (words: readonly Word[], limit: number) => FactEntry[];

/** By an inverted index: most entries are asked for by few of a question's words. */
function indexLikeliest(asked: ReadonlyMap<FactEntry, Asked>): LikeliestEntries {
  const entries = [...asked.keys()];
  const costs = Float64Array.from(asked.values(), ({ total }) => Math.log1p(total / PRIOR));
  const holders = new Map<string, { readonly entry: number; readonly count: number }[]>();
  for (const [entry, { counts }] of [...asked.values()].entries()) {
    for (const [key, count] of counts) {
      const known = holders.get(key);
      if (known) known.push({ entry, count });
      else holders.set(key, [{ entry, count }]);
    }
  }
  return (words, limit) => {
    // The sum of `gainsOf`: what each word that is there adds, less what all words cost alike.
    const sums = costs.map((cost) => -words.length * cost);
    for (const { key, chance } of words) {
      for (const { entry, count } of holders.get(key) ?? []) {
        sums[entry] = (sums[entry] as number) + Math.log1p(count / chance / PRIOR);
      }
    }
    return [...sums.entries()]
      .filter(([, sum]) => sum > 0)
      .sort(([, a], [, b]) => b - a)
      .slice(0, limit)
      .map(([entry]) => entries[entry] as FactEntry);
  };
}

function askedOf({ wordCounts, questionKeys, kinds, pairs }: ParsedEntry, rarity: (key: string) => number): Asked {
  return {
    counts: wordCounts,
    total: [...wordCounts.values()].reduce((sum, each) => sum + each, 0),
    wordings: questionKeys.map((keys) => ({ keys, rarity: [...keys].reduce((sum, key) => sum + rarity(key), 0) })),
    kinds,
    pairs,
  };
}

function rarityIn(entries: readonly ParsedEntry[]): (key: string) => number {
  const holders = new Map<string, number>();
  for (const { asked } of entries) for (const key of asked) holders.set(key, (holders.get(key) ?? 0) + 1);
  const most = Math.log(2 * (entries.length + 1));
  const rarityOf = (count: number) => Math.log((entries.length + 1) / (count + 0.5)) / most;
  const known = new Map([...holders].map(([key, count]) => [key, rarityOf(count)]));
  const unknown = rarityOf(0);
  return (key) => known.get(key) ?? unknown;
}

function chanceIn(asked: readonly Asked[]): (key: string) => number {
  const everywhere = new Map<string, number>();
  for (const { counts } of asked) {
    for (const [key, count] of counts) everywhere.set(key, (everywhere.get(key) ?? 0) + count);
  }
  const total = asked.reduce((sum, each) => sum + each.total, 0);
  return (key) => ((everywhere.get(key) ?? 0) + UNSEEN) / (total + UNSEEN * VOCABULARY);
}

const NOT_ASKED: Asked = { counts: new Map(), total: 0, wordings: [], kinds: [], pairs: new Set() };

function compare(
  { words, distinct, whole, kind, pair }: Question,
  { wordings, kinds, pairs, ...counted }: Asked,
): Asking {
  const gains = gainsOf(words, counted);
  const isNewKind = kind !== 'any' && kinds.length >= SEVERAL && !kinds.includes(kind);
  return {
    likelihood: mean(gains),
    against: mean(gains.map((gain) => Math.min(0, gain))),
    held: heldOfNearest(distinct, whole, wordings),
    pairAsked: pair === undefined ? 0.5 : Number(pairs.has(pair)),
    kindNeverAsked: Number(isNewKind),
  };
}

function gainsOf(words: readonly Word[], { counts, total }: Pick<Asked, 'counts' | 'total'>): number[] {
  return words.map(({ key, chance }) => Math.log(((counts.get(key) ?? 0) / chance + PRIOR) / (total + PRIOR)));
}

/** Of the wording that has most in common with the question (Jaccard's index by rarity), the share that it holds. */
function heldOfNearest(distinct: readonly Word[], whole: number, wordings: readonly Wording[]): number {
  let best = { likeness: 0, held: 0 };
  for (const { keys, rarity } of wordings) {
    const shared = distinct.reduce((sum, word) => sum + (keys.has(word.key) ? word.rarity : 0), 0);
    const likeness = shared / (whole + rarity - shared || 1);
    if (likeness > best.likeness) best = { likeness, held: shared / (rarity || 1) };
  }
  return best.held;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length);
}
