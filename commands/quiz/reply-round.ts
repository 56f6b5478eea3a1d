import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../../src/bot/command.ts';
import type { Reply } from '../../src/bot/reply.ts';
import type { Round } from '../../src/store/repositories/rounds.ts';
import { closed, ended, finished, opened, type Progress, revealed } from '../../src/study/rounds/progress.ts';
import { move } from './moves.ts';
import { planOf, progressOf } from './plan.ts';
import { questionView } from './question-view.ts';
import { resultView } from './result-view.ts';
import { introView, standingsView } from './round-view.ts';

/** Milliseconds between two looks at a question that is open: the host may have changed something. */
const LOOK_MS = 500;
/** Discord lets a reply be changed for 15 minutes: before that the round is ended. */
const MAX_MS = 14 * 60_000;
/** As long as a round runs, its command counts as being answered, and only so many are at a time. */
const MAX_ROUNDS = 20;

let running = 0;

export const replyRoundsFull = (): boolean => running >= MAX_ROUNDS;

/**
 * A round in one message, the reply to its command: each step takes the place of the one before. For channels in which
 * the bot may not post. Like every sequence of replies it goes on when Discord has the step before, so a question's
 * clock starts then.
 */
export async function* playInReply(round: Round, context: Context): AsyncGenerator<Reply> {
  running++;
  try {
    yield shown(introView(planOf(round), round.host ?? '', context.publicMessages));
    yield* steps(round, context);
  } finally {
    running--;
  }
}

async function* steps(start: Round, context: Context): AsyncGenerator<Reply> {
  const { store, publicMessages: messages, knowledge } = context;
  const { id, guild } = start;
  const plan = planOf(start);
  let current: Round | undefined = start;
  let seen = '';
  while (current !== undefined) {
    const progress = progressOf(current);
    const answers = await store.roundAnswers(guild, id);
    switch (progress.phase) {
      case 'waiting':
        await sleep(Math.max(0, progress.until - Date.now()));
        yield shown(questionView({ id, plan, progress }, messages));
        seen = `${progress.at} open 0`;
        await move(store, start, (now, time) => opened(now, { now: time, pace: plan.pace }), progress.at);
        break;
      case 'open':
      case 'paused': {
        const state = `${progress.at} ${progress.phase} ${progress.hints}`;
        if (state !== seen) yield shown(questionView({ id, plan, progress }, messages));
        seen = state;
        await whileOpen(start, progress, store);
        break;
      }
      case 'closed': {
        yield shown(resultView({ plan, at: progress.at, answers, knowledge, messages }));
        const count = plan.questions.length;
        await move(store, start, (now, time) => revealed(now, { now: time, count }), progress.at);
        // The standings take the place of the last answer.
        if (progress.ends || progress.at + 1 === count) await sleep(READING_MS);
        break;
      }
      case 'over':
        await move(store, start, finished);
        yield shown(standingsView({ id, plan, answers, asked: progress.asked, messages }));
        return;
      case 'done':
        return;
    }
    current = await store.round(guild, id);
  }
}

const READING_MS = 7_000;

async function whileOpen(round: Round, { until }: Progress, store: Context['store']): Promise<void> {
  if (Date.now() > round.startedAt + MAX_MS) await move(store, round, ended);
  else if (!(await move(store, round, closed))) await sleep(Math.min(LOOK_MS, Math.max(0, until - Date.now())));
}

const shown = (components: Reply['components']): Reply => ({ show: 'public', components });
