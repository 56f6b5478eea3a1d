import { groupBy } from '../group.ts';
import type { Passage } from '../material/types.ts';
import type { QueryWord } from '../search/types.ts';
import type { Language } from '../text/language.ts';
import { splitSentences } from '../text/sentences.ts';
import { type Candidate, type Candidates, gatherCandidates } from './candidates/gather.ts';
import { share } from './candidates/overlap.ts';
import { turnsNames } from './candidates/turned-names.ts';
import { areSwapped, orderOf } from './candidates/word-order.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { cleanQuestion } from './question/clean.ts';
import { namesOf, type ParsedText } from './question/text-parser.ts';
import type { Excerpt, FactEntry } from './types.ts';
import { withoutForeignFacts } from './verdict/decide.ts';
import { answerProbability, rank } from './verdict/model.ts';
import { namesLacking } from './written-names.ts';

/** A sentence of somebody's message with the passage that bears on it. */
export interface CheckedClaim {
  readonly claim: string;
  readonly excerpt: Excerpt;
  /** Names and numbers of the sentence that the passage does not hold; none where all of them are there. */
  readonly differing: readonly string[];
  /** How the passage can be seen to say otherwise, though names and numbers are the same. */
  readonly contrary?: Contrary;
  /** The fact that the passage bears out, where other sources give another value. */
  readonly disputed?: FactEntry;
}

/** One denies what the other says; the names have changed places; a word is the opposite of the other's. */
export type Contrary = 'negation' | 'roles' | 'opposite';

const MAX_SENTENCES = 12;
const MAX_CLAIMS = 4;
/** A passage bears on a sentence where it holds this much of it, by weight. */
const BEARING = 0.25;
/** … or this much, where no facts tell of the passage: then its names may be in no table of names either. */
const BEARING_ALONE = 0.5;
/** An entry leads to its passage where it would answer the sentence with this probability, were it a question. */
const LIKELY = 0.1;

