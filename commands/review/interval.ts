import type { Messages } from '../../src/reply/messages.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const MONTH_MS = 30.4375 * DAY_MS;
const YEAR_MS = 365.25 * DAY_MS;

/** "10 min", "3 d", "1.4 mo": a time in milliseconds, as short as a button needs it. */
export function intervalText(ms: number, messages: Messages): string {
  const [unit, size, digits] = unitOf(ms);
  const value = Number((ms / size).toFixed(digits));
  return messages.plain(`review.interval.${unit}`, { value, count: value });
}

function unitOf(ms: number): readonly [unit: string, size: number, digits: number] {
  if (ms < HOUR_MS) return ['minutes', MINUTE_MS, 0];
  if (ms < DAY_MS) return ['hours', HOUR_MS, 0];
  if (ms < 60 * DAY_MS) return ['days', DAY_MS, 0];
  return ms < YEAR_MS ? ['months', MONTH_MS, 1] : ['years', YEAR_MS, 1];
}
