import { type AnswerType, analyse, answerTypeOf, normaliseWord, type QueryWord } from '../search/index.ts';
import type { Asking } from './asking.ts';
import type { EntryHit } from './entry-index.ts';
import type { EntryReading } from './entry-reading.ts';
import { type Mention, namesOf, type Reader, wordingOf } from './reading.ts';
import type { FactEntry } from './types.ts';
import { asksForPerson, fitsType, isFigure, saysMore } from './value-kind.ts';

/** A question as it is compared with entries. */
export interface QuestionReading {
  readonly text: string;
  readonly type: AnswerType;
  /** Asks for a person by a post or a deed. */
  readonly asksForPerson: boolean;
  /** Names one thing and says nothing else: "Who is Lavrov?" */
  readonly isDefinition: boolean;
  /** Words thrown in ("peru helicopters") rather than a sentence that asks. */
  readonly isKeywords: boolean;
  readonly mentions: readonly Mention[];
  /** The stems of all its words. */
  readonly terms: ReadonlySet<string>;
  /** Words that are taken for near spellings, and what they are taken for. */
  readonly respelt: ReadonlyMap<string, string>;
  /** The informative words that are neither names nor numbers, each with its share of the question. */
  readonly words: readonly { readonly key: string; readonly weight: number }[];
  readonly keys: ReadonlySet<string>;
  /** Every word in order, so that "when was it founded" and "what was it founded for" differ. */
  readonly wording: string;
}

const ASKING =
  /\b(?:what|which|who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|can|could|will|would|has|have|had)\b/i;
/** The weight of a word that the engine gave none, such as half of a joined one. */
const SLIGHT = 0.08;

export function readQuestion(text: string, queryWords: readonly QueryWord[], read: Reader): QuestionReading {
  const respelt = new Map(queryWords.filter(({ as }) => as === 'respelt').map(({ typed, taken }) => [typed, taken]));
  const weights = new Map(queryWords.map(({ taken, weight }) => [normaliseWord(taken).term, weight]));
  const mentions = read(text, respelt);
  const tokens = analyse(text);
  return {
    text,
    type: answerTypeOf(tokens),
    asksForPerson: asksForPerson(text, mentions),
    isDefinition: mentions.length === 1 && mentions[0]?.kind === 'name',
    isKeywords: !ASKING.test(text),
    mentions,
    respelt,
    terms: new Set(tokens.map(({ term }) => term)),
    words: mentions
      .filter(({ kind }) => kind === 'word')
      .map(({ key }) => ({ key, weight: weights.get(key) ?? SLIGHT })),
    keys: new Set([...mentions.map(({ key }) => key), ...read.keys(text)]),
    wording: wordingOf(text),
  };
}

/**
 * Whether the table itself says that the entry answers the question: it is the entry's own question, word for word; it
 * asks for the attribute as the table says that people ask; or it asks only who or what something is.
 */
export function isOwnQuestion(question: QuestionReading, reading: EntryReading): boolean {
  return reading.wordings.has(question.wording) || defines(question, reading) || isAskedAs(question, reading);
}

function defines({ isDefinition, type, mentions }: QuestionReading, { isIdentity, subject }: EntryReading): boolean {
  const asksWhat = type === 'any' || type === 'person';
  return isDefinition && asksWhat && isIdentity && subject.length === 1 && subject[0]?.key === mentions[0]?.key;
}

/** "Who founded CELAC?" where the attribute is also called "who founded", and nothing else is said. */
function isAskedAs({ wording, mentions, keys }: QuestionReading, { askedAs, asked, subject }: EntryReading): boolean {
  if (share(subject, keys) < 1 || share(mentions, asked) < 1) return false;
  const words = new Set(wording.split(' '));
  return askedAs.some((name) => name.every((word) => words.has(word)));
}

/**
 * How well an entry fits a question. Shares are 0..1, a share of nothing counts as a half. The verdict's model weighs
 * these; see verdict-weights.ts.
 */
export interface Match extends Standing, Asking {
  /** The engine's own: weight of the question held, and its confidence, taking the entry for a small passage. */
  readonly coverage: number;
  readonly confidence: number;
  /** Coverage again, for keywords: nothing else is asked of them. */
  readonly keywordCoverage: number;
  /** Share of the question's words, names apart, that the entry is about, counted and by weight. */
  readonly wordsAsked: number;
  readonly weightAsked: number;
  /** Share of the question's words, names apart, in the entry or its passages. */
  readonly wordsBorneOut: number;
  /** Share of all that the question mentions in the entry or its passages. */
  readonly borneOut: number;
  /** The weightiest word that neither holds, and how many such words there are, up to 1 at four. */
  readonly weightiestLost: number;
  readonly lost: number;
  /** Turned round: the attribute (by its best name) and its subject as far as the question holds both. */
  readonly attributeOfSubject: number;
  /** How far the entry's own question and this one hold each other: 1 where they ask the same in the same words. */
  readonly ownQuestion: number;
  /** 1 where the question asks when, and only the entry's as-of date could say it. */
  readonly onlyAsOf: number;
  /** 1 where the question asks who, and the value names nobody. */
  readonly namesNobody: number;
  /** 1 where the question asks for a place or something with a name, and the value holds no name. */
  readonly namesNothing: number;
  /** 1 where the question asks for a date or a number, and where one is given for the attribute that it names. */
  readonly wantsFigure: number;
  readonly givesFigure: number;
}

