import { describe, expect, it } from 'vitest';
import type { NewRound, NewRoundAnswer } from '../../src/store/repositories/rounds.ts';
import { ANN, BEN, NOON, ONE, TWO } from './works.ts';
import type { World } from './world.ts';

const CHANNEL = '500000000000000001';
const job = (dueAt: number) => ({ guild: ONE, id: 'quiz r', kind: 'quiz', payload: { round: 'r' }, dueAt });
const round = (more: Partial<NewRound> = {}): NewRound => ({
  guild: ONE,
  id: 'r',
  channel: CHANNEL,
  host: ANN,
  plan: { questions: ['a', 'b'] },
  progress: { at: 0 },
  openQuestion: 0,
  startedAt: NOON,
  job: job(NOON + 1),
  ...more,
});
const answer = (more: Partial<NewRoundAnswer> = {}): NewRoundAnswer => ({
  guild: ONE,
  round: 'r',
  question: 0,
  person: ANN,
  right: true,
  at: NOON,
  day: '2026-05-01',
  ...more,
});

export function roundsContract({ open, place }: World): void {
  describe('a round', () => {
    it('tells how its questions were answered, and not by whom', async () => {
      const store = await open();
      await store.startRound(round());
      await store.answerRound(answer());
      expect(await store.roundResults(ONE)).toEqual([]);
      await store.answerRound(answer({ person: BEN, right: false }));
      const questions = new Map([[0, { answers: 2, wrong: 1 }]]);
      expect(await store.roundResults(ONE)).toEqual([{ plan: { questions: ['a', 'b'] }, questions }]);
      expect(await store.roundResults(TWO)).toEqual([]);
    });

    it('is one at a time in a channel, and is there with its job', async () => {
      const [here, there] = [await open(), await open()];
      expect(await here.startRound(round())).toBe(true);
      expect(await there.startRound(round({ id: 's' }))).toBe(false);
      expect(await there.startRound(round({ id: 's', channel: '6' }))).toBe(true);
      expect(await there.nextJobAt()).toBe(NOON + 1);
      const { openQuestion, job: _, ...stored } = round();
      expect(await there.round(ONE, 'r')).toEqual({ ...stored, endedAt: undefined });
      expect((await there.roundIn(ONE, CHANNEL))?.id).toBe('r');
      expect(await there.round(TWO, 'r')).toBeUndefined();
    });

    it('is found by its host, the newest first', async () => {
      const store = await open();
      expect(await store.lastRoundOf(ONE, ANN)).toBeUndefined();
      await store.startRound(round({ id: 'older', startedAt: NOON - 1, channel: '6' }));
      await store.startRound(round());
      await store.startRound(round({ id: 'b', startedAt: NOON + 1, channel: '7', host: BEN }));
      await store.startRound(round({ id: 'there', startedAt: NOON + 1, guild: TWO, job: undefined }));
      const { openQuestion, job: _, ...stored } = round();
      expect(await store.lastRoundOf(ONE, ANN)).toEqual({ ...stored, endedAt: undefined });
      await store.forgetPerson(ANN);
      expect(await store.lastRoundOf(ONE, ANN)).toBeUndefined();
    });

    it('is begun once by many that begin it at once', async () => {
      const stores = [await open(), await open()];
      const begun = await Promise.all(
        Array.from({ length: 8 }, (_, i) => stores[i % 2]?.startRound(round({ id: `r${i}` }))),
      );
      expect(begun.filter(Boolean)).toHaveLength(1);
    });

    it('moves on with its next job, and leaves its channel when it has ended', async () => {
      const store = await open();
      await store.startRound(round());
      const moved = await store.moveRound(ONE, 'r', ({ progress }) => ({
        progress: { ...(progress as object), at: 1 },
        job: job(NOON + 9),
      }));
      expect(moved).toEqual(await store.round(ONE, 'r'));
      expect(moved?.progress).toEqual({ at: 1 });
      expect(await store.nextJobAt()).toBe(NOON + 9);
      expect(await store.moveRound(ONE, 'r', () => undefined)).toBeUndefined();
      expect(await store.moveRound(ONE, 'none', () => ({ progress: 1 }))).toBeUndefined();
      await store.moveRound(ONE, 'r', () => ({ progress: { at: 2 }, endedAt: NOON + 10 }));
      expect(await store.roundIn(ONE, CHANNEL)).toBeUndefined();
      expect(await store.startRound(round({ id: 's' }))).toBe(true);
    });

    it('is closed once by many that close it at once', async () => {
      const stores = [await open(), await open()];
      await stores[0]?.startRound(round());
      const closed = await Promise.all(
        Array.from({ length: 8 }, (_, i) =>
          stores[i % 2]?.moveRound(ONE, 'r', ({ progress }) =>
            (progress as { at: number }).at === 0 ? { progress: { at: 1 } } : undefined,
          ),
        ),
      );
      expect(closed.filter(Boolean)).toHaveLength(1);
    });
  });

  describe('an answer', () => {
    it('counts once a person, while its question is open', async () => {
      const store = await open();
      await store.startRound(round());
      expect(await store.answerRound(answer())).toBe('counted');
      expect(await store.answerRound(answer({ right: false }))).toBe('again');
      expect(await store.answerRound(answer({ person: BEN, right: false, at: NOON + 1 }))).toBe('counted');
      expect(await store.answerRound(answer({ question: 1 }))).toBe('closed');
      expect(await store.answerRound(answer({ round: 'none' }))).toBe('closed');
      await store.moveRound(ONE, 'r', ({ progress }) => ({ progress }));
      expect(await store.answerRound(answer({ person: '9' }))).toBe('closed');
      expect(await store.roundAnswers(ONE, 'r')).toEqual([
        { question: 0, person: ANN, right: true, at: NOON },
        { question: 0, person: BEN, right: false, at: NOON + 1 },
      ]);
    });

    it('that one person gives many times at once counts once', async () => {
      const stores = [await open(), await open()];
      await stores[0]?.startRound(round());
      const given = await Promise.all(Array.from({ length: 10 }, (_, i) => stores[i % 2]?.answerRound(answer())));
      expect(given.filter((each) => each === 'counted')).toHaveLength(1);
      expect(await stores[0]?.scores(ONE, {})).toEqual([{ person: ANN, right: 1, answers: 1 }]);
    });
  });

  describe('the scores', () => {
    it('are of the days asked for, the most right answers first', async () => {
      const store = await open();
      await store.startRound(round());
      await store.answerRound(answer({ right: false, day: '2026-04-30' }));
      await store.answerRound(answer({ person: BEN }));
      await store.moveRound(ONE, 'r', ({ progress }) => ({ progress, openQuestion: 1 }));
      await store.answerRound(answer({ question: 1 }));
      await store.answerRound(answer({ question: 1, person: BEN }));
      expect(await store.scores(ONE, {})).toEqual([
        { person: BEN, right: 2, answers: 2 },
        { person: ANN, right: 1, answers: 2 },
      ]);
      expect(await store.scores(ONE, { to: '2026-04-30' })).toEqual([{ person: ANN, right: 0, answers: 1 }]);
      expect(await store.scores(ONE, { from: '2026-05-02' })).toEqual([]);
      expect(await store.daysAnswered(ONE, [ANN, BEN])).toEqual(
        new Map([
          [ANN, ['2026-05-01', '2026-04-30']],
          [BEN, ['2026-05-01']],
        ]),
      );
      expect(await store.daysAnswered(ONE, [])).toEqual(new Map());
    });

    it('leave out who hides, and count nothing while they are switched off', async () => {
      const store = await open();
      await store.startRound(round());
      await store.answerRound(answer());
      expect(await store.player(ONE, ANN)).toEqual({ timeZone: undefined, hidden: false });
      await store.savePlayer(ONE, ANN, { timeZone: 'America/Bogota', hidden: true });
      expect(await store.player(ONE, ANN)).toEqual({ timeZone: 'America/Bogota', hidden: true });
      expect(await store.scores(ONE, {})).toEqual([]);
      await store.savePlayer(ONE, ANN, { timeZone: undefined, hidden: false });
      expect(await store.scores(ONE, {})).toHaveLength(1);
      expect((await store.players(ONE, [ANN, BEN])).size).toBe(1);
      await store.switchLeaderboard(ONE, false);
      await store.switchLeaderboard(ONE, false);
      expect(await store.leaderboardIsOn(ONE)).toBe(false);
      expect(await store.leaderboardIsOn(TWO)).toBe(true);
      expect(await store.answerRound(answer({ person: BEN }))).toBe('counted');
      await store.switchLeaderboard(ONE, true);
      expect(await store.leaderboardIsOn(ONE)).toBe(true);
      expect((await store.scores(ONE, {})).map(({ person }) => person)).toEqual([ANN]);
    });
  });

  it('forgets who played, hosted and chose', async () => {
    const store = await open();
    await store.startRound(round({ job: undefined }));
    await store.answerRound(answer());
    await store.answerRound(answer({ person: BEN }));
    await store.savePlayer(ONE, ANN, { timeZone: 'America/Bogota', hidden: false });
    expect(await store.forgetPerson(ANN)).toBe(4);
    expect(await place().dump()).not.toContain(ANN);
    expect((await store.round(ONE, 'r'))?.host).toBeUndefined();
    expect(await store.roundAnswers(ONE, 'r')).toHaveLength(1);
  });

  it('purges rounds of before then with their answers, and keeps the scores', async () => {
    const store = await open();
    await store.startRound(round({ job: undefined }));
    await store.answerRound(answer());
    const never = { removed: 0, left: 0, additions: 0 };
    await store.purge({ ...never, rounds: NOON });
    expect(await store.roundAnswers(ONE, 'r')).toHaveLength(1);
    await store.purge({ ...never, rounds: NOON + 1 });
    expect(await store.round(ONE, 'r')).toBeUndefined();
    expect(await store.roundAnswers(ONE, 'r')).toEqual([]);
    expect(await store.scores(ONE, {})).toHaveLength(1);
  });

  it('deletes rounds, scores and settings with their server', async () => {
    const store = await open();
    const blank = await place().dump();
    await store.startRound(round());
    await store.answerRound(answer());
    await store.savePlayer(ONE, ANN, { timeZone: undefined, hidden: true });
    await store.switchLeaderboard(ONE, false);
    expect(await store.guilds()).toEqual([ONE]);
    await store.deleteGuild(ONE);
    expect(await place().dump()).toBe(blank);
  });
}
