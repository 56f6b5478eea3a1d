import { lazily, withLazy } from '../../lazily.ts';
import { fold } from '../fold.ts';
import type { AnswerType, Language } from '../language.ts';
import type { Token } from '../token.ts';
import { apartFrom } from '../word.ts';
import { firstGroups, type Joining, questionSplitter, withoutEnd } from './joined-questions.ts';
import { neutral } from './neutral.ts';
import { type RequestWordings, requestGrammar } from './requests.ts';
import { type StatementRules, statementsFrom } from './statement-rules.ts';

type WordsByType = Readonly<Partial<Record<AnswerType, string>>>;

/** A language as far as lists of words tell it. Words stand between spaces, as they are written. */
export interface WordLists {
  readonly code: string;
  /** Words of grammar, those that ask among them. */
  readonly stopWords: string;
  /** Words that ask, by what they ask for; two that do so together are joined by "_". */
  readonly interrogatives: WordsByType;
  /** Nouns that name the kind of answer behind a word that asks. */
  readonly typeNouns: WordsByType;
  readonly months: string;
  /** Days, seasons, units of time: what says when beside years and months. */
  readonly times: string;
  /** Words behind which a small number may be a year. */
  readonly beforeYears: string;
  /** Numbers in words, and other words that say how many. */
  readonly quantities: string;
  /** Words that are common in the language at large and tell little of what a question is about. */
  readonly lightWords: string;
  readonly negations: string;
  /** Beginnings of questions that ask what something is; a single word may stand at the end as well. */
  readonly asksForDefinition: readonly string[];
  /** Beginnings of questions that ask for all that the material says of something, or to be told it. */
  readonly asksAbout: readonly string[];
  /** How questions are joined to one sentence. */
  readonly joining: Joining;
  /** How people speak of the works, and ask for what no passage says. */
  readonly requests: RequestWordings;
  /** Questions for the difference between two things, as regular expressions with a group for each of them. */
  readonly differences: readonly string[];
  /** Words behind a term at the head of its definition, as regular expressions. */
  readonly defines: readonly string[];
  /** Words just ahead of a term that the rest of its sentence defines; an article may stand between. */
  readonly names: readonly string[];
  /** Words whose full stop ends no sentence, and those of which that holds only ahead of a number. */
  readonly abbreviations: string;
  readonly abbreviationsOfNumbers: string;
  /** Words before which a full stop makes a number an ordinal, where there are any. */
  readonly afterOrdinals?: string;
  readonly capitalisesNouns?: boolean;
  /** How it states facts, where that is known. */
  readonly statements?: () => StatementRules;
  /** What a word is indexed under. Takes a folded word. */
  stem(word: string): string;
}

/** So far behind the word that asks the noun may stand that names the kind of answer. */
const REACH = 3;
/** A question for a definition has no more words behind its beginning. */
const MAX_TERM_WORDS = 6;

/**
 * A language with stop words, endings and words that ask; the rest is the neutral one's. Each part is made when it is
 * first needed: most processes read one language or two, and all would take longer than a question does.
 */
export function languageFrom(lists: WordLists): Language {
  const stopWords = lazily(() => wordsOf(lists.stopWords));
  const stem = lazily(() => apartFrom(stopWords(), lists.stem));
  const termsOf = (list: string) => () =>
    new Set([...wordsOf(list)].map((word) => (stopWords().has(word) ? word : stem()(word))));
  const { statements, afterOrdinals, capitalisesNouns = false } = lists;
  return withLazy<Language>(
    {
      ...neutral,
      code: lists.code,
      hasUnknownForms: false,
      decimalSign: 'comma',
      capitalisesNouns,
      definitionStrength: definitionsBy(lists),
    },
    {
      stopWords,
      commonWords: stopWords,
      stem,
      months: termsOf(lists.months),
      lightTerms: termsOf(lists.lightWords),
      negations: termsOf(lists.negations),
      dateWords: () => wordsOf(lists.months),
      timeTerms: termsOf(lists.times),
      beforeYears: termsOf(lists.beforeYears),
      quantityTerms: termsOf(lists.quantities),
      abbreviations: () => new Set(lists.abbreviations.split(/\s+/)),
      abbreviationsOfNumbers: () => new Set(lists.abbreviationsOfNumbers.split(/\s+/)),
      ...(afterOrdinals && { afterOrdinals: () => new Set(afterOrdinals.split(' ')) }),
      questions: () => ({ ...neutral.questions, ...grammarOf(lists) }),
      ...(statements && { statements: () => statementsFrom(statements()) }),
    },
  );
}

