import type { Context } from '../../src/bot/command.ts';
import type { Player, Score } from '../../src/store/repositories/scores.ts';
import { DEFAULT_ZONE, dayOf } from '../../src/study/days.ts';
import { daysOf, type Period } from '../../src/study/periods.ts';
import { streakOf } from '../../src/study/streaks.ts';

/** So many are listed. */
const MAX_LISTED = 20;

export interface Place extends Score {
  /** From 1; the same for the same number of right answers. */
  readonly rank: number;
  /** Days in a row, by the person's own time zone. */
  readonly streak: number;
}

export interface Board {
  readonly places: readonly Place[];
  /** How many come after those. */
  readonly more: number;
  /** The asker's; undefined where they have answered nothing in that time, or hide. */
  readonly own: Place | undefined;
}

/** How the people of a server stand; the days are those of the calendar where the asker is. */
export async function readBoard(
  period: Period,
  guild: string,
  { store, person }: Pick<Context, 'store' | 'person'>,
): Promise<Board> {
  const now = Date.now();
  const { timeZone = DEFAULT_ZONE } = await store.player(guild, person.id);
  const scores = await store.scores(guild, daysOf(period, dayOf(now, timeZone)));
  const listed = scores.slice(0, MAX_LISTED);
  const people = [...new Set([...listed.map((each) => each.person), person.id])];
  const [days, players] = await Promise.all([store.daysAnswered(guild, people), store.players(guild, people)]);
  const placeOf = (score: Score): Place => {
    const today = dayOf(now, players.get(score.person)?.timeZone ?? DEFAULT_ZONE);
    const rank = 1 + scores.findIndex(({ right }) => right === score.right);
    return { ...score, rank, streak: streakOf(days.get(score.person) ?? [], today) };
  };
  const own = scores.find((score) => score.person === person.id);
  return { places: listed.map(placeOf), more: scores.length - listed.length, own: own && placeOf(own) };
}

export interface Own {
  readonly player: Player;
  readonly place: Place | undefined;
  readonly isOn: boolean;
}

/** What a person sees of themselves. */
export async function readOwn(period: Period, guild: string, context: Pick<Context, 'store' | 'person'>): Promise<Own> {
  const { store, person } = context;
  const [player, { own }, isOn] = await Promise.all([
    store.player(guild, person.id),
    readBoard(period, guild, context),
    store.leaderboardIsOn(guild),
  ]);
  return { player, place: own, isOn };
}
