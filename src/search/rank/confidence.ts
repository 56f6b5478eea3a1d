import type { Concept } from '../query/parsed-question.ts';
import type { Features } from './features.ts';
import { CONFIDENCE } from './weights.ts';

/** What confidence needs to know of a passage's place in the ranking. */
export interface Standing {
  /** The passage's score less that of the best other one. */
  readonly lead: number;
  /** How much of all candidates' BM25 lies in other passages of its work, 0..1. */
  readonly work: number;
  /** The idf of a word that no passage holds. */
  readonly unknownIdf: number;
}

/** The same of all passages: of the question alone. */
export interface QuestionSigns {
  /** Share of the question that was taken for near spellings, and how unlike these are to what was typed. */
  readonly corrected: number;
  readonly doubt: number;
  /** The sum of its words' idf. */
  readonly idf: number;
}

export function questionSigns(concepts: readonly Concept[]): QuestionSigns {
  const signs = { corrected: 0, doubt: 0, idf: 0 };
  for (const { as, share, likeness, idf } of concepts) {
    if (as === 'corrected') {
      signs.corrected += share;
      signs.doubt += share * (1 - likeness);
    }
    signs.idf += idf;
  }
  return signs;
}

/** A heading says this much of what a title says. The sets have no headings, so it is set by hand. */
const HEADING = 0.5;

/** What tells whether a passage answers at all, whereas ranking only asks which one answers best. */
export function confidenceFeatures(features: Features, question: QuestionSigns, standing: Standing) {
  return {
    bm25: features.bm25,
    sentenceBm25: features.sentenceBm25,
    nearPairs: features.nearPairs,
    title: Math.max(features.title, HEADING * features.heading),
    missingNames: features.missingNames,
    heaviestMissing: features.heaviestMissing,
    // The other candidates are of the same work.
    work: standing.work,
    // Cut at ±5.
    lead: Math.max(-5, Math.min(5, standing.lead)),
    corrected: question.corrected,
    doubt: question.doubt,
    // How much information the window holds: sum of the matched words' idf over the idf of an unknown word.
    matched: Math.min(4, (features.window * question.idf) / standing.unknownIdf),
  };
}

export type ConfidenceFeatures = Readonly<ReturnType<typeof confidenceFeatures>>;

/** In the order of the weights. */
export const CONFIDENCE_NAMES = Object.keys(CONFIDENCE).filter(
  (name) => name !== 'bias',
) as (keyof ConfidenceFeatures)[];

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
  for (const name of CONFIDENCE_NAMES) odds += CONFIDENCE[name] * features[name];
  if (gramLead !== undefined) odds += GRAMS * (gramLead - CHANCE);
  if (definition >= DEFINES) odds = Math.max(odds, DEFINED);
  return 1 / (1 + Math.exp((denied ? DENIAL : 0) - (foreign ? FOREIGN : 0) - odds));
}
