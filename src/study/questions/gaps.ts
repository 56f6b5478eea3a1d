import { factId } from '../../material/facts.ts';
import type { Fact, Passage } from '../../material/types.ts';
import type { Steps } from '../../slices.ts';
import { fold } from '../../text/fold.ts';
import type { Language } from '../../text/language.ts';
import { isYearTerm } from '../../text/number.ts';
import { proseShare } from '../../text/prose.ts';
import { splitSentences } from '../../text/sentences.ts';
import { isBounded, yearsIn } from './values.ts';

export const BLANK = '_____';

/** What a sentence says of something, with a year or another figure of it left out. */
interface Gap {
  /** What stands before and behind the figure. */
  readonly before: string;
  readonly after: string;
  readonly figure: string;
  /** The word behind a figure that is no year. */
  readonly unit?: string;
}

/**
 * Sentences of a work with a figure left out, as facts of what they name first: the attribute and the question are the
 * sentence with a blank, the value is the figure. Only of sentences that stand by themselves, one figure of each, and none
 * whose figure `isKnown`.
 */
export function* gapsIn(
  passages: readonly Passage[],
  language: Language,
  isKnown: (passage: Passage, figure: string) => boolean,
): Steps<readonly Fact[]> {
  const sentences: { readonly passage: Passage; readonly sentence: string }[] = [];
  for (const passage of passages.filter(isProse)) {
    yield;
    const spans = splitSentences(passage.text, language);
    sentences.push(...spans.map(([from, to]) => ({ passage, sentence: passage.text.slice(from, to) })));
  }
  const names = yield* namesWithin(sentences.map(({ sentence }) => sentence));
  const facts: Fact[] = [];
  for (const { passage, sentence } of sentences.filter((each) => /\d/.test(each.sentence))) {
    yield;
    if (!language.statements.standsAlone(sentence) || proseShare(sentence) < 1) continue;
    const [subject, gap] = [firstName(sentence, names, language), gapIn(sentence, language)];
    if (subject === undefined || gap === undefined || isKnown(passage, gap.figure)) continue;
    facts.push(toFact(subject, gap, passage));
  }
  return facts;
}

const isProse = ({ role, form }: Passage): boolean => role === undefined && (form === undefined || form === 'list');

function toFact(subject: string, { before, after, figure, unit }: Gap, { id, source }: Passage): Fact {
  const question = `${before}${BLANK}${after}`;
  const named = { subject, attribute: question, value: figure, ...(unit === undefined ? {} : { unit }) };
  const row = { ...named, passages: [id] };
  return { id: factId(row), ...row, otherNames: [], question, otherQuestions: [], source };
}

/** A sentence with more lists works or events, of which a gap would leave out one. */
const MAX_YEARS = 2;
/** References and examples in brackets, where a figure is no part of what is said. */
const BRACKETED = /[([][^)\]]*\d/;
const FIGURE = /(?<=\s)(?<figure>\d[\d.,]*\d|\d)(?=[,;.]?(?:\s|$))/gu;

/** Its first year, or else its first count of something. */
function gapIn(sentence: string, language: Language): Gap | undefined {
  const { decimalSign, stopWords } = language;
  if (BRACKETED.test(sentence) || yearsIn(sentence).length > MAX_YEARS) return undefined;
  const gaps = [...sentence.matchAll(FIGURE)].flatMap(({ 0: figure, index }): Gap[] => {
    const [before, after] = [sentence.slice(0, index), sentence.slice(index + figure.length)];
    if (isYearTerm(figure)) return isDated(before, after, language) ? [{ before, after, figure }] : [];
    const unit = isListed(before, after) ? undefined : unitOf(before, after);
    return unit === undefined || stopWords.has(fold(unit)) || !isReadable(figure, decimalSign)
      ? []
      : [{ before, after, figure, unit }];
  });
  return gaps.find(({ unit }) => unit === undefined) ?? gaps[0];
}

/** Whether a year says when: "the 2010 report" and "the Mills Act 2012" tell which one. */
function isDated(before: string, after: string, { months, stem, timeTerms }: Language): boolean {
  const [last = ''] = /\S+(?=\s$)/.exec(before) ?? [];
  // "May" is no month to a search, since it is a verb as well.
  const term = stem(fold(last));
  const isMonth = months.has(term) || timeTerms.has(term) || /\b\d\d?\.? \p{L}+ $/u.test(before);
  const isOfName = before.trim() !== last && CAPITAL.test(last) && !isMonth;
  return !isOfName && !isListed(before, after) && !/\bthe\s$/i.test(before);
}

