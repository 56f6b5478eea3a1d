import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { ActionContext } from '../../src/bot/action.ts';
import type { GuildMember } from '../../src/bot/command.ts';
import { notice } from '../../src/bot/notice.ts';
import type { Reply, Result } from '../../src/bot/reply.ts';
import { ACCENT, container, text } from '../../src/reply/components.ts';
import { truncate } from '../../src/reply/cut.ts';
import type { Messages } from '../../src/reply/messages.ts';
import type { Round } from '../../src/store/repositories/rounds.ts';
import type { Question } from '../../src/study/questions/types.ts';
import { exampleOrder } from '../../src/study/rounds/order.ts';
import type { Judged } from './judge.ts';

const GIVEN = 100;

/** Goes on with a round of the server where the person is; says so where it is gone. */
export async function inRound<R extends Result = Reply>(
  id: string,
  context: ActionContext,
  run: (round: Round, guild: GuildMember) => R | Promise<R>,
): Promise<R | Reply> {
  const round = context.guild && (await context.store.round(context.guild.id, id));
  return round && context.guild ? run(round, context.guild) : gone(context);
}

export function gone({ messages }: Pick<ActionContext, 'messages'>): Reply {
  return notice(messages.markdown('quiz.gone'));
}

/** What was typed is no order of the question's items. */
export function noOrder(question: Question, { messages }: Pick<ActionContext, 'messages'>): Reply {
  const example = exampleOrder('items' in question ? question.items.length : 0);
  return notice(messages.markdown('quiz.noOrder', { example }));
}

/** Whether an answer was right, for the person who gave it, while the question is open to others. */
export function judgedView(
  judged: Judged,
  given: string | undefined,
  messages: Messages,
): APIMessageTopLevelComponent[] {
  const follows = judged.right ? [] : [text(`-# ${messages.markdown('quiz.answerFollows')}`)];
  return [container(ACCENT.neutral, [text(judgedText(judged, given, messages)), ...follows])];
}

export function judgedText({ right, accepted }: Judged, given: string | undefined, messages: Messages): string {
  const lines = [messages.markdown(right ? 'quiz.isRight' : 'quiz.isWrong')];
  if (accepted !== undefined) lines.push(messages.markdown('quiz.accepted', { answer: truncate(accepted, GIVEN) }));
  if (given !== undefined) lines.push(`-# ${messages.markdown('quiz.wrote', { given: truncate(given, GIVEN) })}`);
  return lines.join('\n');
}
