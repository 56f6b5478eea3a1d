import { type DraftEntry, draftsOf } from '../../src/answer/drafts.ts';
import type { KnowledgeBase } from '../../src/answer/knowledge-base.ts';
import type { Answer } from '../../src/answer/types.ts';

const MAX_QUESTIONS = 5;

/** The draft that has just this question, where neither the facts nor a passage answers it. */
export async function draftFor(
  { verdict, question }: Answer,
  knowledge: KnowledgeBase,
  source?: string,
): Promise<DraftEntry | undefined> {
  if (verdict === 'answered') return undefined;
  const draft = (await draftsOf(knowledge)).asked(question);
  return source === undefined || draft?.fact.source === source ? draft : undefined;
}

/** Where nothing answered and no row of the facts suggests a question, those of drafts are suggested. */
export async function withDraftedQuestions(answer: Answer, knowledge: KnowledgeBase, source?: string): Promise<Answer> {
  if (answer.verdict !== 'absent' || answer.nearby.questions.length > 0) return answer;
  const found = (await draftsOf(knowledge)).all.filter(({ fact }) => source === undefined || fact.source === source);
  const questions = found.flatMap(({ fact }) => fact.question ?? []).slice(0, MAX_QUESTIONS);
  return { ...answer, nearby: { ...answer.nearby, questions } };
}
