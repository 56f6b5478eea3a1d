/** A day of the calendar in some time zone: "2026-03-29". Days compare as texts do. */
export type Day = string;

/** The time zone of people who chose none. */
export const DEFAULT_ZONE = 'UTC';

const DAY_MS = 86_400_000;

/** Whether a time zone is one of the IANA database that this Node.js knows, such as "America/Bogota". */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The day that a time, in milliseconds since 1970, falls on in a time zone. Throws a RangeError for an unknown zone. */
export function dayOf(time: number, timeZone: string): Day {
  const { year, month, day } = partsOf(time, timeZone);
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** The day `count` days after (before, where negative) another. */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/**
 * When a day's clock shows `minutes` after midnight in a time zone, in milliseconds since 1970. A time that the day leaves
 * out, as clocks go forward, counts as the same time by the clock before the change; of one that it has twice, the first
 * is meant.
 */
export function timeAt(day: Day, minutes: number, timeZone: string): number {
  const asUtc = Date.parse(day) + minutes * 60_000;
  const before = asUtc - offsetAt(asUtc - DAY_MS, timeZone);
  const after = asUtc - offsetAt(asUtc + DAY_MS, timeZone);
  return [before, after].find((time) => time + offsetAt(time, timeZone) === asUtc) ?? before;
}

/** The next time after `after` at which the clock shows `minutes` after midnight, in milliseconds since 1970. */
export function nextTimeAt(after: number, minutes: number, timeZone: string): number {
  const today = dayOf(after, timeZone);
  const candidates = [today, addDays(today, 1), addDays(today, 2)].map((day) => timeAt(day, minutes, timeZone));
  return candidates.find((time) => time > after) ?? after + DAY_MS;
}

/** Milliseconds that the zone's clock is ahead of UTC. */
function offsetAt(time: number, timeZone: string): number {
  const { year, month, day, hour, minute, second } = partsOf(time, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

type Field = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

function partsOf(time: number, timeZone: string): Record<Field, number> {
  let format = formats.get(timeZone);
  if (format === undefined) {
    const numeric = 'numeric' as const;
    const fields = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric };
    format = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', { timeZone, hourCycle: 'h23', ...fields });
    formats.set(timeZone, format);
  }
  return Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, Number(value)])) as Record<
    Field,
    number
  >;
}
