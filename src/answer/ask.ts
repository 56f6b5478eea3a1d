import type { Passage } from '../material/types.ts';
import type { Hit, QueryWord, Span } from '../search/types.ts';
import { fold } from '../text/fold.ts';
import type { Request } from '../text/language.ts';
import { languageOf, neutral } from '../text/languages/index.ts';
import { ofSources } from './candidates/entries.ts';
import { gatherCandidates } from './candidates/gather.ts';
import { foreignLanguageOf } from './foreign-language.ts';
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
import { decide } from './verdict/decide.ts';
import { standsAmongAll } from './verdict/standing.ts';
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