/** How an entry stands among the others. */
export interface Standing {
  /** 1 where the passage search puts one of the entry's passages first, 0 where it finds none of them. */
  readonly passageRank: number;
  /** What the engine's score lacks of the best entry's, and what the likelihood lacks of the likeliest's. */
  readonly behind: number;
  readonly lessLikely: number;
}

export const MATCH_NAMES = [
  'coverage',
  'confidence',
  'keywordCoverage',
  'wordsAsked',
  'weightAsked',
  'wordsBorneOut',
  'borneOut',
  'weightiestLost',
  'lost',
  'attributeOfSubject',
  'ownQuestion',
  'onlyAsOf',
  'namesNobody',
  'namesNothing',
  'wantsFigure',
  'givesFigure',
  'passageRank',
  'behind',
  'lessLikely',
  'likelihood',
  'against',
  'likeness',
  'held',
  'holding',
  'strange',
  'unheard',
] as const satisfies readonly (keyof Match)[];

export function matchEntry(
  question: QuestionReading,
  { entry, hit }: EntryHit,
  reading: EntryReading,
  asking: Asking,
  standing: Standing,
): Match {
  const { words, mentions, keys, type } = question;
  const asked = mentions.map(({ key }) => key);
  const lost = words.filter(({ key }) => !reading.borneOut.has(key));
  const fits = fitsType(entry, type);
  const wantsFigure = type === 'date' || type === 'number';
  const attributeOfSubject = Math.min(best(reading.attributes, keys), share(reading.subject, keys));
  return {
    coverage: hit.coverage,
    confidence: hit.confidence,
    keywordCoverage: question.isKeywords ? hit.coverage : 0,
    wordsAsked: share(words, reading.asked),
    weightAsked: weightShare(words, reading.asked),
    wordsBorneOut: share(words, reading.borneOut),
    borneOut: share(mentions, reading.borneOut),
    weightiestLost: Math.max(0, ...lost.map(({ weight }) => weight)),
    lost: Math.min(1, lost.length / 4),
    attributeOfSubject,
    ownQuestion: Math.max(0, ...reading.questions.map((own) => likeness(own, asked))),
    onlyAsOf: type === 'date' && !fits && entry.asOf !== undefined ? 1 : 0,
    namesNobody: type === 'person' && !fits ? 1 : 0,
    namesNothing: (type === 'place' || type === 'name') && !fits ? 1 : 0,
    wantsFigure: wantsFigure ? 1 : 0,
    givesFigure: wantsFigure && fits ? attributeOfSubject : 0,
    ...standing,
    ...asking,
  };
}

/** The names and numbers of the question that neither the entry nor its passages hold, as they are called in the terms. */
export function foreignTo({ borneOut }: EntryReading, { mentions }: QuestionReading): string[] {
  return namesOf(mentions.filter(({ key, kind }) => kind !== 'word' && !borneOut.has(key)));
}

/** What rules an entry out whatever else fits. */
export type Obstacle = 'number' | 'name' | 'kind' | 'nothing new';

/**
 * The first thing that rules an entry out as an answer; undefined where nothing does: a number or a name of the
 * question that neither it nor its passages hold, a figure or a person asked for and none in the value, or a value that the
 * question states itself.
 */
export function obstacleTo(question: QuestionReading, entry: FactEntry, reading: EntryReading): Obstacle | undefined {
  const foreign = question.mentions.find(
    ({ key, kind, isCount }) => kind !== 'word' && !isCount && !reading.borneOut.has(key),
  );
  if (foreign?.kind === 'number') return 'number';
  if (foreign?.kind === 'name') return 'name';
  if (isAnotherKind(question, entry, reading)) return 'kind';
  if (question.asksForPerson && !reading.namesPerson) return 'kind';
  if (!question.isKeywords && !saysMore(entry, question)) return 'nothing new';
  return undefined;
}

/** A value that is not of the kind asked for. An as-of date may stand for one where the attribute itself is asked about. */
function isAnotherKind({ type, text, keys }: QuestionReading, entry: FactEntry, reading: EntryReading): boolean {
  if (ASKS_WHY.test(text)) return isFigure(entry);
  if ((type !== 'date' && type !== 'number') || fitsType(entry, type)) return false;
  const asOf = type === 'date' && entry.asOf !== undefined && best(reading.attributes, keys) >= 0.5;
  return !asOf;
}

const ASKS_WHY = /\bwhy\b/i;

interface Keyed {
  readonly key: string;
}

function share(mentions: readonly Keyed[], keys: ReadonlySet<string>): number {
  return mentions.length === 0 ? 0.5 : mentions.filter(({ key }) => keys.has(key)).length / mentions.length;
}

function weightShare(words: readonly { key: string; weight: number }[], keys: ReadonlySet<string>): number {
  const sum = (all: typeof words) => all.reduce((total, { weight }) => total + weight, 0);
  const total = sum(words);
  return total === 0 ? 0.5 : sum(words.filter(({ key }) => keys.has(key))) / total;
}

/** Shared keys over all keys of both (Jaccard's index). */
function likeness(a: readonly Keyed[], b: readonly string[]): number {
  const left = new Set(a.map(({ key }) => key));
  const all = new Set([...left, ...b]);
  return all.size === 0 ? 0 : b.filter((key, i) => left.has(key) && b.indexOf(key) === i).length / all.size;
}

function best(all: readonly (readonly Mention[])[], keys: ReadonlySet<string>): number {
  return Math.max(0, ...all.map((mentions) => share(mentions, keys)));
}
