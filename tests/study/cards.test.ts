import { createEmptyCard, fsrs, type Grade, Rating as Grades } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { forecast, startOfDay } from '../../src/study/cards/forecast.ts';
import { LEARN_AHEAD_MS, queueOf } from '../../src/study/cards/queue.ts';
import { intervals, newSchedule, rated } from '../../src/study/cards/schedule.ts';
import { CARD_STATE, RATINGS, type Rating, type Schedule } from '../../src/study/cards/types.ts';

const NOON = Date.UTC(2026, 2, 20, 12);
const MINUTE = 60_000;
const DAY = 86_400_000;

const GRADES: Record<Rating, Grade> = {
  again: Grades.Again,
  hard: Grades.Hard,
  good: Grades.Good,
  easy: Grades.Easy,
};

/** Ratings with the days after the review before at which each was given. */
const HISTORIES: readonly (readonly (readonly [Rating, number])[])[] = [
  [
    ['good', 0],
    ['good', 0.01],
    ['good', 3],
    ['good', 11],
    ['good', 40],
  ],
  [
    ['easy', 0],
    ['easy', 16],
    ['hard', 100],
    ['easy', 200],
  ],
  [
    ['again', 0],
    ['again', 0.001],
    ['good', 0.01],
    ['good', 1],
    ['again', 5],
    ['good', 0.01],
    ['hard', 2],
  ],
  [
    ['hard', 0],
    ['hard', 0.005],
    ['good', 0.02],
    ['again', 400],
    ['easy', 0.01],
    ['good', 3],
  ],
  [
    ['good', 0],
    ['good', 90],
  ],
];

describe('a schedule', () => {
  it.each(HISTORIES.map((history) => [history]))('is what the library makes of the same ratings: %j', (history) => {
    const library = fsrs({ enable_fuzz: false });
    let theirs = createEmptyCard(NOON);
    let ours = newSchedule(NOON);
    let now = NOON;
    for (const [rating, days] of history) {
      now += days * DAY;
      theirs = library.next(theirs, now, GRADES[rating]).card;
      // As the store keeps it.
      ours = JSON.parse(JSON.stringify(rated(ours, rating, now))) as Schedule;
      expect(ours).toEqual({
        dueAt: theirs.due.getTime(),
        state: theirs.state,
        stability: theirs.stability,
        difficulty: theirs.difficulty,
        scheduledDays: theirs.scheduled_days,
        learningSteps: theirs.learning_steps,
        reps: theirs.reps,
        lapses: theirs.lapses,
        reviewedAt: now,
      });
    }
  });

  it('tells for each rating the interval that it then sets', () => {
    let schedule = newSchedule(NOON);
    let now = NOON;
    for (const rating of ['good', 'good', 'good', 'again', 'good', 'easy'] as const) {
      const told = intervals(schedule, now);
      for (const each of RATINGS) expect(rated(schedule, each, now).dueAt - now).toBe(told[each]);
      expect(told.again).toBeLessThan(told.easy);
      schedule = rated(schedule, rating, now);
      now = schedule.dueAt;
    }
    expect(intervals(newSchedule(NOON), NOON)).toMatchObject({ again: MINUTE, good: 10 * MINUTE });
  });
});

describe('the queue', () => {
  const card = (id: string, dueAt: number, state: keyof typeof CARD_STATE) => ({ id, dueAt, state: CARD_STATE[state] });
  const cards = [
    card('new 2', NOON - 1, 'new'),
    card('new 1', NOON - 2, 'new'),
    card('soon', NOON + MINUTE, 'learning'),
    card('long due', NOON - 9 * DAY, 'review'),
    card('just due', NOON, 'relearning'),
    card('early review', NOON + MINUTE, 'review'),
  ];

  it('asks what is due the longest first, then new cards in their order, then what is being learnt', () => {
    const left = [...cards];
    const asked: string[] = [];
    const next = () => queueOf(left, { due: 2, fresh: 2 }, { now: NOON, newLeft: 5 }).next;
    for (let each = next(); each; each = next()) {
      asked.push(each.id);
      left.splice(left.indexOf(each), 1);
    }
    expect(asked).toEqual(['long due', 'just due', 'new 1', 'new 2', 'soon']);
  });

  it('counts what is due, the new cards that may come today, and those that wait', () => {
    const counts = { due: 2, fresh: 2 };
    expect(queueOf(cards, counts, { now: NOON, newLeft: 1 })).toMatchObject({ due: 2, fresh: 1, later: 1 });
    expect(queueOf(cards, counts, { now: NOON, newLeft: -3 })).toMatchObject({ due: 2, fresh: 0, later: 2 });
  });

  it('counts as due what comes early, where nothing else is', () => {
    const learning = [card('soon', NOON + MINUTE, 'learning'), card('then', NOON + 2 * MINUTE, 'relearning')];
    const none = { due: 0, fresh: 0 };
    const queue = queueOf(learning, none, { now: NOON, newLeft: 5 });
    expect([queue.next?.id, queue.due]).toEqual(['soon', 2]);
    expect(queueOf([...learning, card('new', NOON, 'new')], { due: 0, fresh: 1 }, { now: NOON, newLeft: 5 }).due).toBe(
      0,
    );
  });

  it('does not ask early what is due after the time ahead', () => {
    const late = [card('late', NOON + LEARN_AHEAD_MS + 1, 'learning')];
    expect(queueOf(late, { due: 0, fresh: 0 }, { now: NOON, newLeft: 5 }).next).toBeUndefined();
  });
});

describe('the forecast', () => {
  it('counts by the days of the time zone, through the night that clocks go forward', () => {
    // Berlin: 29 March 2026 has 23 hours, from 23:00 to 22:00 UTC.
    const zone = 'Europe/Berlin';
    const now = Date.UTC(2026, 2, 28, 12);
    const times = [
      now - 40 * DAY,
      Date.UTC(2026, 2, 28, 22, 59),
      Date.UTC(2026, 2, 28, 23),
      Date.UTC(2026, 2, 29, 21, 59),
      Date.UTC(2026, 2, 29, 22),
      now + 90 * DAY,
    ];
    expect(forecast(times, now, zone, 3)).toEqual([
      { day: '2026-03-28', count: 2 },
      { day: '2026-03-29', count: 2 },
      { day: '2026-03-30', count: 1 },
    ]);
    expect(startOfDay(Date.UTC(2026, 2, 29, 12), zone)).toBe(Date.UTC(2026, 2, 28, 23));
  });
});