/** Whether a message asks rather than says: its last sentence is a question, and none about what it says ("Is that right?"). */
export function asksQuestion(message: string, { language, parser }: KnowledgeBase): boolean {
  const text = cleanQuestion(message);
  const [start, end] = splitSentences(text, language).at(-1) ?? [0, 0];
  const last = text.slice(start, end);
  const namesAny = parser.parse(last).mentions.some(({ kind }) => kind !== 'word');
  if (start > 0 && language.questions.asksWhether(last) && !namesAny) return false;
  if (language.questions.asks(last) && !/[.!]$/.test(last)) return true;
  return /[?？؟]["'”’)\]]*$/u.test(last) && !/^\S+\s?\S*$|,\s*\S+$/u.test(last);
}

/** The passages that bear on what a message says, sentence by sentence; none where the material does not speak of it. */
export function checkClaims(knowledge: KnowledgeBase, message: string): CheckedClaim[] {
  const text = cleanQuestion(message);
  const sentences = splitSentences(text, knowledge.language).slice(0, MAX_SENTENCES);
  const claims = sentences.flatMap(([start, end]) => checkClaim(knowledge, text.slice(start, end)) ?? []);
  return joined(claims).slice(0, MAX_CLAIMS);
}

/**
 * Only names and numbers can be compared: a sentence without any ("Is that right?") says nothing to check, unless a
 * passage that no facts tell of holds most of it.
 */
function checkClaim(knowledge: KnowledgeBase, claim: string): CheckedClaim | undefined {
  const stated = gatherCandidates(knowledge, claim);
  const found = gatherCandidates(knowledge, withoutStrangeFigures(claim, stated.words));
  const candidates = withoutForeignFacts(found, knowledge.coverageOf);
  const comparable = stated.question.mentions.filter(({ kind }) => kind !== 'word');
  const likeliest = likelyEntry(candidates);
  const hit = candidates.hits.find(({ coverage }) => coverage >= BEARING);
  const id = likeliest?.entry.rows[0]?.passages[0] ?? hit?.id;
  const passage = id === undefined ? undefined : knowledge.material.passages.get(id);
  if (!passage) return undefined;
  const held = new Set([...knowledge.parser.parse(passage.text).keys, ...(likeliest?.parsed.stated ?? [])]);
  const itself = candidates.hits.find((each) => each.id === passage.id);
  const isOfUntold = knowledge.coverageOf(passage.id) === 'none' && (itself?.coverage ?? 0) >= BEARING_ALONE;
  if (!isOfUntold && !comparable.some(({ key }) => held.has(key))) return undefined;
  const { marks = [], window = [0, 0] as const, confidence: score = 0 } = itself ?? {};
  const excerpt = { passage, source: knowledge.source(passage), marks, window, score };
  const said = knowledge.parser.parse(claim);
  const lacking = namesLacking(claim, stated, new Set([...held, ...calledBy(passage, knowledge)]), knowledge);
  const isSwapped = likeliest !== undefined && areSwapped(orderOf(said.mentions), likeliest.parsed.roles);
  const contrary = isSwapped ? 'roles' : contraryIn(said, passage.text, knowledge);
  const disputed = likeliest?.entry.disputed ? likeliest.entry : undefined;
  return {
    claim,
    excerpt,
    differing: [...namesOf(comparable.filter(({ key }) => !held.has(key))), ...lacking],
    ...(contrary === undefined ? {} : { contrary }),
    ...(disputed === undefined ? {} : { disputed }),
  };
}

/** What a passage may be named by besides its text: who says something in it, and what is above it. */
function calledBy(passage: Passage, { parser, source }: KnowledgeBase): Set<string> {
  const { title, publisher, authors } = source(passage);
  return new Set([title, publisher, ...authors, passage.heading ?? ''].flatMap((text) => [...parser.parse(text).keys]));
}

/** A claim is compared with the sentence that shares this much of what it mentions; with less they speak of two things. */
const SHARED = 0.5;

/** How a passage, or its sentence that says most nearly what a claim says, can be seen to say the contrary. */
function contraryIn(claim: ParsedText, text: string, { parser, language }: KnowledgeBase): Contrary | undefined {
  const sentences = splitSentences(text, language).map(([start, end]) => text.slice(start, end));
  const parsed = sentences.map((sentence) => parser.parse(sentence));
  if (turnsNames(claim, withSubjects(sentences, parsed, language), language)) return 'roles';
  const shares = parsed.map(({ keys }) => share(claim.mentions, keys));
  const nearest = parsed[shares.indexOf(Math.max(...shares))];
  if (nearest === undefined || Math.max(...shares) < SHARED) return undefined;
  const denies = ({ tokens }: ParsedText) => tokens.filter(({ term }) => language.negations.has(term)).length % 2 === 1;
  if (denies(claim) !== denies(nearest)) return 'negation';
  const said = new Set(claim.tokens.map(({ term }) => term));
  const held = new Set(nearest.tokens.map(({ term }) => term));
  const isOpposed = [...said].some(
    (term) => !held.has(term) && [...language.oppositesOf(term)].some((other) => held.has(other) && !said.has(other)),
  );
  return isOpposed ? 'opposite' : undefined;
}

/** "It was founded …": a sentence that goes on from the one before is about what that one begins with. */
function withSubjects(sentences: readonly string[], parsed: readonly ParsedText[], language: Language): ParsedText[] {
  return parsed.map((sentence, at) => {
    const subject = parsed[at - 1]?.mentions[0];
    if (subject?.kind !== 'name' || !language.statements.goesOn(sentences[at] ?? '')) return sentence;
    return { ...sentence, mentions: [subject, ...sentence.mentions] };
  });
}

/** A figure that stands nowhere in the material is what differs, and must not lead away from the passage that it differs from. */
function withoutStrangeFigures(claim: string, words: readonly QueryWord[]): string {
  const strange = words.filter(({ typed, as }) => as === 'unknown' && /^\d/.test(typed)).map(({ typed }) => typed);
  return strange.reduce((text, figure) => text.replaceAll(figure, ' '), claim);
}

/** The entry that the sentence speaks of, whatever year or place it gives. */
function likelyEntry(candidates: Candidates): Candidate | undefined {
  const ranked = rank(
    candidates.candidates.filter(({ hit }) => hit.coverage >= BEARING),
    candidates,
  );
  return answerProbability(ranked, candidates) >= LIKELY ? ranked[0]?.candidate : undefined;
}

/** A passage once: the sentences that lead to it are told together. */
function joined(claims: readonly CheckedClaim[]): CheckedClaim[] {
  return [...groupBy(claims, ({ excerpt }) => excerpt.passage.id).values()].flatMap((same) => {
    const [first] = same;
    const claim = same.map((each) => each.claim).join(' … ');
    const differing = [...new Set(same.flatMap((each) => each.differing))];
    const [contrary] = same.flatMap((each) => each.contrary ?? []);
    const [disputed] = same.flatMap((each) => each.disputed ?? []);
    const seen = { ...(contrary && { contrary }), ...(disputed && { disputed }) };
    return first ? [{ ...first, ...seen, claim, differing }] : [];
  });
}
