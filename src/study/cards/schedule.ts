import { type Card, createEmptyCard, fsrs, Rating as Grade, type Grade as GradeOf } from 'ts-fsrs';
import { CARD_STATE, type CardState, type Rating, type Schedule } from './types.ts';

/** The library's default parameters; without fuzz, so that the interval on a button is the one that it sets. */
const scheduler = fsrs({ enable_fuzz: false });

const GRADES: Readonly<Record<Rating, GradeOf>> = {
  again: Grade.Again,
  hard: Grade.Hard,
  good: Grade.Good,
  easy: Grade.Easy,
};

/** Of a card that was never reviewed: due at once. `now` is in milliseconds since 1970, as all times here. */
export function newSchedule(now: number): Schedule {
  return toSchedule(createEmptyCard(now));
}

/** A card's schedule after it was rated. */
export function rated(schedule: Schedule, rating: Rating, now: number): Schedule {
  return toSchedule(scheduler.next(toCard(schedule), now, GRADES[rating]).card);
}

/** How long until a card is due again, in milliseconds, for each rating that may be given now. */
export function intervals(schedule: Schedule, now: number): Record<Rating, number> {
  const preview = scheduler.repeat(toCard(schedule), now);
  const until = (rating: Rating) => preview[GRADES[rating]].card.due.getTime() - now;
  return { again: until('again'), hard: until('hard'), good: until('good'), easy: until('easy') };
}

/** Whether a card is to be seen again within the sitting: it is being learnt, or was forgotten. */
export function isInLearning({ state }: Pick<Schedule, 'state'>): boolean {
  return state === CARD_STATE.learning || state === CARD_STATE.relearning;
}

function toCard(schedule: Schedule): Card {
  const { dueAt, state, stability, difficulty, scheduledDays, learningSteps, reps, lapses, reviewedAt } = schedule;
  return {
    due: new Date(dueAt),
    state,
    stability,
    difficulty,
    // The library works it out from the last review; it asks for the field all the same.
    elapsed_days: 0,
    scheduled_days: scheduledDays,
    learning_steps: learningSteps,
    reps,
    lapses,
    ...(reviewedAt === undefined ? {} : { last_review: new Date(reviewedAt) }),
  };
}

function toSchedule(card: Card): Schedule {
  return {
    dueAt: card.due.getTime(),
    state: card.state as CardState,
    stability: card.stability,
    difficulty: card.difficulty,
    scheduledDays: card.scheduled_days,
    learningSteps: card.learning_steps,
    reps: card.reps,
    lapses: card.lapses,
    ...(card.last_review === undefined ? {} : { reviewedAt: card.last_review.getTime() }),
  };
}
