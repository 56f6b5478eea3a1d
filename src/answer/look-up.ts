import { isIn } from './candidates/entries.ts';
import { type Candidates, gatherCandidates } from './candidates/gather.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { cleanQuestion } from './question/clean.ts';
import type { ParsedQuestion } from './question/parsed-question.ts';
import type { Mention } from './question/text-parser.ts';
import type { FactEntry } from './types.ts';
import { isAnchored } from './verdict/anchor.ts';
import { answerProbability, rank } from './verdict/model.ts';
import { standsAmongAll } from './verdict/standing.ts';
import { ANSWERED } from './verdict/weights.ts';

const MAX_MEANT = 3;
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
  if (meant.length > 1) return { isSure: false, entries: meant.slice(0, MAX_MEANT) };
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
  if (isAsking && own.length > 0) return { isSure: own.length === 1, entries: own.slice(0, MAX_MEANT) };
  const possible = found.candidates.filter(({ rejection }) => rejection === undefined);
  // Names of attributes are typed rather than questions: the search's own order, which the candidates are in, knows them.
  const [named] = possible;
  if (named !== undefined && named.hit.coverage >= NAMED_COVERAGE) return { isSure: true, entries: [named.entry] };
  const ranked = rank(possible, found);
  if (ranked[0] !== undefined && answerProbability(ranked, found) >= ANSWERED) {
    return { isSure: true, entries: [ranked[0].candidate.entry] };
  }
  const near = isAnchored(found.words, true) ? found.facts.slice(0, MAX_MEANT).map(({ entry }) => entry) : [];
  return { isSure: false, entries: near };
}
