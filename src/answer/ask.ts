import type { Passage } from '../material/types.ts';
import type { Hit, QueryWord, Span } from '../search/types.ts';
import { analyserOf } from '../text/analyser.ts';
import { languageOfText } from '../text/detect.ts';
import { fold } from '../text/fold.ts';
import type { Language, Request } from '../text/language.ts';
import { languageOf, neutral } from '../text/languages/index.ts';
import { isIn, ofSources } from './candidates/entries.ts';
import { type Candidates, gatherCandidates } from './candidates/gather.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { nearbyTo } from './nearby.ts';
import { accountIn } from './question/account.ts';
import { cleanQuestion } from './question/clean.ts';
import { withoutGrammarSlips } from './question/grammar-slips.ts';
import type { ParsedQuestion } from './question/parsed-question.ts';
import { withoutPreamble } from './question/preamble.ts';
import { requestIn } from './question/request.ts';
import type { Mention } from './question/text-parser.ts';
import { answerEach, asksForRow } from './several.ts';
import type { Answer, AskOptions, Excerpt, FactEntry, Respelling } from './types.ts';
import { isAnchored } from './verdict/anchor.ts';
import { decide } from './verdict/decide.ts';
import { answerProbability, rank } from './verdict/model.ts';
import { standsAmongAll } from './verdict/standing.ts';
import { ANSWERED } from './verdict/weights.ts';
import { wholeNames } from './whole-names.ts';

const MAX_EXCERPTS = 5;
const MAX_ENTRIES = 3;
/** Questions that can be asked in the place of one that is none by itself. */
const MAX_NEAR = 5;
/** An excerpt is shown where it bears on the question with this share of what the one does that bears most on it. */
const BEARING = 0.5;
/** A passage that no fact speaks for is sure from this confidence on. */
const SURE_PASSAGE = 0.8;

/** Answers a message: the one question that it asks, or each of several. */
export function ask(knowledge: KnowledgeBase, text: string, options: AskOptions = {}): Answer {
  const typed = cleanQuestion(text);
  const read = withoutGrammarSlips(typed, knowledge);
  const answer = answerEach(read.text, knowledge, (question) => answerOne(knowledge, question, options));
  const request = requestIn(typed, knowledge, answer);
  if (request !== undefined && !isAnswered(request, answer, typed)) {
    return requested(request, { ...answer, question: typed }, knowledge);
  }
  return read.respelt.length === 0
    ? answer
    : { ...answer, question: typed, respelt: [...read.respelt, ...answer.respelt] };
}

/** A fact table can say who wrote a work and on what works differ; what one is about only where it has that very question. */
function isAnswered(request: Request, answer: Answer, question: string): boolean {
  if (asksForRow(answer, question)) return true;
  if (!answer.isSure) return false;
  if (request === 'sources') return answer.entries.length > 0;
  return request === 'follow-up' || (request === 'disagreements' && answer.entries.some(({ disputed }) => disputed));
}

/** Whatever shares words with a request does not answer it; what goes on from another question may be asked in full. */
function requested(
  request: Request,
  { question, nearby: { questions } }: Answer,
  { completion }: KnowledgeBase,
): Answer {
  const near = questions.length > 0 ? questions : completion.questions('', MAX_NEAR);
  return {
    question,
    // Nothing is denied by it.
    verdict: 'close',
    isSure: false,
    request,
    entries: [],
    namesEntry: false,
    excerpts: [],
    missing: [],
    respelt: [],
    nearby: { questions: request === 'follow-up' ? near : [], terms: [] },
  };
}

function answerOne(knowledge: KnowledgeBase, typed: string, { source, first }: AskOptions): Answer {
  const account = source === undefined ? accountIn(typed, knowledge) : undefined;
  const named = source ?? account?.source;
  const options = named === undefined ? { first } : { sources: new Set([named]) };
  const question = withoutPreamble(account?.question ?? typed, knowledge);
  return { ...answerMatter(knowledge, question, options), question: typed };
}

