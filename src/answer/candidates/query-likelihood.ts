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
 * Words that ask count like all others: "where" is seldom said for a date. Of an entry or a word no more is worked out
 * than has been asked about.
 */
export function* buildingLikelihoods(entries: ReadonlyMap<FactEntry, ParsedEntry>): Steps<LikelihoodModel> {
  const rarity = rarityIn([...entries.values()]);
  const words = new WordIndex();
  for (const [entry, parsed] of entries) {
    words.add(entry, parsed.wordCounts);
    yield;
  }
  const known = new Map<FactEntry, Asked>();
  const askedFor = (entry: FactEntry): Asked => {
    const parsed = entries.get(entry);
    const asked = known.get(entry) ?? (parsed ? askedOf(parsed, rarity) : NOT_ASKED);
    known.set(entry, asked);
    return asked;
  };
  return ({ likelihoodKeys, kind, pair }) => {
    const question = questionOf(likelihoodKeys, { words, rarity, kind, pair });
    return {
      rarity,
      best: (limit) => words.likeliest(likelihoodKeys, limit),
      of: (entry) => compare(question, askedFor(entry)),
    };
  };
}

function questionOf(
  keys: readonly string[],
  { words, rarity, kind, pair }: Pick<Question, 'kind' | 'pair'> & { words: WordIndex; rarity(key: string): number },
): Question {
  const seen = new Set<string>();
  const asked = keys.map((key) => {
    const isRepeated = seen.has(key);
    seen.add(key);
    return { key, chance: words.chance(key), rarity: rarity(key), isRepeated };
  });
  const whole = asked.reduce((sum, word) => (word.isRepeated ? sum : sum + word.rarity), 0);
  return { words: asked, whole, kind, pair };
}

/** An entry that is asked for by a word, and how often. */
interface Holder {
  readonly entry: number;
  readonly count: number;
}

/** What the word makes an entry likelier. */
interface Gain {
  readonly entry: number;
  readonly gain: number;
}

const NO_HOLDERS: readonly Holder[] = [];

/** An inverted index of the words that entries are asked for by: most are asked for by few of a question's. */
class WordIndex {
  readonly #entries: FactEntry[] = [];
  /** What each word of a question costs an entry. */
  readonly #costs: number[] = [];
  readonly #holders = new Map<string, Holder[]>();
  readonly #gains = new Map<string, readonly Gain[]>();
  #total = 0;

  add(asked: FactEntry, counts: ReadonlyMap<string, number>): void {
    const entry = this.#entries.push(asked) - 1;
    const total = sumOf(counts);
    this.#costs.push(Math.log1p(total / PRIOR));
    this.#total += total;
    for (const [key, count] of counts) {
      const known = this.#holders.get(key);
      if (known) known.push({ entry, count });
      else this.#holders.set(key, [{ entry, count }]);
    }
  }

  /** A word's chance among all words that people ask by. */
  chance(key: string): number {
    let everywhere = 0;
    for (const { count } of this.#holders.get(key) ?? NO_HOLDERS) everywhere += count;
    return (everywhere + UNSEEN) / (this.#total + UNSEEN * VOCABULARY);
  }

  /** The entries of a positive likelihood, best first. */
  likeliest(keys: readonly string[], limit: number): FactEntry[] {
    // The sum of all gains: what each word that is there adds, less what all words cost alike.
    const sums = Float64Array.from(this.#costs, (cost) => -keys.length * cost);
    for (const key of keys) {
      for (const { entry, gain } of this.#gainsOf(key)) sums[entry] = (sums[entry] as number) + gain;
    }
    const likely: number[] = [];
    for (let entry = 0; entry < sums.length; entry++) if ((sums[entry] as number) > 0) likely.push(entry);
    return likely
      .sort((a, b) => (sums[b] as number) - (sums[a] as number))
      .slice(0, limit)
      .map((entry) => this.#entries[entry] as FactEntry);
  }

  #gainsOf(key: string): readonly Gain[] {
    const known = this.#gains.get(key);
    if (known !== undefined) return known;
    const holders = this.#holders.get(key);
    if (holders === undefined) return [];
    const chance = this.chance(key);
    const gains = holders.map(({ entry, count }) => ({ entry, gain: Math.log1p(count / chance / PRIOR) }));
    this.#gains.set(key, gains);
    return gains;
  }
}

function askedOf({ wordCounts, questionKeys, kinds, pairs }: ParsedEntry, rarity: (key: string) => number): Asked {
  const total = sumOf(wordCounts);
  return {
    counts: wordCounts,
    total,
    absent: Math.log(PRIOR / (total + PRIOR)),
    wordings: questionKeys.map((keys) => ({ keys, rarity: [...keys].reduce((sum, key) => sum + rarity(key), 0) })),
    kinds,
    pairs,
  };
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

function rarityIn(entries: readonly ParsedEntry[]): (key: string) => number {
  const holders = new Map<string, number>();
  for (const { asked } of entries) for (const key of asked) holders.set(key, (holders.get(key) ?? 0) + 1);
  const most = Math.log(2 * (entries.length + 1));
  return (key) => Math.log((entries.length + 1) / ((holders.get(key) ?? 0) + 0.5)) / most;
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
