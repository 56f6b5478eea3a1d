import { isIn } from '../../src/answer/candidates/entries.ts';
import { type DraftEntry, type Drafts, draftsOf } from '../../src/answer/drafts.ts';
import type { Answer, AskOptions } from '../../src/answer/types.ts';
import type { Context } from '../../src/bot/command.ts';
import type { Reply } from '../../src/bot/reply.ts';
import type { EntryTextOptions } from '../../src/reply/fact-lines.ts';
import { reachLine } from '../../src/reply/reach-line.ts';
import { StoreUnavailable } from '../../src/store/types.ts';
import { draftedView } from '../fact/draft-view.ts';

const MAX_QUESTIONS = 5;

type Where = Pick<Context, 'knowledge' | 'guild' | 'store'>;

/** What rules drafted, without what an editor skipped; all of it while the store cannot say what that is. */
export async function offeredDrafts({ knowledge, guild, store }: Where): Promise<Drafts> {
  const drafts = await draftsOf(knowledge);
  if (guild === undefined || drafts.all.length === 0) return drafts;
  try {
    return await draftsOf(knowledge, await store.skippedDrafts(guild.id));
  } catch (error) {
    if (error instanceof StoreUnavailable) return drafts;
    throw error;
  }
}

/**
 * The draft that has just this question, where neither the facts nor a passage answers it. One of the works that are
 * searched first comes before what others answer.
 */
export async function draftFor(
  { verdict, question, reach }: Answer,
  where: Where,
  { source, first }: AskOptions,
): Promise<DraftEntry | undefined> {
  if (verdict === 'answered' && reach !== 'beyond') return undefined;
  const draft = (await offeredDrafts(where)).asked(question);
  if (verdict === 'answered') return draft && first?.has(draft.fact.source) ? draft : undefined;
  return source === undefined || draft?.fact.source === source ? draft : undefined;
}

/** The draft alone; `first`: the works that are searched first. */
export function draftedReply(
  draft: DraftEntry,
  first: ReadonlySet<string> | undefined,
  options: EntryTextOptions,
): Reply {
  const lead = reachLine(isIn(draft.entry, first) ? 'first' : 'beyond', first, options);
  return { show: 'private', components: draftedView(draft, options, lead) };
}

/** Where nothing answered and no row of the facts suggests a question, those of drafts are suggested. */
export async function withDraftedQuestions(answer: Answer, where: Where, { source }: AskOptions): Promise<Answer> {
  if (answer.verdict !== 'absent' || answer.nearby.questions.length > 0) return answer;
  const found = (await offeredDrafts(where)).all.filter(({ fact }) => source === undefined || fact.source === source);
  const questions = found.flatMap(({ fact }) => fact.question ?? []).slice(0, MAX_QUESTIONS);
  return { ...answer, nearby: { ...answer.nearby, questions } };
}
