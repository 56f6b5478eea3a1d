import { addDays, type Day } from './days.ts';

/** Days in a row up to today, or up to yesterday as long as today is not over. `days`: newest first, each once. */
export function streakOf(days: readonly Day[], today: Day): number {
  const known = new Set(days);
  let length = 0;
  for (let day = known.has(today) ? today : addDays(today, -1); known.has(day); day = addDays(day, -1)) length++;
  return length;
}
