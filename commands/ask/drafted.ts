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

interface Drafted {
  /** The draft that answers instead. */
  readonly draft?: DraftEntry | undefined;
  readonly answer: Answer;
}

/**
 * What drafts add: the first place to a passage that states what another only mentions. Where neither the facts nor a passage
 * answers: the draft that has just this question, else questions to
 * suggest. A draft of the works that are searched first comes before what others answer.
 */
export async function withDrafts(answer: Answer, where: Where, options: AskOptions): Promise<Drafted> {
  const isAnswered = answer.verdict === 'answered' && answer.reach !== 'beyond';
  if (isAnswered && answer.entries.length > 0) return { answer };
  const drafts = await offeredDrafts(where);
  if (isAnswered) return { answer: withStatedFirst(answer, drafts) };
  return { draft: draftFor(answer, drafts, options), answer: withDraftedQuestions(answer, drafts, options) };
}

/**
 * Of a question that drafts have word for word, a passage that states the answer comes before one that only mentions what
 * is asked for, unless that one fits much better.
 */
function withStatedFirst(answer: Answer, drafts: Drafts): Answer {
  const [first, ...others] = answer.excerpts;
  const stating = drafts.statedIn(answer.question);
  if (first === undefined || stating.has(first.passage.id)) return answer;
  const stated = others.find(({ passage }) => stating.has(passage.id));
  if (stated === undefined || stated.score * MUCH_BETTER < first.score) return answer;
  return { ...answer, excerpts: [stated, ...answer.excerpts.filter((each) => each !== stated)] };
}

/** So many times as likely to answer. */
const MUCH_BETTER = 1.5;

function draftFor(
  { verdict, question }: Answer,
  drafts: Drafts,
  { source, first }: AskOptions,
): DraftEntry | undefined {
  const draft = drafts.asked(question);
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
function withDraftedQuestions(answer: Answer, drafts: Drafts, { source }: AskOptions): Answer {
  const { verdict, request, nearby } = answer;
  const isSuggesting = request === undefined ? verdict === 'absent' : request === 'follow-up';
  if (!isSuggesting || nearby.questions.length > 0) return answer;
  const found = drafts.all.filter(({ fact }) => source === undefined || fact.source === source);
  const questions = found.flatMap(({ fact }) => fact.question ?? []).slice(0, MAX_QUESTIONS);
  return { ...answer, nearby: { ...nearby, questions } };
}
