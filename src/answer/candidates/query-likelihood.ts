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
  /** What a word that is not among them makes less likely. */
  readonly absent: number;
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
  /** It stands farther ahead in the question already. */
  readonly isRepeated: boolean;
}

/** The question by what it is compared by. */
interface Question {
  readonly words: readonly Word[];
  /** The sum of their rarity, each word once. */
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
  const likeliest = indexLikeliest(asked, chance);
  return ({ likelihoodKeys, kind, pair }) => {
    const seen = new Set<string>();
    const words = likelihoodKeys.map((key) => {
      const isRepeated = seen.has(key);
      seen.add(key);
      return { key, chance: chance(key), rarity: rarity(key), isRepeated };
    });
    const whole = words.reduce((sum, word) => (word.isRepeated ? sum : sum + word.rarity), 0);
    const question: Question = { words, whole, kind, pair };
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
function indexLikeliest(asked: ReadonlyMap<FactEntry, Asked>, chance: (key: string) => number): LikeliestEntries {
  const entries = [...asked.keys()];
  const costs = Float64Array.from(asked.values(), ({ total }) => Math.log1p(total / PRIOR));
  const holders = new Map<string, { readonly entry: number; readonly gain: number }[]>();
  for (const [entry, { counts }] of [...asked.values()].entries()) {
    for (const [key, count] of counts) {
      const holder = { entry, gain: Math.log1p(count / chance(key) / PRIOR) };
      const known = holders.get(key);
      if (known) known.push(holder);
      else holders.set(key, [holder]);
    }
  }
  return (words, limit) => {
    // The sum of all gains: what each word that is there adds, less what all words cost alike.
    const sums = costs.map((cost) => -words.length * cost);
    for (const { key } of words) {
      for (const { entry, gain } of holders.get(key) ?? []) sums[entry] = (sums[entry] as number) + gain;
    }
    const likely: number[] = [];
    for (let entry = 0; entry < sums.length; entry++) if ((sums[entry] as number) > 0) likely.push(entry);
    return likely
      .sort((a, b) => (sums[b] as number) - (sums[a] as number))
      .slice(0, limit)
      .map((entry) => entries[entry] as FactEntry);
  };
}

function askedOf({ wordCounts, questionKeys, kinds, pairs }: ParsedEntry, rarity: (key: string) => number): Asked {
  const total = [...wordCounts.values()].reduce((sum, each) => sum + each, 0);
  return {
    counts: wordCounts,
    total,
    absent: Math.log(PRIOR / (total + PRIOR)),
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

const NOT_ASKED: Asked = { counts: new Map(), total: 0, absent: 0, wordings: [], kinds: [], pairs: new Set() };

function compare(
  { words, whole, kind, pair }: Question,
  { counts, total, absent, wordings, kinds, pairs }: Asked,
): Asking {
  let likelihood = 0;
  let against = 0;
  const known: Word[] = [];
  for (const word of words) {
    const count = counts.get(word.key);
    const gain = count === undefined ? absent : Math.log((count / word.chance + PRIOR) / (total + PRIOR));
    likelihood += gain;
    against += Math.min(0, gain);
    if (count !== undefined && !word.isRepeated) known.push(word);
  }
  const isNewKind = kind !== 'any' && kinds.length >= SEVERAL && !kinds.includes(kind);
  return {
    likelihood: likelihood / Math.max(1, words.length),
    against: against / Math.max(1, words.length),
    held: heldOfNearest(known, whole, wordings),
    pairAsked: pair === undefined ? 0.5 : Number(pairs.has(pair)),
    kindNeverAsked: Number(isNewKind),
  };
}

/**
 * Of the wording that has most in common with the question (Jaccard's index by rarity), the share that it holds.
 * `words`: those of the question that the entry is asked by, each once.
 */
function heldOfNearest(words: readonly Word[], whole: number, wordings: readonly Wording[]): number {
  let best = 0;
  let held = 0;
  for (const { keys, rarity } of wordings) {
    let shared = 0;
    for (const word of words) if (keys.has(word.key)) shared += word.rarity;
    const likeness = shared / (whole + rarity - shared || 1);
    if (likeness <= best) continue;
    best = likeness;
    held = shared / (rarity || 1);
  }
  return held;
}
