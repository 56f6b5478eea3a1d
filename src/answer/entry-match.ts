import { kinOf } from '../search/words/thesaurus.ts';
import type { Asking } from './asking.ts';
import type { AskingKind } from './asking-kind.ts';
import type { EntryHit } from './entry-index.ts';
import type { EntryReading } from './entry-reading.ts';
import type { QuestionReading } from './question-reading.ts';
import { bestShare, likeness, share } from './shares.ts';
import { fitsType } from './value-kind.ts';

/**
 * How well an entry fits a question: what the two models weigh (verdict-weights.ts), one that puts entries in order and
 * one that says whether the first of them answers. Shares are 0..1, a share of nothing counts as a half.
 */
export interface Match extends Omit<Asking, 'likelihood'> {
  /** What its likelihood lacks of the likeliest entry's, in nats, as a negative number. */
  readonly lessLikely: number;
  /** 1 where the passage search puts one of the entry's passages first, 0 where it finds none of them. */
  readonly passageRank: number;
  /** For keywords, what the entry search's score lacks of the best entry's, as a negative number down to -5. */
  readonly keywordsBehind: number;
  /** For keywords, the weight of the question held: nothing else is asked of them. */
  readonly keywordCoverage: number;
  /** Share of the question's words, names apart, and of all that it mentions, in the entry or its passages. */
  readonly wordsBorneOut: number;
  readonly borneOut: number;
  /** The weightiest word that neither holds, and how many such words there are, up to 1 at four. */
  readonly weightiestLost: number;
  readonly lost: number;
  /** How far one of the entry's own questions and this one hold the same words, names and numbers. */
  readonly ownQuestion: number;
  /** Share of the question, by rarity, that nobody asks of this entry, and what of it has no kin there either. */
  readonly strange: number;
  readonly unrelated: number;
  /** The rarest of those words; the same where a date, a number or a person is asked for. */
  readonly strangest: number;
  readonly strangestAsked: number;
  /** Share of the names that only the passages hold or nothing does. */
  readonly namesUnsaid: number;
  /** How many names there are, up to 1 at three. */
  readonly names: number;
  /** 1 where the question asks who, and all that the entry names is a person whom it mentions itself. */
  readonly nobodyNew: number;
  /** The attribute, by its best name, and its subject as far as the question holds both. */
  readonly attributeNamed: number;
  /** The same where a date or a number is asked for and the value is one. */
  readonly givesFigure: number;
}

/** How an entry stands among the others. */
export type Standing = Pick<Match, 'lessLikely' | 'passageRank' | 'keywordsBehind'>;

export function matchEntry(
  question: QuestionReading,
  { entry, hit }: EntryHit,
  reading: EntryReading,
  { likelihood: _, ...asking }: Asking,
  standing: Standing,
  rarity: (key: string) => number,
): Match {
  const { words, mentions, keys, kind } = question;
  const names = mentions.filter(({ kind }) => kind === 'name');
  const lost = words.filter(({ key }) => !reading.borneOut.has(key));
  const strangest = Math.max(0, ...mentions.flatMap((each) => (isStrangeWord(each, reading) ? rarity(each.key) : [])));
  const attributeNamed = Math.min(bestShare(reading.attributes, keys), share(reading.subject, keys));
  const givesFigure = isFigureAsked(question) && fitsType(entry, question.type);
  return {
    ...asking,
    ...standing,
    keywordCoverage: question.isKeywords ? hit.coverage : 0,
    wordsBorneOut: share(words, reading.borneOut),
    borneOut: share(mentions, reading.borneOut),
    weightiestLost: Math.max(0, ...lost.map(({ weight }) => weight)),
    lost: Math.min(1, lost.length / 4),
    ownQuestion: Math.max(0, ...reading.questions.map((own) => likeness(own, mentions))),
    ...strangeTo(question, reading, rarity),
    strangest,
    strangestAsked: isPrecise(kind) ? strangest : 0,
    namesUnsaid: names.length === 0 ? 0 : 1 - share(names, reading.said),
    names: Math.min(1, names.length / 3),
    nobodyNew: asksForSomebodyElse(question) && namesOnlyThose(reading, question) ? 1 : 0,
    attributeNamed,
    givesFigure: givesFigure ? attributeNamed : 0,
  };
}

function isStrangeWord({ key, kind }: { key: string; kind: string }, { asked }: EntryReading): boolean {
  return kind !== 'name' && !asked.has(key);
}

function strangeTo(
  { mentions }: QuestionReading,
  { asked }: EntryReading,
  rarity: (key: string) => number,
): Pick<Match, 'strange' | 'unrelated'> {
  const sum = (some: typeof mentions) => some.reduce((total, { key }) => total + rarity(key), 0);
  const strange = mentions.filter(({ key }) => !asked.has(key));
  const unrelated = strange.filter(
    ({ key, kind }) => kind !== 'name' && !kinOf(key).some(({ term }) => asked.has(term)),
  );
  const whole = sum(mentions) || 1;
  return { strange: sum(strange) / whole, unrelated: sum(unrelated) / whole };
}

function isFigureAsked({ type }: QuestionReading): boolean {
  return type === 'date' || type === 'number';
}

/** Kinds of question that one thing alone answers. */
function isPrecise(kind: AskingKind): boolean {
  return kind === 'date' || kind === 'number' || kind === 'person';
}

/** "Who succeeded Chavez?" rather than "Who is Chavez?" */
function asksForSomebodyElse({ mentions, kind }: QuestionReading): boolean {
  return kind === 'person' && mentions.some(({ isPerson }) => isPerson) && !mentions[0]?.isPerson;
}

function namesOnlyThose({ persons }: EntryReading, { mentions }: QuestionReading): boolean {
  const mentioned = new Set(mentions.map(({ key }) => key));
  return [...persons].every((key) => mentioned.has(key));
}
