import { NEGATION } from '../index/stream.ts';
import { type Concept, isTelling } from '../query/parsed-question.ts';
import { pairs, proximity } from './nearness.ts';
import type { PassageMatch } from './passage-match.ts';
import { bestWindow } from './window.ts';

/** What a passage's features need to know of the search around it. */
export interface Surroundings {
  readonly bm25: number;
  /** BM25 of a passage of average length that holds every concept twice. */
  readonly full: number;
  /** The best candidate's. */
  readonly best: number;
  readonly averageLength: number;
  readonly prose: number;
  readonly definition: number;
  /** See `GramScores.relative`; 0 where the question is not read by its grams. */
  readonly grams: number;
}

/**
 * What is read off the passage that `match` has just read, all within about 0..1; see DESIGN.md for why each is there. A
 * feature is a line here; weights.ts says what ranking gives for it. Confidence hears some of them, and signs of its own.
 */
export function featuresOf(match: PassageMatch, around: Surroundings) {
  const inWindow = bestWindow(match, 2);
  const { exact, near } = pairs(match);
  const held = coverages(match);
  return {
    // BM25 relative to what a passage scores that holds every concept twice, and relative to the best candidate's.
    bm25: around.bm25 / around.full,
    bm25Relative: around.bm25 / around.best,
    // Share of the question that the passage holds, and that the best two neighbouring sentences do.
    coverage: held.coverage,
    window: inWindow.share,
    // BM25 of the best single sentence as if it were the passage.
    sentenceBm25: sentenceBm25(match),
    // Neighbours in the question that are neighbours in the passage, or nearly.
    bigrams: exact,
    nearPairs: near,
    // The most of the question that stands around one place.
    proximity: proximity(match),
    title: held.title,
    heading: held.heading,
    // Share of the question that is names and missing from the passage; the heaviest missing concept's share.
    missingNames: held.missingNames,
    heaviestMissing: held.heaviestMissing,
    // ln(length / average length).
    length: Math.log(Math.max(1, match.length) / around.averageLength),
    // How far the passage is prose, rather than questions, choices, headings or references.
    prose: around.prose,
    // How plainly it defines what a question asks to have defined.
    definition: around.definition,
    // BM25 of the question's grams relative to the best candidate's, where forms of words are not known.
    grams: around.grams,
  };
}

export type Features = Readonly<ReturnType<typeof featuresOf>>;
export type FeatureName = keyof Features;

/** One word that is so much of the question must be in the passage that answers it. */
const MAX_MISSING = 0.3;
/** A word stands in a passage where it, or what is at least so near to it, does. */
const HELD = 0.5;

/**
 * Whether the passage lacks the one word that the question is mostly about. Words that are common in the language, and nouns
 * that name the kind of answer, may be missing; where all others are, the work's title has them alone. `defines`: it says what the title names, which it need not repeat.
 */
export function lacksSubject(match: PassageMatch, defines: boolean): boolean {
  const telling = [...match.concepts.keys()].filter((at) => isTelling(match.concepts[at] as Concept));
  const inTitleAlone = telling.every((at) => Math.max(match.body[at] as number, match.heading[at] as number) < HELD);
  if (telling.length > 0 && inTitleAlone && !defines) return true;
  return telling.some((at) => (match.concepts[at] as Concept).share * (1 - heldOf(match, at)) >= MAX_MISSING);
}

/** Whether the best window denies something. */
export function windowDenies(match: PassageMatch): boolean {
  const { from, to } = bestWindow(match, 2);
  return holds(match, NEGATION, from, to);
}

/** How well the passage holds a concept, or its title or heading does. */
export function heldOf({ body, title, heading }: PassageMatch, at: number): number {
  return Math.max(body[at] as number, title[at] as number, heading[at] as number);
}

type Coverages = Readonly<Record<'coverage' | 'title' | 'heading' | 'missingNames' | 'heaviestMissing', number>>;

function coverages(match: PassageMatch): Coverages {
  const sums = { coverage: 0, title: 0, heading: 0, missingNames: 0, heaviestMissing: 0 };
  for (let at = 0; at < match.concepts.length; at++) {
    const { share, isName } = match.concepts[at] as Concept;
    const title = match.title[at] as number;
    const heading = match.heading[at] as number;
    const held = heldOf(match, at);
    const missing = share * (1 - held);
    sums.coverage += share * held;
    sums.title += share * title;
    sums.heading += share * heading;
    if (isName) sums.missingNames += missing;
    sums.heaviestMissing = Math.max(sums.heaviestMissing, missing);
  }
  return sums;
}

/** A sentence of so many words is of average length; a longer one holds the same words by chance more easily. */
const USUAL_SENTENCE = 24;

/** The best sentence's sum of share × weight, less the longer the sentence is. */
function sentenceBm25(match: PassageMatch): number {
  const { count, sentence, concept, weight, concepts } = match;
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
    const length = match.sentenceLength[sentence[at] as number] as number;
    best = Math.max(best, (2 * sum) / (1 + (0.4 + (0.6 * length) / USUAL_SENTENCE)));
  }
  return best;
}

/** Whether some of these sentences hold one of the kinds, bits of stream.ts. */
function holds(match: PassageMatch, kinds: number, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (((match.kinds[at] as number) & kinds) !== 0) return true;
  return false;
}
