import type { Concept, Question } from '../question.ts';
import type { AnswerType } from '../words/answer-types.ts';
import type { Evidence, Occurrence, SentenceKinds } from './evidence.ts';

/** What ranking weighs, all within about 0..1; see DESIGN.md for why each is there. */
export interface Features {
  /** BM25 relative to the most that a passage could score: every concept often, in a short passage. */
  readonly bm25: number;
  /** BM25 relative to the best candidate's. */
  readonly bm25Relative: number;
  /** Share of the question that the passage holds, title and heading included. */
  readonly coverage: number;
  /** The same without the title. */
  readonly bodyCoverage: number;
  /** The best single sentence's share, and that of the best two neighbours. */
  readonly sentence: number;
  readonly window: number;
  /** Pairs of neighbouring question words that stand side by side in the passage as in the question. */
  readonly bigrams: number;
  /** The same within a few words, in either order. */
  readonly nearPairs: number;
  readonly proximity: number;
  readonly title: number;
  readonly heading: number;
  /** Share of the question that is names or numbers and missing from the passage. */
  readonly missingNames: number;
  readonly missingNumbers: number;
  /** The heaviest missing concept's share. */
  readonly heaviestMissing: number;
  /** The best window, or else the passage, holds the kind of thing that is asked for. */
  readonly typeInWindow: number;
  readonly typeInPassage: number;
  /** How early the best window begins. */
  readonly early: number;
  /** ln(length / average length). */
  readonly length: number;
}

export const FEATURE_NAMES = [
  'bm25',
  'bm25Relative',
  'coverage',
  'bodyCoverage',
  'sentence',
  'window',
  'bigrams',
  'nearPairs',
  'proximity',
  'title',
  'heading',
  'missingNames',
  'missingNumbers',
  'heaviestMissing',
  'typeInWindow',
  'typeInPassage',
  'early',
  'length',
] as const satisfies readonly (keyof Features)[];