interface Scope {
  /** These works alone are searched. */
  readonly sources?: ReadonlySet<string>;
  /** These are searched first. */
  readonly first?: ReadonlySet<string> | undefined;
}

function answerMatter(knowledge: KnowledgeBase, question: string, { sources, first }: Scope): Answer {
  if (sources !== undefined) return answerFrom(knowledge, question, sources);
  const all = gatherCandidates(knowledge, question);
  if (first === undefined) return answerFrom(knowledge, question, undefined, all);
  const answer = answerFrom(knowledge, question, first);
  if (answer.verdict !== 'answered' || !standsAmongAll(answer, all, knowledge.coverageOf)) {
    return { ...answerFrom(knowledge, question, undefined, all), reach: 'beyond' };
  }
  // Where other works disagree with the first ones, that is said all the same.
  const entries = answer.entries.map((entry) => knowledge.entryById(entry.id) ?? entry);
  return { ...answer, entries, reach: 'first' };
}

/** What is found becomes an answer: what it is worth is decided, the rest is said. `sources`: these alone are searched. */
function answerFrom(
  knowledge: KnowledgeBase,
  question: string,
  sources?: ReadonlySet<string>,
  found = gatherCandidates(knowledge, question, sources),
): Answer {
  const foreign = foreignLanguageOf(question, knowledge, found);
  // "Donde" of a Spanish question was not meant for "done".
  const ownWords = (foreign === undefined ? neutral : languageOf(foreign)).commonWords;
  const { verdict: decided, entries: chosen, likely, missing } = decide(found, knowledge.coverageOf);
  // Nothing can be denied that was asked in a language which is not searched.
  const verdict = foreign !== undefined && decided === 'absent' ? 'close' : decided;
  const entries = chosen.slice(0, MAX_ENTRIES).map((entry) => ofSources(entry, sources));
  const nearest = likely.slice(0, verdict === 'answered' ? 2 : MAX_ENTRIES).map((entry) => ofSources(entry, sources));
  const isAnswered = verdict === 'answered';
  const excerpts =
    verdict === 'absent'
      ? []
      : // An unsure fact must not push the passage out that the search thinks best; one shown for its other year must stand by it.
        chooseExcerpts(knowledge, found.hits, isAnswered || missing.length > 0 ? entries : [], nearest);
  return {
    question,
    verdict,
    isSure: isAnswered && (entries.length > 0 || (excerpts[0]?.score ?? 0) >= SURE_PASSAGE),
    ...(foreign === undefined ? {} : { foreignLanguage: foreign, searchedLanguages: [...knowledge.languages] }),
    entries,
    namesEntry: chosen.length === 1 && chosen.every((entry) => isNamedIn(entry, found.question, knowledge)),
    excerpts,
    missing: wholeNames(
      missing.filter((word) => !onlyCounts(word, question, knowledge)).map((word) => asTyped(word, question)),
      question,
    ),
    respelt: respellings(found.words).filter(({ typed }) => !ownWords.has(typed)),
    nearby: isAnswered ? { questions: [], terms: [] } : nearbyTo(knowledge, found.facts, sources),
  };
}

/** A question names an entry by its subject, one of its attribute's names, and its date where it has one. */
function isNamedIn(entry: FactEntry, { keys }: ParsedQuestion, knowledge: KnowledgeBase): boolean {
  const { subject, attributes } = knowledge.parsed(entry);
  const stands = (mentions: readonly Mention[]) => mentions.every(({ key }) => keys.has(key));
  return stands(subject) && attributes.some(stands) && (entry.asOf === undefined || keys.has(entry.asOf));
}

