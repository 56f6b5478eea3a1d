import { addDays, type Day, dayOf, timeAt } from '../days.ts';

export interface ForecastDay {
  readonly day: Day;
  readonly count: number;
}

/**
 * How many cards fall due on each of the next days in a time zone, today first; what is overdue counts for today. Times
 * are milliseconds since 1970.
 */
export function forecast(dueTimes: readonly number[], now: number, timeZone: string, days: number): ForecastDay[] {
  const today = dayOf(now, timeZone);
  // When each day ends: one look-up of the zone a day, not a card.
  const ends = Array.from({ length: days }, (_, at) => timeAt(addDays(today, at + 1), 0, timeZone));
  const counts = new Array<number>(days).fill(0);
  for (const time of dueTimes) {
    const at = ends.findIndex((end) => time < end);
    if (at !== -1) counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts.map((count, at) => ({ day: addDays(today, at), count }));
}

/** When the day began that a time falls on. */
export function startOfDay(now: number, timeZone: string): number {
  return timeAt(dayOf(now, timeZone), 0, timeZone);
}
