import type { Concept } from './question.ts';
import type { Features } from './rank/features.ts';
import { CONFIDENCE } from './rank/weights.ts';

/** What tells whether a passage answers at all, whereas ranking only asks which one answers best. */
export interface Signs {
  readonly bm25: number;
  readonly coverage: number;
  readonly window: number;
  readonly windowSquared: number;
  readonly sentenceBm25: number;
  readonly bigrams: number;
  readonly nearPairs: number;
  readonly proximity: number;
  readonly title: number;
  readonly missingNames: number;
  readonly missingNumbers: number;
  readonly heaviestMissing: number;
  readonly typeInWindow: number;
  readonly typeInPassage: number;
  readonly length: number;
  readonly work: number;
  /** The score's lead over the best other passage, cut at ±5. */
  readonly lead: number;
  /** Share of the question that is nowhere in the material, and share that was taken for a near spelling. */
  readonly unknown: number;
  readonly respelt: number;
  /** How unlike the words that were respelt are to what was typed, as a share of the question. */
  readonly doubt: number;
  /** Names and numbers that the best window does hold, as a share of the question. */
  readonly anchored: number;
  /** ln(informative words). */
  readonly words: number;
  /** How much information the window holds: sum of the matched words' idf over the idf of an unknown word. */
  readonly matched: number;
}

export const SIGN_NAMES = [
  'bm25',
  'coverage',
  'window',
  'windowSquared',
  'sentenceBm25',
  'bigrams',
  'nearPairs',
  'proximity',
  'title',
  'missingNames',
  'missingNumbers',
  'heaviestMissing',
  'typeInWindow',
  'typeInPassage',
  'length',
  'work',
  'lead',
  'unknown',
  'respelt',
  'doubt',
  'anchored',
  'words',
  'matched',
] as const satisfies readonly (keyof Signs)[];

/** What confidence needs to know beside the passage itself. */
export interface Standing {
  /** The passage's score less that of the best other one. */
  readonly lead: number;
  /** The idf of a word that no passage holds. */
  readonly unknownIdf: number;
}

export function signsOf(features: Features, concepts: readonly Concept[], standing: Standing): Signs {
  const { unknown, respelt, doubt, anchors, idf } = sumsOf(concepts);
  // Written out, not spread: this runs for every hit shown, and spreading takes ten times as long.
  return {
    bm25: features.bm25,
    coverage: features.coverage,
    window: features.window,
    windowSquared: features.window * features.window,
    sentenceBm25: features.sentenceBm25,
    bigrams: features.bigrams,
    nearPairs: features.nearPairs,
    proximity: features.proximity,
    title: features.title,
    missingNames: features.missingNames,
    missingNumbers: features.missingNumbers,
    heaviestMissing: features.heaviestMissing,
    typeInWindow: features.typeInWindow,
    typeInPassage: features.typeInPassage,
    length: features.length,
    work: features.work,
    lead: Math.max(-5, Math.min(5, standing.lead)),
    unknown,
    respelt,
    doubt,
    anchored: anchors - features.missingNames - features.missingNumbers,
    words: Math.log(Math.max(1, concepts.length)),
    matched: Math.min(4, (features.window * idf) / standing.unknownIdf),
  };
}

function sumsOf(concepts: readonly Concept[]): Record<Sum, number> {
  const sums = { unknown: 0, respelt: 0, doubt: 0, anchors: 0, idf: 0 };
  for (const { as, share, likeness, isName, isNumber, idf } of concepts) {
    if (as === 'unknown') sums.unknown += share;
    if (as === 'respelt') {
      sums.respelt += share;
      sums.doubt += share * (1 - likeness);
    }
    if (isName || isNumber) sums.anchors += share;
    sums.idf += idf;
  }
  return sums;
}

type Sum = 'unknown' | 'respelt' | 'doubt' | 'anchors' | 'idf';

/**
 * What the log-odds lose where the question denies and the window does not: "who did not sign" is no question to a
 * passage that says who did. Of 1,125 questions that a passage answers .0044 are such, of 1,293 unanswerable ones on
 * the same works .131: this is the logarithm of the ratio. It stands beside the fit, which sees no unanswerable ones.
 */
const DENIAL = 3.4;

/** Probability that the passage answers the question: the logistic function of the weighted signs. */
export function confidenceOf(signs: Signs, denied: boolean): number {
  let odds = CONFIDENCE.bias - (denied ? DENIAL : 0);
  for (const name of SIGN_NAMES) odds += CONFIDENCE[name] * signs[name];
  return 1 / (1 + Math.exp(-odds));
}