/** "1755, 1756" and "70 by 45" tell each other's size. */
const isListed = (before: string, after: string): boolean =>
  /\d(?:,|\s\p{Ll}{1,3})\s$/u.test(before) || /^,\s\d/.test(after);

/** The small word that a figure counts. A day, "Apollo 11" and "more than 100" have none, or leave open what is right. */
function unitOf(before: string, after: string): string | undefined {
  const [, unit] = /^\s(\p{Ll}{2,})/u.exec(after) ?? [];
  const isNumbered = /\p{Lu}\S*\s$/u.test(before);
  return isNumbered || isBounded(before) ? undefined : unit;
}

const isReadable = (figure: string, decimalSign: Language['decimalSign']): boolean =>
  /^\d+$/.test(figure) || (decimalSign === 'point' && /^(?:\d{1,3}(?:,\d{3})+|\d+\.\d+)$/.test(figure));

const CAPITAL = /^["“„«]?\p{Lu}/u;
/** The name that a sentence is about stands so near to its beginning, or to the date that it begins with. */
const MAX_WORDS_BEFORE = 3;
const MAX_WORDS_AFTER_DATE = 4;
/** "On 8 May 1902", "In April 2010", "Im Jahr 1753", "El 8 de mayo de 1902". */
const OPENING_DATE =
  /^\p{Lu}\p{Ll}{0,2} (?:\d\d?\.? )?(?:\p{Ll}{1,3} )?(?:\p{L}+ )?(?:\p{Ll}{1,3} )?(?:1\d|20)\d\d,? /u;
/** "ZIP codes were introduced …". */
const INITIALS = /^\p{Lu}{2,}(?!\p{Ll})/u;
/** "Surtsey, south of Iceland, broke …": what is set off tells more of the word before it, which is a name. */
const SET_OFF = /^\p{Lu}[\p{L}’'-]+(?<!ly|mente|ment), (?=\P{Lu})[^,\d]+, (?!\p{Lu})/u;

/** What the sentence names within its first words; undefined where it begins with what only its neighbours tell. */
function firstName(sentence: string, names: ReadonlySet<string>, language: Language): string | undefined {
  const { stopWords, months, stem, capitalisesNouns } = language;
  const [date = ''] = OPENING_DATE.exec(sentence) ?? [];
  const words = sentence.slice(date.length).split(' ');
  const isStop = (word: string | undefined): boolean => stopWords.has(fold(bareOf(word ?? '')));
  const isName = (word: string, at: number): boolean => {
    if (!CAPITAL.test(word) || isStop(word) || months.has(stem(fold(bareOf(word))))) return false;
    return (
      at > 0 ||
      date !== '' ||
      names.has(bareOf(word)) ||
      INITIALS.test(word) ||
      CAPITAL.test(words[1] ?? '') ||
      SET_OFF.test(sentence)
    );
  };
  const start = words.slice(0, (date === '' ? MAX_WORDS_BEFORE : MAX_WORDS_AFTER_DATE) + 1).findIndex(isName);
  if (start < 0) return undefined;
  // "Regresó a Lahore" leaves out who did: before a name stands an article or a preposition.
  if (start > 0 && date === '' && !isStop(words[0])) return undefined;
  const rest = words.slice(start);
  const end = rest.findIndex((word) => !CAPITAL.test(word));
  const run = rest.slice(0, end < 0 ? rest.length : end);
  // Where every noun has a capital, only two beside each other make a name.
  return capitalisesNouns && run.length < 2 ? undefined : run.map(bareOf).join(' ');
}

const bareOf = (word: string): string => word.replace(/^[^\p{L}\p{N}]+|(?:[’']s)?[^\p{L}\p{N}]*$/gu, '');

/** Words that have a capital within a sentence. */
function* namesWithin(sentences: readonly string[]): Steps<ReadonlySet<string>> {
  const names = new Set<string>();
  for (const sentence of sentences) {
    for (const word of sentence.split(' ').slice(1)) if (CAPITAL.test(word)) names.add(bareOf(word));
    yield;
  }
  return names;
}
