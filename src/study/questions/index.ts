import type { KnowledgeBase } from '../../answer/knowledge-base.ts';
import type { CitationWords } from '../../material/cite.ts';
import { atOnce, type Steps } from '../../slices.ts';
import { plain } from '../marking/words.ts';
import { makersFor } from './makers.ts';
import { orderQuestions } from './order.ts';
import { type Pool, poolOf, type QuizEntry } from './pool.ts';
import { type Random, randomOf, shuffled } from './random.ts';
import type { Mode, OrderQuestion, Question } from './types.ts';

export interface QuestionOptions {
  /** Every mode that there are questions of, unless given. */
  readonly modes?: readonly Mode[];
  /** Words that the fact must have. */
  readonly about?: string;
  /** Ids of sources, of which one must have the fact. */
  readonly sources?: ReadonlySet<string>;
  /** Ids of drafted facts that are not asked for. */
  readonly skipped?: ReadonlySet<string>;
  /** The most that are made. */
  readonly count: number;
  readonly seed: number;
  /** For the names of sources. */
  readonly words: CitationWords;
}

export const MODES: readonly Mode[] = ['choice', 'typed', 'truth', 'source', 'order', 'cloze'];

/** Of so many questions of a round one at most puts things in order, where other modes are wanted too. */
const QUESTIONS_AN_ORDER = 6;

/**
 * Questions from the fact table and, of passages that the table says nothing of, from drafted facts; each fact is asked
 * for once. The same seed, options and material make the same ones in the same order.
 */
export function makeQuestions(knowledge: KnowledgeBase, options: QuestionOptions): readonly Question[] {
  return atOnce(makingQuestions(knowledge, options));
}

/** The same step by step: the first time, all of the material is read. */
export function* makingQuestions(knowledge: KnowledgeBase, options: QuestionOptions): Steps<readonly Question[]> {
  const { modes = MODES, count, seed, words } = options;
  const pool = yield* poolOf(knowledge);
  const random = randomOf(seed);
  const wanted = pool.entries.filter(wantedBy(options, pool));
  yield;
  const entries = shuffled(random, wanted);
  const isMixed = modes.some((mode) => mode !== 'order');
  const orders = modes.includes('order') ? yield* orderQuestions(entries, random) : [];
  const agreed = entries.filter(({ value }) => value !== undefined).length;
  const chosen = isMixed ? affordable(orders, agreed, count) : orders.slice(0, count);
  if (!isMixed) return shuffled(random, chosen);
  const making = { pool, random, words, count };
  const made = yield* beside(chosen, entries, modes, making);
  if (made.length >= count || chosen.length === 0) return shuffled(random, made);
  // Not every fact gives a question of its own: those in an order may be wanted after all.
  const apart = yield* beside([], entries, modes, making);
  return shuffled(random, apart.length > made.length ? apart : made);
}

/** The orders, and questions of what these do not tell. */
function* beside(
  orders: readonly OrderQuestion[],
  entries: readonly QuizEntry[],
  modes: readonly Mode[],
  making: Making,
): Steps<readonly Question[]> {
  const used = new Set(orders.flatMap(({ facts }) => facts));
  const isUsed = ({ rows }: QuizEntry) => rows.some(({ id }) => used.has(id));
  const answered = new Set(entries.filter(isUsed).map(answerOf));
  const free: QuizEntry[] = [];
  for (const entry of entries) {
    if (!answered.has(answerOf(entry))) free.push(entry);
    yield;
  }
  const others = yield* oneEach(free, modes, { ...making, count: making.count - orders.length });
  return [...orders, ...others];
}

/** As many as a mixed round has: fewer where the facts that they put together are needed for questions of their own. */
function affordable(orders: readonly OrderQuestion[], facts: number, count: number): readonly OrderQuestion[] {
  const chosen: OrderQuestion[] = [];
  let spare = facts - count;
  for (const order of orders.slice(0, Math.ceil(count / QUESTIONS_AN_ORDER))) {
    spare -= order.items.length - 1;
    if (spare < 0) break;
    chosen.push(order);
  }
  return chosen;
}

function wantedBy({ about, sources, skipped }: QuestionOptions, pool: Pool): (quiz: QuizEntry) => boolean {
  const stems = about === undefined ? [] : pool.stems(about);
  return ({ rows, words, isDrafted }) => {
    if (sources !== undefined && !rows.some(({ source }) => sources.has(source))) return false;
    if (isDrafted && rows.some(({ id }) => skipped?.has(id))) return false;
    return stems.every((stem) => words.has(stem));
  };
}

interface Making {
  readonly pool: Pool;
  readonly random: Random;
  readonly words: CitationWords;
  readonly count: number;
}

/** A question of each entry, of the mode that there are fewest of so far. */
function* oneEach(
  entries: readonly QuizEntry[],
  modes: readonly Mode[],
  { pool, random, words, count }: Making,
): Steps<Question[]> {
  const questions: Question[] = [];
  const made = new Map<Mode, number>();
  const makers = makersFor(pool, random, words);
  const asked = new Set<string>();
  for (const entry of entries) {
    if (questions.length >= count) break;
    yield;
    const answer = answerOf(entry);
    if (asked.has(answer)) continue;
    const order = shuffled(random, modes).sort((a, b) => (made.get(a) ?? 0) - (made.get(b) ?? 0));
    const question = yield* firstOf(order, (mode) => (mode === 'order' ? undefined : makers[mode](entry)));
    if (question === undefined) continue;
    questions.push(question);
    asked.add(answer);
    made.set(question.mode, (made.get(question.mode) ?? 0) + 1);
  }
  return questions;
}

/** "was founded" and "was founded by the king" ask for one year twice, and each tells the other's answer. */
const answerOf = ({ entry, value }: QuizEntry): string =>
  value === undefined ? entry.id : `${plain(entry.subject)}: ${plain(value)}`;

function* firstOf<T, R>(items: readonly T[], make: (item: T) => R | undefined): Steps<R | undefined> {
  for (const item of items) {
    const result = make(item);
    if (result !== undefined) return result;
    yield;
  }
  return undefined;
}
