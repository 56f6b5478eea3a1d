import type { Context, GuildMember } from '../../src/bot/command.ts';
import type { Reply, Result } from '../../src/bot/reply.ts';
import { mentionChannel } from '../../src/reply/mentions.ts';
import { noticeView } from '../../src/reply/notice-view.ts';
import { told } from '../../src/study/rounds/progress.ts';
import { move } from './moves.ts';
import { planOf, progressOf } from './plan.ts';
import { standingsView } from './round-view.ts';

/**
 * Does what a host asks for, and says with it that their last round stopped early, with its standings: where the bot could
 * no longer post, nobody has heard of it.
 */
export async function tellingOfStopped(
  guild: GuildMember,
  context: Context,
  act: () => Promise<Result>,
): Promise<Result> {
  const { store, person, messages } = context;
  const last = await store.lastRoundOf(guild.id, person.id);
  const result = await act();
  if (last === undefined || !isPrivate(result) || !(await move(store, last, told))) return result;
  const answers = await store.roundAnswers(last.guild, last.id);
  const { asked } = progressOf(last);
  const stopped = messages.markdown('quiz.stoppedEarly', { channel: mentionChannel(last.channel) });
  const standings = standingsView({ id: last.id, plan: planOf(last), answers, asked, messages });
  return { ...result, components: [...noticeView(stopped), ...standings, ...result.components] };
}

/** A round that is played in its reply is for all, and says nothing to one person. */
const isPrivate = (result: Result): result is Reply => 'show' in result && result.show === 'private';