/** See `Language.definitionStrength`. */
function definitionsBy(lists: WordLists): Language['definitionStrength'] {
  const defines = lazily(
    () => new RegExp(`^["”“»]?(?:\\s*\\([^)]{1,60}\\))?[\\s–—-]+(?:${lists.defines.join('|')})(?!\\p{L})`, 'u'),
  );
  const names = lazily(() => new RegExp(`(?<!\\p{L})(?:${lists.names.join('|')})\\s${ARTICLE}["“„«]?$`, 'iu'));
  return (text, start, end) => {
    const before = text.slice(Math.max(0, start - REACH_BEFORE), start);
    const behind = text.slice(end, end + REACH_BEHIND);
    return names().test(before) || (OPENS.test(before) && defines().test(behind)) ? 1 : 0.2;
  };
}

/** An article, small or shortened. */
const ARTICLE = "(?:\\p{L}{1,5}(?:\\s|['’]))?";
/** A sentence begins here, or an article or preposition of its first word: "Un", "L'", "Unter". */
const OPENS = new RegExp(`(?:^|[.!?:;–—]\\s+)["“„«]?${ARTICLE}["“„«]?$`, 'u');
const REACH_BEFORE = 40;
const REACH_BEHIND = 100;

function grammarOf(
  lists: WordLists,
): Pick<
  Language['questions'],
  | 'typeOf'
  | 'kindOf'
  | 'isTypeNoun'
  | 'asksForDefinition'
  | 'framing'
  | 'preamble'
  | 'requestOf'
  | 'callsWork'
  | 'accountIn'
  | 'splitSentence'
  | 'compared'
> {
  const interrogatives = typesOf(lists.interrogatives);
  const typeNouns = typesOf(lists.typeNouns);
  const forDefinition = lists.asksForDefinition.map(folded);
  const about = lists.asksAbout.map(folded);
  const asks = ({ word }: Token) => interrogatives.has(word);
  const framing = (tokens: readonly Token[]) =>
    framedBy(
      forDefinition,
      tokens.map(({ word }) => word),
    );
  // "¿Qué es un precio mínimo?" asks what that is, and for no price.
  const namesKind = (tokens: readonly Token[], at: number) =>
    typeNouns.has(tokens[at]?.word ?? '') && (framing(tokens).size === 0 || tokens[at + 1]?.stop === true);
  const typeOf = (tokens: readonly Token[]): AnswerType => {
    const asking = tokens.findIndex(asks);
    if (asking === -1) return 'any';
    const [word, next] = [tokens[asking]?.word ?? '', tokens[asking + 1]?.word ?? ''];
    const asked = interrogatives.get(`${word}_${next}`) ?? interrogatives.get(word) ?? 'any';
    // "¿Cuántos años?" asks for a number.
    if (asked !== 'any') return asked;
    const noun = tokens.find((_, at) => at > asking && at <= asking + REACH && namesKind(tokens, at));
    return typeNouns.get(noun?.word ?? '') ?? 'any';
  };
  return {
    typeOf,
    kindOf: (_, tokens) => typeOf(tokens),
    isTypeNoun: (tokens, position) =>
      typeNouns.has(tokens[position]?.word ?? '') && tokens.slice(Math.max(0, position - REACH), position).some(asks),
    asksForDefinition(tokens) {
      const { size } = framing(tokens);
      return neutral.questions.asksForDefinition(tokens) || (size > 0 && tokens.length <= size + MAX_TERM_WORDS);
    },
    framing,
    preamble: (words) => framedBy(about, words),
    ...requestGrammar(lists.requests),
    splitSentence: questionSplitter(lists.joining),
    compared: comparer(lists),
  };
}

/** Two terms beside each other, of any language. */
const VERSUS = '^[¿¡]?(.{1,60}?)\\s(?:vs\\.?|versus)\\s(.{1,60})$';

/** A question for each of two things that are compared. */
function comparer({ differences, asksForDefinition: [whatIs] }: WordLists): (text: string) => readonly string[] {
  const forms = lazily(() => [...differences, VERSUS].map((form) => new RegExp(form, 'iu')));
  return (text) => {
    const things = firstGroups(withoutEnd(text), forms());
    const areTerms = things.every((thing) => thing.split(/\s+/).length <= MAX_TERM_WORDS);
    return areTerms ? things.map((thing) => `${whatIs} ${thing}?`) : [];
  };
}

const folded = (beginning: string): readonly string[] =>
  beginning
    .split(/[\s'-]+/)
    .filter(Boolean)
    .map(fold);

/** The places of the longest beginning that a question has, else of the single word that it ends in. */
function framedBy(beginnings: readonly (readonly string[])[], words: readonly string[]): ReadonlySet<number> {
  const fitting = beginnings.filter((beginning) => beginning.every((word, at) => words[at] === word));
  const [longest] = fitting.sort((a, b) => b.length - a.length);
  if (longest !== undefined) return new Set(longest.keys());
  const last = words.length - 1;
  return new Set(beginnings.some(([word, ...more]) => more.length === 0 && word === words[last]) ? [last] : []);
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).map(fold));
}

function typesOf(lists: WordsByType): ReadonlyMap<string, AnswerType> {
  return new Map(
    Object.entries(lists).flatMap(([type, words]) => [...wordsOf(words)].map((word) => [word, type as AnswerType])),
  );
}
