import type { ActionContext } from '../../src/bot/action.ts';
import { notice } from '../../src/bot/notice.ts';
import type { ModalReply, Reply, Result } from '../../src/bot/reply.ts';
import type { Round } from '../../src/store/repositories/rounds.ts';
import { DEFAULT_ZONE, dayOf } from '../../src/study/days.ts';
import { hintsOf } from '../../src/study/rounds/hints.ts';
import { continued, ended, hinted, type Progress, paused, revealed, skipped } from '../../src/study/rounds/progress.ts';
import { missedByMost } from '../../src/study/rounds/standings.ts';
import { ANSWER_FIELD, choose, host, repeat, stop, type } from './buttons.ts';
import { type Judged, judgeChoice, judgeTyped } from './judge.ts';
import { move } from './moves.ts';
import { type Plan, planOf, progressOf } from './plan.ts';
import { practiseActions } from './practise.ts';
import { answerForm, questionView } from './question-view.ts';
import { gone, inRound, judgedView, noOrder } from './replies.ts';
import { resultView } from './result-view.ts';
import { mayHost, startRound, stopRound } from './start.ts';

const chooseAnswer = choose.handle(({ round, question, choice }, context) =>
  inRound(round, context, (found) => {
    const planned = planOf(found).questions[question];
    const judged = planned && judgeChoice(planned.question, choice);
    return judged ? count(found, question, judged, context) : gone(context);
  }),
);

const openForm = type.open.handle(({ round, question }, context) =>
  inRound(round, context, (found): Reply | ModalReply => {
    const planned = planOf(found).questions[question];
    if (!planned) return gone(context);
    const { phase, at } = progressOf(found);
    if (phase !== 'open' || at !== question) return notOpen(phase, context);
    const id = type.submit.id({ round, question });
    return { show: 'modal', modal: answerForm(planned.question, id, context.messages) };
  }),
);

const takeTyped = type.submit.handle(({ round, question }, context) =>
  inRound(round, context, (found) => {
    const planned = planOf(found).questions[question];
    if (!planned) return gone(context);
    const given = context.fields[ANSWER_FIELD] ?? '';
    const judged = judgeTyped(planned.question, given);
    if (!judged) return noOrder(planned.question, context);
    return count(found, question, judged, context, given);
  }),
);

/** Everybody who answers before the question closes counts, the quick and the slow alike. */
async function count(
  round: Round,
  question: number,
  { right, accepted }: Judged,
  { store, person, messages }: ActionContext,
  given?: string,
): Promise<Reply> {
  const { guild, id } = round;
  const at = Date.now();
  const { timeZone = DEFAULT_ZONE } = await store.player(guild, person.id);
  const answer = { guild, round: id, question, person: person.id, right, at, day: dayOf(at, timeZone) };
  const outcome = await store.answerRound(answer);
  if (outcome === 'again') return notice(messages.markdown('quiz.already'));
  if (outcome === 'closed') return notOpen((await phaseNow(round, question, store)) ?? 'closed', { messages });
  return { show: 'private', components: judgedView({ right, accepted }, given, messages) };
}

async function phaseNow({ guild, id }: Round, question: number, store: ActionContext['store']) {
  const now = await store.round(guild, id);
  const progress = now && progressOf(now);
  return progress?.at === question ? progress.phase : undefined;
}

function notOpen(phase: Progress['phase'], { messages }: Pick<ActionContext, 'messages'>): Reply {
  return notice(messages.markdown(phase === 'paused' ? 'quiz.isPaused' : 'quiz.isClosed'));
}

const hostDoes = host.handle(({ round, question, to }, context) =>
  inRound(round, context, async (found, guild) => {
    const { store, messages, publicMessages, person } = context;
    if (!mayHost(found, guild, person.id)) return notice(messages.markdown('quiz.notHost'));
    const moved = await move(store, found, nextBy(to, planOf(found), question), question);
    if (!moved) return notice(messages.markdown('quiz.tooLate'));
    if (to === 'skip' || to === 'end') return reveal(moved, question, context);
    const shown = { id: round, plan: planOf(moved), progress: progressOf(moved) };
    return { show: 'update', components: questionView(shown, publicMessages) };
  }),
);

/** Closes a question in the host's name: its message shows the answer, and a job goes on from there. */
async function reveal(round: Round, at: number, { store, knowledge, publicMessages }: ActionContext): Promise<Reply> {
  const plan = planOf(round);
  const answers = await store.roundAnswers(round.guild, round.id);
  const count = plan.questions.length;
  await move(
    store,
    round,
    (progress, now) => {
      const next = revealed(progress, { now, count });
      return next?.phase === 'over' ? { ...next, until: now } : next;
    },
    at,
  );
  return { show: 'update', components: resultView({ plan, at, answers, knowledge, messages: publicMessages }) };
}

function nextBy(to: 'hint' | 'skip' | 'pause' | 'continue' | 'end', { questions }: Plan, at: number) {
  return (progress: Progress, now: number): Progress | undefined => {
    const question = questions[at]?.question;
    switch (to) {
      case 'hint':
        return question && hinted(progress, hintsOf(question));
      case 'pause':
        return paused(progress, now);
      case 'continue':
        return continued(progress, now);
      case 'skip':
        return skipped(progress, now);
      case 'end':
        return ended(progress, now);
    }
  };
}

const stopRunning = stop.handle(({ round }, context) =>
  inRound(round, context, async (found, guild) => {
    if (!mayHost(found, guild, context.person.id)) return notice(context.messages.markdown('quiz.notHost'));
    await stopRound(found, context);
    return notice(context.messages.markdown('quiz.stopped'), 'update');
  }),
);

/** What most missed, as a round of its own; the person who presses is its host. */
const repeatMissed = repeat.handle(({ round }, context) =>
  inRound<Result>(round, context, async (found, guild) => {
    const plan = planOf(found);
    const answers = await context.store.roundAnswers(found.guild, found.id);
    const missed = missedByMost(answers, progressOf(found).asked);
    const questions = missed.flatMap((at) => plan.questions[at] ?? []);
    if (questions.length === 0) return notice(context.messages.markdown('quiz.nothingMissed'));
    const { pace } = plan;
    const again = { questions, pace, locale: context.publicMessages.locale, asked: undefined };
    return startRound(again, guild, context);
  }),
);

export const quizActions = [chooseAnswer, openForm, takeTyped, hostDoes, stopRunning, repeatMissed, ...practiseActions];
