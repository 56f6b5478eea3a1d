import type { Concept } from '../question.ts';
import { MONTH, NAME, NEGATION, NUMBER, YEAR } from '../stream.ts';
import type { AnswerType } from '../words/answer-types.ts';
import type { Evidence } from './evidence.ts';
import { pairs, proximity } from './nearness.ts';
import { bestWindow } from './window.ts';

/** What ranking weighs, all within about 0..1; see DESIGN.md for why each is there. */
export interface Features {
  /** BM25 relative to what a passage scores that holds every concept twice. */
  readonly bm25: number;
  /** BM25 relative to the best candidate's. */
  readonly bm25Relative: number;
  /** Share of the question that the passage holds, title and heading included. */
  readonly coverage: number;
  /** The same without them. */
  readonly bodyCoverage: number;
  /** The best single sentence's share, and that of the best two neighbours. */
  readonly sentence: number;
  readonly window: number;
  /** BM25 of the best single sentence as if it were the passage. */
  readonly sentenceBm25: number;
  /** Pairs of neighbouring question words that stand side by side in the passage as in the question. */
  readonly bigrams: number;
  /** The same within a few words, in either order. */
  readonly nearPairs: number;
  /** The most of the question that stands around one place. */
  readonly proximity: number;
  readonly title: number;
  readonly heading: number;
  /** Share of the question that is names or numbers and missing from the passage. */
  readonly missingNames: number;
  readonly missingNumbers: number;
  /** The heaviest missing concept's share. */
  readonly heaviestMissing: number;
  /** The best sentence, the best window, or the passage holds the kind of thing that is asked for. */
  readonly typeInSentence: number;
  readonly typeInWindow: number;
  readonly typeInPassage: number;
  /** How early the best window begins. */
  readonly early: number;
  /** ln(length / average length). */
  readonly length: number;
  /** How much of the other candidates' BM25 lies in the same work. */
  readonly work: number;
}

export const FEATURE_NAMES = [
  'bm25',
  'bm25Relative',
  'coverage',
  'bodyCoverage',
  'sentence',
  'window',
  'sentenceBm25',
  'bigrams',
  'nearPairs',
  'proximity',
  'title',
  'heading',
  'missingNames',
  'missingNumbers',
  'heaviestMissing',
  'typeInSentence',
  'typeInWindow',
  'typeInPassage',
  'early',
  'length',
  'work',
] as const satisfies readonly (keyof Features)[];

/** What a passage's features need to know of the search around it. */
export interface Surroundings {
  readonly bm25: number;
  /** BM25 of a passage of average length that holds every concept twice. */
  readonly full: number;
  /** The best candidate's. */
  readonly best: number;
  readonly averageLength: number;
  readonly work: number;
  readonly answerType: AnswerType;
}

/** The features of the passage that `evidence` has just read. */
export function featuresOf(evidence: Evidence, around: Surroundings): Features {
  const single = bestWindow(evidence, 1);
  const double = bestWindow(evidence, 2);
  const { exact, near } = pairs(evidence);
  const held = coverages(evidence);
  const wanted = KINDS_WANTED[around.answerType];
  return {
    bm25: around.bm25 / around.full,
    bm25Relative: around.bm25 / around.best,
    coverage: held.coverage,
    bodyCoverage: held.bodyCoverage,
    sentence: single.share,
    window: double.share,
    sentenceBm25: sentenceBm25(evidence),
    bigrams: exact,
    nearPairs: near,
    proximity: proximity(evidence),
    title: held.title,
    heading: held.heading,
    missingNames: held.missingNames,
    missingNumbers: held.missingNumbers,
    heaviestMissing: held.heaviestMissing,
    typeInSentence: holds(evidence, wanted, single.from, single.to),
    typeInWindow: holds(evidence, wanted, double.from, double.to),
    typeInPassage: holds(evidence, wanted, 0, evidence.sentences),
    early: evidence.sentences === 0 ? 0 : 1 - double.from / evidence.sentences,
    length: Math.log(Math.max(1, evidence.length) / around.averageLength),
    work: around.work,
  };
}

/** Whether the best window denies something. */
export function windowDenies(evidence: Evidence): boolean {
  const { from, to } = bestWindow(evidence, 2);
  return holds(evidence, NEGATION, from, to) > 0;
}

type Coverages = Pick<
  Features,
  'coverage' | 'bodyCoverage' | 'title' | 'heading' | 'missingNames' | 'missingNumbers' | 'heaviestMissing'
>;

function coverages(evidence: Evidence): Coverages {
  const sums = {
    coverage: 0,
    bodyCoverage: 0,
    title: 0,
    heading: 0,
    missingNames: 0,
    missingNumbers: 0,
    heaviestMissing: 0,
  };
  for (let at = 0; at < evidence.concepts.length; at++) {
    const { share, isName, isNumber } = evidence.concepts[at] as Concept;
    const body = evidence.body[at] as number;
    const title = evidence.title[at] as number;
    const heading = evidence.heading[at] as number;
    const held = Math.max(body, title, heading);
    const missing = share * (1 - held);
    sums.coverage += share * held;
    sums.bodyCoverage += share * body;
    sums.title += share * title;
    sums.heading += share * heading;
    if (isName) sums.missingNames += missing;
    if (isNumber) sums.missingNumbers += missing;
    sums.heaviestMissing = Math.max(sums.heaviestMissing, missing);
  }
  return sums;
}

/** A sentence of so many words is of average length; a longer one holds the same words by chance more easily. */
const USUAL_SENTENCE = 24;

/** The best sentence's sum of share × weight, less the longer the sentence is. */
function sentenceBm25(evidence: Evidence): number {
  const { count, sentence, concept, weight, concepts } = evidence;
  let best = 0;
  let sum = 0;
  let seen = 0;
  for (let at = 0; at < count; at++) {
    if (at === 0 || sentence[at] !== sentence[at - 1]) {
      sum = 0;
      seen = 0;
    }
    const bit = 1 << (concept[at] as number);
    if ((seen & bit) !== 0) continue;
    seen |= bit;
    sum += (concepts[concept[at] as number]?.share ?? 0) * (weight[at] as number);
    const length = evidence.sentenceLength[sentence[at] as number] as number;
    best = Math.max(best, (2 * sum) / (1 + (0.4 + (0.6 * length) / USUAL_SENTENCE)));
  }
  return best;
}

/** Any of these kinds satisfies the type; 0: any answer will do. */
const KINDS_WANTED: Readonly<Record<AnswerType, number>> = {
  date: YEAR | MONTH,
  number: NUMBER,
  person: NAME,
  place: NAME,
  name: NAME,
  any: 0,
};

function holds(evidence: Evidence, wanted: number, from: number, to: number): number {
  if (wanted === 0) return 0.5;
  for (let at = from; at < to; at++) if (((evidence.kinds[at] as number) & wanted) !== 0) return 1;
  return 0;
}
