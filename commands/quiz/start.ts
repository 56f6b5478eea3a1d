import { randomInt } from 'node:crypto';
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { type Complete, type Context, type GuildMember, slashCommand } from '../../src/bot/command.ts';
import { notice } from '../../src/bot/notice.ts';
import type { Reply, Result } from '../../src/bot/reply.ts';
import { citationWords } from '../../src/reply/citation-words.ts';
import { button, row } from '../../src/reply/components.ts';
import { LIMITS } from '../../src/reply/limits.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { noticeView } from '../../src/reply/notice-view.ts';
import { reachLine } from '../../src/reply/reach-line.ts';
import { inSlices } from '../../src/slices.ts';
import type { Round } from '../../src/store/repositories/rounds.ts';
import { makingQuestions, type QuestionOptions } from '../../src/study/questions/index.ts';
import type { Mode } from '../../src/study/questions/types.ts';
import { finished } from '../../src/study/rounds/progress.ts';
import { completeScope, scopeOf, worksOf } from '../ask/scope.ts';
import { inServer } from '../library/permission.ts';
import { noSources, unknownSource } from '../sources/source-option.ts';
import { stop } from './buttons.ts';
import { move } from './moves.ts';
import { type Asked, newRound, type Plan, type PlannedQuestion, withPassages } from './plan.ts';
import { playInReply, replyRoundsFull } from './reply-round.ts';
import { introView } from './round-view.ts';
import { tellingOfStopped } from './stopped.ts';

const DEFAULT_QUESTIONS = 10;
const DEFAULT_PACE = 30;
const MAX_SEED = 999_999;

const completeAbout: Complete = (typed, { knowledge }) =>
  knowledge.completion
    .terms(typed, LIMITS.choices)
    .flatMap(({ name }) => (name.length <= LIMITS.choiceText ? [{ name, value: name }] : []));

/** `/quiz start`: a round for everybody in the channel. */
export const start = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'start',
  options: [
    { name: 'about', type: ApplicationCommandOptionType.String, max_length: 100, autocomplete: true },
    { name: 'source', type: ApplicationCommandOptionType.String, max_length: 200, autocomplete: true },
    { name: 'questions', type: ApplicationCommandOptionType.Integer, min_value: 1, max_value: 30 },
    {
      name: 'mode',
      type: ApplicationCommandOptionType.String,
      choices: ['choice', 'typed', 'truth', 'source', 'order', 'cloze'],
    },
    { name: 'pace', type: ApplicationCommandOptionType.Integer, min_value: 10, max_value: 120 },
    { name: 'seed', type: ApplicationCommandOptionType.Integer, min_value: 0, max_value: MAX_SEED },
  ],
  complete: { about: completeAbout, source: completeScope },
  run: (args, context) =>
    inServer<Result>(context, (guild) => tellingOfStopped(guild, context, () => begin(args, guild, context))),
});

interface StartArguments {
  readonly about: string | undefined;
  readonly source: string | undefined;
  readonly questions: number | undefined;
  readonly mode: Mode | undefined;
  readonly pace: number | undefined;
  readonly seed: number | undefined;
}

async function begin(args: StartArguments, guild: GuildMember, context: Context): Promise<Result> {
  const none = noSources(context);
  if (none) return none;
  const { knowledge, messages, publicMessages } = context;
  const works = worksOf(args.source, context);
  if (!works) return unknownSource(args.source ?? '', messages);
  const { sources } = works;
  const { about, mode, questions: count = DEFAULT_QUESTIONS, seed = randomInt(MAX_SEED + 1) } = args;
  const named = scopeOf(args.source, context)?.source;
  const asked: Asked = { seed, count, about, source: named ?? args.source, mode };
  const { locale } = publicMessages;
  const options: QuestionOptions = {
    seed,
    count,
    words: citationWords(publicMessages),
    skipped: await context.store.skippedDrafts(guild.id),
    ...(about === undefined ? {} : { about }),
    ...(mode === undefined ? {} : { modes: [mode] }),
  };
  const make = (from: typeof sources) =>
    inSlices(makingQuestions(knowledge, from === undefined ? options : { ...options, sources: from }));
  const own = await make(sources);
  // A channel whose works give no question asks about all that there is, as its answers come from all.
  const made = own.length === 0 && args.source === undefined && sources !== undefined ? await make(undefined) : own;
  if (made.length === 0) return notice(messages.markdown('quiz.noQuestions'));
  const pace = (args.pace ?? DEFAULT_PACE) * 1000;
  const { material } = knowledge;
  const from = made === own ? reachLine('only', sources, { material, messages: publicMessages }) : undefined;
  return startRound({ pace, locale, from, asked, questions: withPassages(made, knowledge) }, guild, context);
}

/**
 * Starts a round in the channel where the person is. Its first message shows whether the bot may post there; where not,
 * the round is played in the reply.
 */
export async function startRound(
  unplaced: Omit<Plan, 'surface' | 'questions'> & { readonly questions: readonly PlannedQuestion[] },
  guild: GuildMember,
  context: Context,
): Promise<Result> {
  const { store, posts, person, channel, messages, publicMessages } = context;
  if (channel === undefined) return notice(messages.markdown('quiz.noChannel'));
  const before = await store.roundIn(guild.id, channel);
  if (before) return alreadyRunning(before, guild, context);
  const plan: Plan = { ...unplaced, surface: 'channel' };
  const posted = await posts.post(channel, {
    show: 'public',
    components: introView(plan, person.id, publicMessages),
  });
  if (!posted.ok && (posted.refused === 'unavailable' || posted.refused === 'unknown')) {
    return notice(messages.markdown('quiz.unavailable'));
  }
  const surface = posted.ok ? 'channel' : 'reply';
  if (surface === 'reply' && replyRoundsFull()) return notice(messages.markdown('quiz.noPermission'));
  const begun = newRound({
    guild: guild.id,
    channel,
    host: person.id,
    plan: { ...plan, surface },
    now: Date.now(),
  });
  if (!(await store.startRound(begun))) {
    // Somebody else was quicker: the first message of this one says so.
    const components = noticeView(publicMessages.markdown('quiz.running'));
    if (posted.ok) await posts.change(posted.message, { show: 'public', components });
    const other = await store.roundIn(guild.id, channel);
    return other ? alreadyRunning(other, guild, context) : notice(messages.markdown('quiz.unavailable'));
  }
  if (surface === 'reply') return playInReply({ ...begun, endedAt: undefined }, context);
  return notice(begunText(plan, messages));
}

function begunText({ asked, questions }: Plan, messages: Messages): string {
  const begun = messages.markdown('quiz.begun');
  if (asked === undefined || questions.length >= asked.count) return begun;
  return `${begun}\n${messages.markdown('quiz.fewer', { count: questions.length, wanted: asked.count })}`;
}

/** Who may end the one that is there is offered to. */
function alreadyRunning(round: Round, guild: GuildMember, { messages, person }: Context): Reply {
  const components = noticeView(messages.markdown('quiz.running'));
  if (!mayHost(round, guild, person.id)) return { show: 'private', components };
  return {
    show: 'private',
    components: [...components, row(button(messages.plain('quiz.button.stop'), stop.id({ round: round.id })))],
  };
}

/** The host, and those who manage the server. */
export function mayHost(round: Pick<Round, 'host'>, guild: GuildMember, person: string): boolean {
  return guild.isManager || round.host === person;
}

/** Ends a round at once, whatever it is at. */
export const stopRound = (round: Round, { store }: Context): Promise<Round | undefined> => move(store, round, finished);
