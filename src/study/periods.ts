import { addDays, type Day } from './days.ts';

export const PERIODS = ['today', 'yesterday', 'week', 'month', 'all'] as const;
export type Period = (typeof PERIODS)[number];

/** The days of a period, both ends included; an end that is left out is open. A week begins on Monday. */
export function daysOf(period: Period, today: Day): { from?: Day; to?: Day } {
  switch (period) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'week':
      return { from: addDays(today, -((new Date(today).getUTCDay() + 6) % 7)), to: today };
    case 'month':
      return { from: `${today.slice(0, 7)}-01`, to: today };
    case 'all':
      return {};
  }
}
