import type { JobContext, JobDefinition } from '../../src/bot/jobs.ts';
import type { Posted, PostRefusal } from '../../src/bot/posts.ts';
import type { Reply } from '../../src/bot/reply.ts';
import type { Round } from '../../src/store/repositories/rounds.ts';
import { closed, ended, failed, finished, lost, opened, revealed } from '../../src/study/rounds/progress.ts';
import { move } from './moves.ts';
import { planOf, progressOf, QUIZ_JOB } from './plan.ts';
import { questionView } from './question-view.ts';
import { resultView } from './result-view.ts';
import { standingsView } from './round-view.ts';

/** Moves a round on: posts its next question, closes the one that is open and shows the answer, and the standings at the end. */
const moveOn: JobDefinition = {
  kind: QUIZ_JOB,
  async run({ guild, payload }, context) {
    const { round: id } = payload as { readonly round: string };
    let round = await context.store.round(guild, id);
    while (round !== undefined) {
      round = planOf(round).surface === 'reply' ? await endAlone(round, context) : await next(round, context);
    }
  },
};

export const quizJobs = [moveOn];

/** Undefined where the round has to wait for its next job, or somebody else has moved it on. */
async function next(round: Round, context: JobContext): Promise<Round | undefined> {
  const { store } = context;
  switch (progressOf(round).phase) {
    case 'waiting':
      await postQuestion(round, context);
      return undefined;
    case 'open':
    case 'paused':
      return (await move(store, round, closed)) ?? rest(round, context);
    case 'closed':
      return reveal(round, context);
    case 'over':
      await postStandings(round, context);
      return undefined;
    case 'done':
      return undefined;
  }
}

/** A job that came too early, by another process's clock: the round's own time counts. */
async function rest(round: Round, { store }: JobContext): Promise<undefined> {
  await move(store, round, (progress, now) => (progress.until > now ? progress : undefined));
}

/** The question's clock starts when Discord has it. */
async function postQuestion(round: Round, context: JobContext): Promise<void> {
  const { store, posts, messagesFor } = context;
  const plan = planOf(round);
  const progress = progressOf(round);
  const components = questionView({ id: round.id, plan, progress }, messagesFor(plan.locale));
  // A process that died after it was posted had not noted that, and a lost answer says nothing: both post it again.
  const posted = await posts.post(round.channel, shown(components), `${round.id} ${progress.at}`);
  if (!posted.ok) return giveUp(round, posted.refused, context);
  const { id: message } = posted.message;
  await move(store, round, (now, time) => opened(now, { now: time, pace: plan.pace, message }), progress.at);
}

/** Changes the question's own message, so that showing it twice shows it once. */
async function reveal(round: Round, context: JobContext): Promise<Round | undefined> {
  const { store, posts, guilds, messagesFor } = context;
  const plan = planOf(round);
  const { at, message } = progressOf(round);
  const [answers, { knowledge }] = await Promise.all([
    store.roundAnswers(round.guild, round.id),
    guilds.open(round.guild),
  ]);
  const components = resultView({ plan, at, answers, knowledge, messages: messagesFor(plan.locale) });
  const changed =
    message === undefined ? undefined : await posts.change({ channel: round.channel, id: message }, shown(components));
  // What stands in an archived thread cannot be changed: the answer comes as a message, which brings the thread back.
  const refusal =
    refusalOf(changed) === 'archived'
      ? refusalOf(await posts.post(round.channel, shown(components), `${round.id} ${at} a`))
      : refusalOf(changed);
  // A message that somebody deleted shows no answer, and the round goes on; so it does to find out that its channel is gone.
  if (refusal !== undefined && refusal !== 'unknown') {
    await giveUp(round, refusal, context);
    return undefined;
  }
  const count = plan.questions.length;
  const moved = await move(store, round, (progress, now) => revealed(progress, { now, count }), at);
  return moved && progressOf(moved).phase === 'over' ? moved : undefined;
}

async function postStandings(round: Round, context: JobContext): Promise<void> {
  const { store, posts, messagesFor } = context;
  const plan = planOf(round);
  const answers = await store.roundAnswers(round.guild, round.id);
  const { asked } = progressOf(round);
  const components = standingsView({ id: round.id, plan, answers, asked, messages: messagesFor(plan.locale) });
  const posted = await posts.post(round.channel, shown(components), `${round.id} over`);
  if (!posted.ok) return giveUp(round, posted.refused, context);
  await move(store, round, finished);
}

const refusalOf = (posted: Posted | undefined): PostRefusal | undefined =>
  posted?.ok === false ? posted.refused : undefined;

/** Where Discord could not be reached, it is tried again for a minute; where the bot may not write there, the round is over. */
async function giveUp(round: Round, refused: PostRefusal, { store, logger }: JobContext): Promise<void> {
  const moved = await move(store, round, refused === 'unavailable' ? failed : lost);
  if (moved && progressOf(moved).untold) {
    logger.warn({ guild: round.guild, round: round.id, refused }, 'A round has stopped: nothing more can be posted');
  }
}

/** A round that is shown in a reply is moved on by the process that shows it; where that has died, nothing can. */
async function endAlone(round: Round, { store }: JobContext): Promise<undefined> {
  await move(store, round, (progress, now) =>
    now < progress.until ? progress : lost(ended(progress, now) ?? progress),
  );
}

const shown = (components: Reply['components']): Reply => ({ show: 'public', components });
