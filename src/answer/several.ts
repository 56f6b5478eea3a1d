import { groupBy } from '../group.ts';
import { questionsOf } from './candidates/entries.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { type Part, severalIn } from './question/several.ts';
import type { Answer, Excerpt } from './types.ts';

const MAX_EXCERPTS = 5;

/**
 * Answers a message: the one question that it asks, or each of several in one answer, unless it is answered better as a
 * whole. `askOne` answers a single question.
 */
export function answerEach(question: string, { parser }: KnowledgeBase, askOne: (question: string) => Answer): Answer {
  const whole = askOne(question);
  const several = severalIn(question, parser);
  if (!several || asksForRow(whole, question)) return whole;
  const parts = several.parts.map((part) => askPart(part, askOne));
  if (several.isComparison && parts.some(({ verdict }) => verdict === 'absent')) return whole;
  const reaches = new Set(parts.map(({ reach }) => reach));
  const [reach] = reaches.size === 1 ? reaches : [];
  const areAll = (test: (part: Answer) => boolean) => parts.every(test);
  return {
    question,
    verdict: areAll(({ verdict }) => verdict === 'answered')
      ? 'answered'
      : areAll(({ verdict }) => verdict === 'absent')
        ? 'absent'
        : 'close',
    isSure: areAll(({ isSure }) => isSure),
    ...(whole.foreignLanguage === undefined ? {} : { foreignLanguage: whole.foreignLanguage }),
    entries: parts.flatMap(({ entries }) => entries),
    namesEntry: false,
    excerpts: inTurn(parts),
    missing: [...new Set(parts.flatMap(({ missing }) => missing))],
    respelt: whole.respelt,
    nearby: whole.nearby,
    ...(reach === undefined ? {} : { reach }),
    parts,
  };
}

/** The fact table has this very question, for all that it joins. */
export function asksForRow({ entries: [entry] }: Answer, question: string): boolean {
  const asked = wordsOf(question);
  return entry !== undefined && questionsOf(entry).some((own) => wordsOf(own) === asked);
}

const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A part that is not answered as it stands may leave out what the one before it names. */
function askPart({ text, topic }: Part, askOne: (question: string) => Answer): Answer {
  const answer = askOne(text);
  if (answer.verdict === 'answered' || topic === undefined) return answer;
  const withTopic = askOne(`${text.replace(/\?$/, '')} ${topic}?`);
  return withTopic.verdict === 'answered' ? { ...withTopic, question: answer.question } : answer;
}

/** How far down a part's excerpts one still bears on it. */
const BEARING = 2;

/** Each passage once: one that bears on several parts before all others, then the first of each part, the second of each. */
function inTurn(parts: readonly Answer[]): Excerpt[] {
  const ranked = parts.flatMap(({ excerpts }) => excerpts.map((excerpt, rank) => ({ excerpt, rank })));
  const byPassage = [...groupBy(ranked, ({ excerpt }) => excerpt.passage.id).values()].map((same) => ({
    excerpt: (same[0] as (typeof same)[number]).excerpt,
    joined: joinedBy(same.filter(({ rank }) => rank < BEARING).length),
    rank: Math.min(...same.map(({ rank }) => rank)),
  }));
  return byPassage
    .sort((a, b) => b.joined - a.joined || a.rank - b.rank)
    .slice(0, MAX_EXCERPTS)
    .map(({ excerpt }) => excerpt);
}

/** One part alone joins nothing. */
const joinedBy = (parts: number): number => (parts > 1 ? parts : 0);
