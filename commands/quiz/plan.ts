import { randomBytes } from 'node:crypto';
import type { KnowledgeBase } from '../../src/answer/knowledge-base.ts';
import { passageRef } from '../../src/material/refs.ts';
import type { NewRound, Round, RoundStep } from '../../src/store/repositories/rounds.ts';
import type { Mode, Question } from '../../src/study/questions/types.ts';
import { begin, type Progress } from '../../src/study/rounds/progress.ts';

/** A question with the short names of its passages, by which they are found again however the material is edited. */
export interface PlannedQuestion {
  readonly question: Question;
  readonly passages: readonly string[];
}

/** What of a round stays as it is. The questions are kept as they were made, so that an edit of the material changes none. */
export interface Plan {
  readonly questions: readonly PlannedQuestion[];
  /** Milliseconds that a question is open. */
  readonly pace: number;
  /** The language that the round is in, a Discord locale. */
  readonly locale: string;
  /** Where it is shown: in messages of the bot's own, or in the one that answers the command. */
  readonly surface: 'channel' | 'reply';
  /** The works that the questions are from, in words, where they are not from all. */
  readonly from?: string | undefined;
  /** What it was made from; undefined for a repetition. */
  readonly asked: Asked | undefined;
}

/** The options of `/quiz start` that make the same questions again. */
export interface Asked {
  readonly seed: number;
  readonly count: number;
  readonly about?: string | undefined;
  /** As it was given, or the id of the work that it named. */
  readonly source?: string | undefined;
  readonly mode?: Mode | undefined;
}

export const planOf = ({ plan }: Pick<Round, 'plan'>): Plan => plan as Plan;
export const progressOf = ({ progress }: Pick<Round, 'progress'>): Progress => progress as Progress;

export function withPassages(questions: readonly Question[], { material }: KnowledgeBase): PlannedQuestion[] {
  return questions.map((question) => ({
    question,
    passages: question.passages.flatMap((id) => {
      const passage = material.passages.get(id);
      return passage ? [passageRef(passage)] : [];
    }),
  }));
}

export interface Start {
  readonly guild: string;
  readonly channel: string;
  readonly host: string;
  readonly plan: Plan;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A round that is about to begin. */
export function newRound({ guild, channel, host, plan, now }: Start): NewRound {
  const id = randomBytes(6).toString('base64url');
  const round = { guild, id, channel, host, plan, startedAt: now };
  return { ...round, ...stepTo(round, begin(now), now) };
}

export const QUIZ_JOB = 'quiz';

/** Milliseconds after which a round that is shown in a reply counts as left alone: its process has died. */
const ALONE_MS = 60_000;

/** A round with its next progress as the store keeps it: what can be answered, and the job that moves it on. */
export function stepTo(round: Pick<Round, 'guild' | 'id' | 'plan'>, progress: Progress, now: number): RoundStep {
  const { phase, at, until } = progress;
  if (phase === 'done') return { progress, endedAt: now };
  const dueAt = planOf(round).surface === 'reply' ? until + ALONE_MS : until;
  const job = { guild: round.guild, id: `quiz ${round.id}`, kind: QUIZ_JOB, payload: { round: round.id }, dueAt };
  return { progress, openQuestion: phase === 'open' ? at : undefined, job };
}
