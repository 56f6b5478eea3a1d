import type { Hit, QueryWord } from '../../search/types.ts';
import { isYearTerm } from '../../text/number.ts';

/** A word stands in the material where it, a near spelling or another name of it does; a mere synonym is not it. */
const MIN_PRESENCE = 0.7;
/** A shorter word that was taken for a near spelling may be any other word. */
const MIN_CORRECTED = 5;

/** Whether some informative word of a question stands in what is searched. `strictly`: one that is not common English. */
export function isAnchored(words: readonly QueryWord[], strictly: boolean): boolean {
  return words.some(
    (word) => isPresent(word) && (word.as !== 'corrected' || isCorrected(word)) && !(strictly && word.isLight),
  );
}

/**
 * Whether a passage may answer at all: by one word that was typed so, or by two that were misspelt, or one that is long
 * where nothing else is asked about but common words that stand there. Those do not count where something else that is
 * asked about stands nowhere.
 */
export function standsFirmly(words: readonly QueryWord[]): boolean {
  const typed = words.filter((word) => isPresent(word) && word.as !== 'corrected');
  const corrected = words.filter(isCorrected);
  if (typed.length === words.length || typed.some(({ isLight }) => !isLight) || corrected.length > 1) return true;
  return typed.length + corrected.length === words.length && corrected.some((word) => word.typed.length >= LONG);
}

/** Hardly any other word is one slip away from so long a one. */
const LONG = 7;

/** What tells whether a question is about what is searched. */
export interface Signs {
  readonly words: readonly QueryWord[];
  /** The first passage found. */
  readonly hit: Hit | undefined;
  /** How many different terms the passages have. */
  readonly terms: number;
  /** The probability that the first entry answers; undefined where no facts tell of the passage. */
  readonly answer: number | undefined;
}

/** Log odds of a sign: fitted on far-off questions and answerable ones, on works in four languages, with facts and without. */
const CONFIDENCE = 7.5;
/** For one, two, and three and more informative words that stand there: one may do so by chance. */
const ANCHORS = [0, 2.1, 3.3, 6.2];
/** The passage holds every word of the question. */
const WHOLE = 1.85;
/** For each ten times as many terms as a small vocabulary has: in a large one nearly every common word stands somewhere. */
const VOCABULARY = -3.8;
const SMALL_VOCABULARY = 300;
/** Where facts tell what the material is about, what they hold counts too. */
const ANSWER = 7.2;
const TOLD = -2.5;
/** With less a question is about something else. */
const MIN_EVIDENCE = 1.2;

/** Whether what is searched speaks of a question, whose names it does not know, at all. */
export function speaksOf({ words, hit, terms, answer }: Signs): boolean {
  const anchors = words.filter((word) => isPresent(word) && word.as !== 'corrected' && !word.isLight).length;
  // Two words that were misspelt are as good as one that was not.
  const corrected = words.filter(isCorrected).length;
  const held = Math.min(anchors + Math.floor(corrected / 2), ANCHORS.length - 1);
  const areAllPresent = words.every((word) => isPresent(word) && word.as !== 'corrected');
  if (hit?.isSection && areAllPresent) return true;
  // "What happened in 1442?" asks about a year, and nothing but that.
  if (hit !== undefined && words.some(isKnownYear) && words.every((word) => word.isLight || isPresent(word)))
    return true;
  // Facts tell which names the material is about; without them, each that stands there is.
  if (hit !== undefined && answer === undefined && words.some(isKnownName)) return true;
  // Where something that is asked about stands nowhere, a common word that does is no sign.
  if (hit === undefined || !isAnchored(words, !areAllPresent)) return false;
  const isWhole = hit.coverage >= WHOLE_COVERAGE && areAllPresent;
  const evidence =
    CONFIDENCE * hit.confidence +
    (ANCHORS[held] ?? 0) +
    (isWhole ? WHOLE : 0) +
    VOCABULARY * Math.max(0, Math.log10(terms / SMALL_VOCABULARY)) +
    (answer === undefined ? 0 : TOLD + ANSWER * answer);
  return evidence >= MIN_EVIDENCE;
}

const WHOLE_COVERAGE = 0.9;

const isKnownName = (word: QueryWord): boolean => word.isName && word.as === 'known' && isPresent(word);

const isKnownYear = (word: QueryWord): boolean => isYearTerm(word.typed) && isPresent(word);

/** A word that one slip of the fingers makes of another. */
const isCorrected = ({ as, typed, taken }: QueryWord): boolean =>
  as === 'corrected' && typed.length >= MIN_CORRECTED && isOneSlip(typed, taken);

/**
 * How much of a question, by weight, stands nowhere, or was taken for words that are not so near: it may be about
 * something else.
 */
export function doubtOf(words: readonly QueryWord[]): number {
  const doubtful = words.filter(({ as, presence, typed, taken }) =>
    as === 'corrected' ? !isOneSlip(typed, taken) && !isInflected(typed, taken) : presence === 0,
  );
  return doubtful.reduce((sum, { weight }) => sum + weight, 0);
}

/** One letter more, less or another, or two that changed places. */
function isOneSlip(a: string, b: string): boolean {
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let [endA, endB] = [a.length, b.length];
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const [restA, restB] = [a.slice(from, endA), b.slice(from, endB)];
  return Math.max(restA.length, restB.length) <= 1 || (restA.length === 2 && restA === `${restB[1]}${restB[0]}`);
}

/** Two forms of one word: they begin alike, and no more than an ending each is left. */
function isInflected(a: string, b: string): boolean {
  let alike = 0;
  while (alike < a.length && a[alike] === b[alike]) alike++;
  return alike >= MIN_ALIKE && Math.max(a.length, b.length) - alike <= MAX_ENDING;
}

const MIN_ALIKE = 5;
const MAX_ENDING = 2;

const isPresent = ({ presence }: QueryWord): boolean => presence >= MIN_PRESENCE;