/** The best place of a passage: sentences [from, to). */
export interface BestWindow {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

export interface Bm25Context {
  readonly bm25: number;
  readonly most: number;
  readonly best: number;
  readonly averageLength: number;
}

export function featuresOf(question: Question, evidence: Evidence, context: Bm25Context): Features {
  const { concepts } = question;
  const body = bestWeights(concepts.length, evidence.occurrences);
  const whole = body.map((weight, at) => Math.max(weight, evidence.title[at] ?? 0, evidence.heading[at] ?? 0));
  const single = bestWindow(question, evidence, 1);
  const double = bestWindow(question, evidence, 2);
  const missing = (test: (at: number) => boolean): number =>
    sum(concepts, (concept, at) => (test(at) ? concept.share * (1 - (whole[at] as number)) : 0));
  return {
    bm25: context.bm25 / context.most,
    bm25Relative: context.bm25 / context.best,
    coverage: sum(concepts, ({ share }, at) => share * (whole[at] as number)),
    bodyCoverage: sum(concepts, ({ share }, at) => share * (body[at] as number)),
    sentence: single.share,
    window: double.share,
    ...pairs(question, evidence),
    proximity: proximity(question, evidence),
    title: sum(concepts, ({ share }, at) => share * (evidence.title[at] as number)),
    heading: sum(concepts, ({ share }, at) => share * (evidence.heading[at] as number)),
    missingNames: missing((at) => concepts[at]?.isName === true),
    missingNumbers: missing((at) => concepts[at]?.isNumber === true),
    heaviestMissing: Math.max(0, ...concepts.map(({ share }, at) => share * (1 - (whole[at] as number)))),
    typeInWindow: holdsType(question.answerType, evidence.sentences.slice(double.from, double.to)),
    typeInPassage: holdsType(question.answerType, evidence.sentences),
    early: evidence.sentences.length === 0 ? 0 : 1 - double.from / evidence.sentences.length,
    length: Math.log(Math.max(1, evidence.length) / context.averageLength),
  };
}

function sum<T>(items: readonly T[], value: (item: T, at: number) => number): number {
  let total = 0;
  items.forEach((item, at) => {
    total += value(item, at);
  });
  return total;
}

function bestWeights(concepts: number, occurrences: readonly Occurrence[]): Float64Array {
  const best = new Float64Array(concepts);
  for (const { concept, weight } of occurrences) best[concept] = Math.max(best[concept] as number, weight);
  return best;
}

/** The `size` neighbouring sentences that hold most of the question; the first of equal ones. */
export function bestWindow(question: Question, evidence: Evidence, size: number): BestWindow {
  let best: BestWindow = { from: 0, to: Math.min(size, evidence.sentences.length), share: 0 };
  const { occurrences } = evidence;
  const weights = new Float64Array(question.concepts.length);
  let begin = 0;
  for (let from = 0; from < evidence.sentences.length; from++) {
    weights.fill(0);
    while (begin < occurrences.length && (occurrences[begin]?.sentence ?? 0) < from) begin++;
    for (let at = begin; at < occurrences.length && (occurrences[at]?.sentence ?? 0) < from + size; at++) {
      const { concept, weight } = occurrences[at] as Occurrence;
      weights[concept] = Math.max(weights[concept] as number, weight);
    }
    const share = sum(question.concepts, (concept, at) => concept.share * (weights[at] as number));
    if (share > best.share) best = { from, to: Math.min(from + size, evidence.sentences.length), share };
  }
  return best;
}

/** Words farther apart than this say nothing of each other. */
const NEAR = 4;

function pairs({ concepts }: Question, { occurrences }: Evidence): { bigrams: number; nearPairs: number } {
  const places = concepts.map((): Occurrence[] => []);
  for (const occurrence of occurrences) places[occurrence.concept]?.push(occurrence);
  let bigrams = 0;
  let nearPairs = 0;
  let total = 0;
  for (let at = 0; at + 1 < concepts.length; at++) {
    const [left, right] = [concepts[at] as Concept, concepts[at + 1] as Concept];
    const share = (left.share + right.share) / 2;
    const { exact, near } = closest(places[at] ?? [], places[at + 1] ?? [], right.position - left.position);
    total += share;
    bigrams += share * exact;
    nearPairs += share * near;
  }
  return total === 0 ? { bigrams: 0, nearPairs: 0 } : { bigrams: bigrams / total, nearPairs: nearPairs / total };
}

/** How well two concepts that stand `apart` words from each other in the question stand together in the passage. */
function closest(
  lefts: readonly Occurrence[],
  rights: readonly Occurrence[],
  apart: number,
): { exact: number; near: number } {
  let exact = 0;
  let near = 0;
  for (const left of lefts) {
    for (const right of rights) {
      const distance = right.position - left.position;
      const weight = Math.min(left.weight, right.weight);
      if (distance === apart && apart <= NEAR) exact = Math.max(exact, weight);
      if (Math.abs(distance) <= apart + NEAR - 1) near = Math.max(near, weight);
    }
  }
  return { exact, near };
}

/** How far one place's influence reaches, in words. */
const REACH = 12;

/**
 * The most of the question that stands around one place: at each occurrence the sum over the concepts of
 * share × weight × e^(-distance / REACH), the best occurrence counting.
 */
function proximity({ concepts }: Question, { occurrences }: Evidence): number {
  let best = 0;
  const around = new Float64Array(concepts.length);
  const considered = occurrences.length > 120 ? occurrences.slice(0, 120) : occurrences;
  for (const centre of considered) {
    around.fill(0);
    for (const other of considered) {
      const distance = Math.abs(other.position - centre.position);
      if (distance > 4 * REACH) continue;
      const value = other.weight * Math.exp(-distance / REACH);
      if (value > (around[other.concept] as number)) around[other.concept] = value;
    }
    best = Math.max(
      best,
      sum(concepts, ({ share }, at) => share * (around[at] as number)),
    );
  }
  return best;
}

function holdsType(type: AnswerType, sentences: readonly SentenceKinds[]): number {
  const some = (test: (kinds: SentenceKinds) => boolean): number => (sentences.some(test) ? 1 : 0);
  switch (type) {
    case 'date':
      return some(({ year, month }) => year || month);
    case 'number':
      return some(({ number }) => number);
    case 'person':
    case 'place':
    case 'name':
      return some(({ name }) => name);
    case 'any':
      return 0.5;
  }
}