/** The code of the language that a question is asked in, where nothing that is searched is in it. */
function foreignLanguageOf(question: string, { languages }: KnowledgeBase, found: Candidates): string | undefined {
  const likely = [...languages].map(languageOf);
  const asked = languageOfText(question, neutral, { minWords: MIN_WORDS_OF_QUESTION, likely });
  if (asked === neutral || languages.has(asked.code) || !isPlainlyIn(asked, question)) return undefined;
  if (isMostlyKnown(found.words)) return undefined;
  return asked.code;
}

/** Whether most words stand in what is searched, names and numbers aside: these are written alike in many languages. */
function isMostlyKnown(words: readonly QueryWord[]): boolean {
  const telling = words.filter(({ isName, isNumber }) => !isName && !isNumber);
  return 2 * telling.filter(({ as }) => as === 'known').length > telling.length;
}

/** A question of so many words tells its language. */
const MIN_WORDS_OF_QUESTION = 3;

/**
 * One common word may be part of a name, as in "Rio de Janeiro", and a letter of an abbreviation: it takes two, or one that
 * asks, or a word in small letters, or of a script without capitals, beyond ASCII.
 */
function isPlainlyIn(language: Language, question: string): boolean {
  if (BEYOND_ASCII.test(question)) return true;
  const tokens = analyserOf(language).analyse(question);
  if (language.questions.typeOf(tokens) !== 'any') return true;
  const common = [...new Set(tokens.map(({ word }) => word))].filter((word) => language.commonWords.has(word));
  return common.length > 1 && common.some(({ length }) => length > 1);
}

const BEYOND_ASCII = /\p{Lo}|(?<!\p{L})[a-z]*(?![a-z])\p{Ll}/u;

/** An entry is named where it holds so much of a text, by weight. */
const NAMED_COVERAGE = 0.8;

interface FactsFound {
  readonly isSure: boolean;
  readonly entries: FactEntry[];
}

/**
 * What the fact table has on a text, best first: one entry where it is sure, else those that may be meant. `first`: the
 * works whose entries are looked at before all others.
 */
export function lookUpFact(knowledge: KnowledgeBase, text: string, first?: ReadonlySet<string>): FactsFound {
  const question = cleanQuestion(text);
  const all = gatherCandidates(knowledge, question);
  const isAsking = asksIn(all.question, knowledge);
  const meant = isAsking ? [] : factsOnSubject(knowledge, all, first);
  if (meant.length > 1) return { isSure: false, entries: meant.slice(0, MAX_ENTRIES) };
  const own = first && factsIn(gatherCandidates(knowledge, question, first), isAsking);
  return own?.isSure && standsAmongAll(own, all, knowledge.coverageOf) ? own : factsIn(all, isAsking);
}

/**
 * The entries of a subject that a text names without saying what of it is wanted, those of the first works before others;
 * none where it names an attribute as well.
 */
function factsOnSubject(
  { entries, parsed }: KnowledgeBase,
  { question: { mentions, terms }, facts, candidates }: Candidates,
  first?: ReadonlySet<string>,
): FactEntry[] {
  if (mentions.length === 0) return [];
  const isThis = (named: readonly Mention[]) => isEvery(named, mentions) && isEvery(mentions, named);
  const named = entries.all.filter((entry) => isThis(parsed(entry).subject));
  const others = (names: readonly Mention[]) => names.filter(({ key }) => !mentions.some((own) => own.key === key));
  // "CELAC members" is another name for CELAC, but its members are wanted.
  const isWanted = ({ key }: Mention) => terms.has(key);
  if (named.some((entry) => parsed(entry).attributes.some((names) => others(names).some(isWanted)))) return [];
  // What answers "What is CELAC?" comes first.
  const nearest = [...candidates.filter(({ isOwn }) => isOwn), ...facts].map(({ entry }) => entry);
  const order = [...nearest.filter((entry) => named.includes(entry)), ...named];
  const isFirst = (entry: FactEntry) => first !== undefined && isIn(entry, first);
  return [...new Set([...order.filter(isFirst), ...order])];
}

