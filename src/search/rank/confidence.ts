import type { Concept } from '../query/parsed-question.ts';
import type { Features } from './features.ts';
import { CONFIDENCE } from './weights.ts';

/** What confidence needs to know beside the passage itself. */
export interface Standing {
  /** The passage's score less that of the best other one. */
  readonly lead: number;
  /** How much of all candidates' BM25 lies in other passages of its work, 0..1. */
  readonly work: number;
  /** The idf of a word that no passage holds. */
  readonly unknownIdf: number;
}

interface Measures extends Standing {
  readonly features: Features;
  readonly sums: Record<Sum, number>;
  readonly concepts: readonly Concept[];
}

interface ConfidenceFeature {
  readonly name: string;
  compute(measures: Measures): number;
}

/** A heading says this much of what a title says. The sets have no headings, so it is set by hand. */
const HEADING = 0.5;

/** What tells whether a passage answers at all, whereas ranking only asks which one answers best. */
export const CONFIDENCE_FEATURES = [
  { name: 'bm25', compute: ({ features }) => features.bm25 },
  { name: 'sentenceBm25', compute: ({ features }) => features.sentenceBm25 },
  { name: 'nearPairs', compute: ({ features }) => features.nearPairs },
  { name: 'title', compute: ({ features }) => Math.max(features.title, HEADING * features.heading) },
  { name: 'missingNames', compute: ({ features }) => features.missingNames },
  { name: 'heaviestMissing', compute: ({ features }) => features.heaviestMissing },
  // The other candidates are of the same work.
  { name: 'work', compute: ({ work }) => work },
  // The score's lead over the best other passage, cut at ±5.
  { name: 'lead', compute: ({ lead }) => Math.max(-5, Math.min(5, lead)) },
  // Share of the question that was taken for near spellings, and how unlike these are to what was typed.
  { name: 'corrected', compute: ({ sums }) => sums.corrected },
  { name: 'doubt', compute: ({ sums }) => sums.doubt },
  // How much information the window holds: sum of the matched words' idf over the idf of an unknown word.
  {
    name: 'matched',
    compute: ({ features, sums, unknownIdf }) => Math.min(4, (features.window * sums.idf) / unknownIdf),
  },
] as const satisfies readonly ConfidenceFeature[];

export type ConfidenceName = (typeof CONFIDENCE_FEATURES)[number]['name'];
export type ConfidenceFeatures = Readonly<Record<ConfidenceName, number>>;

export function confidenceFeatures(
  features: Features,
  concepts: readonly Concept[],
  standing: Standing,
): ConfidenceFeatures {
  const measures: Measures = { ...standing, features, concepts, sums: sumsOf(concepts) };
  const result = {} as Record<ConfidenceName, number>;
  for (const { name, compute } of CONFIDENCE_FEATURES) result[name] = compute(measures);
  return result;
}

function sumsOf(concepts: readonly Concept[]): Record<Sum, number> {
  const sums = { corrected: 0, doubt: 0, idf: 0 };
  for (const { as, share, likeness, idf } of concepts) {
    if (as === 'corrected') {
      sums.corrected += share;
      sums.doubt += share * (1 - likeness);
    }
    sums.idf += idf;
  }
  return sums;
}

type Sum = 'corrected' | 'doubt' | 'idf';

/**
 * What the log-odds lose where the question denies and the window does not: "who did not sign" is no question to a
 * passage that says who did. Of 1,125 questions that a passage answers .0044 are such, of 1,293 unanswerable ones on
 * the same works .131: this is the logarithm of the ratio. It stands beside the fit, which sees no unanswerable ones.
 */
const DENIAL = 3.4;

/**
 * What the log-odds gain in a language without synonyms, where less of a question is found for reasons that say nothing of
 * the passage. Chosen on Spanish, Russian, Chinese, Greek, Vietnamese, Thai and Japanese questions; see DESIGN.md.
 */
const FOREIGN = 0.9;

/**
 * What the log-odds gain for each of the question's grams that the passage holds and others do not, beyond the share that it has
 * by chance. Chosen on Turkish and Hindi questions in other words than the text's, and on Spanish and Russian ones without
 * what is known of these languages; see DESIGN.md.
 */
const GRAMS = 4;
const CHANCE = 0.3;

/** So plainly a passage must define what a question asks to have defined, for that alone to answer it. */
const DEFINES = 0.9;
/**
 * The log-odds that such a passage has at least. What the fit goes by is little where the question is one word and the
 * material small; but of 853 first passages that define a textbook's terms, with and without half of its chapters,
 * .93 were right.
 */
const DEFINED = 2.6;

export interface Circumstances {
  readonly denied: boolean;
  /** The passage is in another language than the index. */
  readonly foreign: boolean;
  /** How plainly the passage defines what is to be defined. */
  readonly definition: number;
  /** See `GramScores.lead`; undefined where the question is not read by its grams. */
  readonly gramLead?: number | undefined;
}

/** Probability that the passage answers the question: the logistic function of the weighted features. */
export function confidenceOf(
  features: ConfidenceFeatures,
  { denied, foreign, definition, gramLead }: Circumstances,
): number {
  let odds = CONFIDENCE.bias;
  for (const { name } of CONFIDENCE_FEATURES) odds += CONFIDENCE[name] * features[name];
  if (gramLead !== undefined) odds += GRAMS * (gramLead - CHANCE);
  if (definition >= DEFINES) odds = Math.max(odds, DEFINED);
  return 1 / (1 + Math.exp((denied ? DENIAL : 0) - (foreign ? FOREIGN : 0) - odds));
}
