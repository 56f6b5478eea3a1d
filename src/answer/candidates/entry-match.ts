import type { Language, QuestionKind } from '../../text/language.ts';
import type { ParsedQuestion } from '../question/parsed-question.ts';
import type { EntryHit } from './entry-index.ts';
import { fitsType } from './entry-value.ts';
import { bestShare, likeness, share } from './overlap.ts';
import type { ParsedEntry } from './parsed-entry.ts';
import type { Asking } from './query-likelihood.ts';

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
  readonly wordsSupported: number;
  readonly supported: number;
  /** The weightiest word that neither holds, and how many such words there are, up to 1 at four. */
  readonly weightiestUnmatched: number;
  readonly unmatched: number;
  /** How far one of the entry's own questions and this one hold the same words, names and numbers. */
  readonly ownQuestion: number;
  /** Share of the question, by rarity, that nobody asks of this entry, and what of it has no synonym there either. */
  readonly unseen: number;
  readonly unrelated: number;
  /** The rarest of those words; the same where a date, a number or a person is asked for. */
  readonly rarestUnseen: number;
  readonly rarestUnseenAsked: number;
  /** Share of the names that only the passages hold or nothing does. */
  readonly namesUnstated: number;
  /** How many names there are, up to 1 at three. */
  readonly names: number;
  /** 1 where the question asks who, and all that the entry names is a person whom it mentions itself. */
  readonly noNewPerson: number;
  /** The attribute, by its best name, and its subject as far as the question holds both. */
  readonly attributeNamed: number;
  /** The same where a date or a number is asked for and the value is one. */
  readonly givesFigure: number;
}

/** How an entry stands among the others. */
export type Standing = Pick<Match, 'lessLikely' | 'passageRank' | 'keywordsBehind'>;

export function matchEntry(
  question: ParsedQuestion,
  { hit }: EntryHit,
  parsed: ParsedEntry,
  { likelihood: _, ...asking }: Asking,
  standing: Standing,
  rarity: (key: string) => number,
  language: Language,
): Match {
  const { words, mentions, keys, kind } = question;
  const mentioned = new Set(mentions.map(({ key }) => key));
  const names = mentions.filter(({ kind }) => kind === 'name');
  const unmatched = words.filter(({ key }) => !parsed.supported.has(key));
  const rarestUnseen = Math.max(0, ...mentions.flatMap((each) => (isUnseenWord(each, parsed) ? rarity(each.key) : [])));
  const attributeNamed = Math.min(bestShare(parsed.attributes, keys), share(parsed.subject, keys));
  const givesFigure = isFigureAsked(question) && fitsType(parsed.value, question.type);
  return {
    ...asking,
    ...standing,
    keywordCoverage: question.isKeywords ? hit.coverage : 0,
    wordsSupported: share(words, parsed.supported),
    supported: share(mentions, parsed.supported),
    weightiestUnmatched: Math.max(0, ...unmatched.map(({ weight }) => weight)),
    unmatched: Math.min(1, unmatched.length / 4),
    ownQuestion: Math.max(0, ...parsed.questions.map((own) => likeness(own, mentioned))),
    ...unseenIn(question, parsed, rarity, language),
    rarestUnseen,
    rarestUnseenAsked: isPrecise(kind) ? rarestUnseen : 0,
    namesUnstated: names.length === 0 ? 0 : 1 - share(names, parsed.stated),
    names: Math.min(1, names.length / 3),
    noNewPerson: asksForSomebodyElse(question) && namesOnlyThose(parsed, question) ? 1 : 0,
    attributeNamed,
    givesFigure: givesFigure ? attributeNamed : 0,
  };
}

function isUnseenWord({ key, kind }: { key: string; kind: string }, { asked }: ParsedEntry): boolean {
  return kind !== 'name' && !asked.has(key);
}

function unseenIn(
  { mentions }: ParsedQuestion,
  { asked }: ParsedEntry,
  rarity: (key: string) => number,
  { synonymsOf }: Language,
): Pick<Match, 'unseen' | 'unrelated'> {
  const sum = (some: typeof mentions) => some.reduce((total, { key }) => total + rarity(key), 0);
  const unseen = mentions.filter(({ key }) => !asked.has(key));
  const unrelated = unseen.filter(
    ({ key, kind }) => kind !== 'name' && !synonymsOf(key).some(({ term }) => asked.has(term)),
  );
  const whole = sum(mentions) || 1;
  return { unseen: sum(unseen) / whole, unrelated: sum(unrelated) / whole };
}

function isFigureAsked({ type }: ParsedQuestion): boolean {
  return type === 'date' || type === 'number';
}

/** Kinds of question that one thing alone answers. */
function isPrecise(kind: QuestionKind): boolean {
  return kind === 'date' || kind === 'number' || kind === 'person';
}

/** "Who succeeded Chavez?" rather than "Who is Chavez?" */
function asksForSomebodyElse({ mentions, kind }: ParsedQuestion): boolean {
  return kind === 'person' && mentions.some(({ isPerson }) => isPerson) && !mentions[0]?.isPerson;
}

function namesOnlyThose({ persons }: ParsedEntry, { mentions }: ParsedQuestion): boolean {
  const mentioned = new Set(mentions.map(({ key }) => key));
  return [...persons].every((key) => mentioned.has(key));
}