/** Whether a text asks ("who is Lavrov") rather than names a fact. */
function asksIn({ text, isKeywords, type }: ParsedQuestion, { language }: KnowledgeBase): boolean {
  return !isKeywords && (type !== 'any' || language.questions.asks(text));
}

function isEvery(some: readonly Mention[], all: readonly Mention[]): boolean {
  return some.every(({ key }) => all.some((other) => other.key === key));
}

function factsIn(found: Candidates, isAsking: boolean): FactsFound {
  const own = found.candidates.filter(({ isOwn }) => isOwn).map(({ entry }) => entry);
  if (isAsking && own.length > 0) return { isSure: own.length === 1, entries: own.slice(0, MAX_ENTRIES) };
  const possible = found.candidates.filter(({ rejection }) => rejection === undefined);
  // Names of attributes are typed rather than questions: the search's own order, which the candidates are in, knows them.
  const [named] = possible;
  if (named !== undefined && named.hit.coverage >= NAMED_COVERAGE) return { isSure: true, entries: [named.entry] };
  const ranked = rank(possible, found);
  if (ranked[0] !== undefined && answerProbability(ranked, found) >= ANSWERED) {
    return { isSure: true, entries: [ranked[0].candidate.entry] };
  }
  const near = isAnchored(found.words, true) ? found.facts.slice(0, MAX_ENTRIES).map(({ entry }) => entry) : [];
  return { isSure: false, entries: near };
}

/**
 * Passages that support the first fact shown come first, in their order; then the one that the search puts first, those
 * of the likeliest facts, and what else the search found, by rank.
 */
function chooseExcerpts(
  knowledge: KnowledgeBase,
  hits: readonly Hit[],
  shown: readonly FactEntry[],
  likely: readonly FactEntry[],
): Excerpt[] {
  const found = new Map(hits.map((hit) => [hit.id, hit]));
  const first = hits[0]?.id;
  const bearing = shown.slice(0, 1).flatMap(passagesOf);
  const least = BEARING * Math.max(0, ...hits.map(({ bearing }) => bearing));
  const others = hits.filter(({ bearing }) => bearing >= least).map(({ id }) => id);
  const ids = new Set([...bearing, ...(first === undefined ? [] : [first]), ...likely.flatMap(passagesOf), ...others]);
  return distinct([...ids].flatMap((id) => knowledge.material.passages.get(id) ?? []))
    .slice(0, MAX_EXCERPTS)
    .map((passage) => {
      const { marks = [], window = [0, 0] as Span, confidence = 0 } = found.get(passage.id) ?? {};
      return { passage, source: knowledge.source(passage), marks, window, score: confidence };
    });
}

/** Each text once: two editions of a work hold the same paragraphs. */
function distinct(passages: readonly Passage[]): Passage[] {
  const seen = new Set<string>();
  return passages.filter(({ text }) => !seen.has(text) && seen.add(text));
}

function passagesOf({ sides }: FactEntry): string[] {
  return sides.flatMap(({ rows }) => rows.flatMap(({ passages }) => passages));
}

/** A digit that only says how many ("the 3 presidents") is not looked for; one behind its noun names something ("article 3"). */
function onlyCounts(word: string, question: string, { parser }: KnowledgeBase): boolean {
  if (!/^\d$/.test(word)) return false;
  const tokens = parser.analyser.analyse(question);
  return tokens.every(({ term }, at) => term !== word || tokens[at - 1]?.stop !== false);
}

/** The engine folds words; people read them as they wrote them. */
function asTyped(word: string, question: string): string {
  return question.match(/[\p{L}\p{M}\p{N}]+/gu)?.find((typed) => fold(typed) === word) ?? word;
}

function respellings(words: readonly QueryWord[]): Respelling[] {
  return words.filter(({ as }) => as === 'corrected').map(({ typed, taken }) => ({ typed, taken }));
}
