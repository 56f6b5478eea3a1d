import { describe, expect, it } from 'vitest';
import { addDays, dayOf, timeAt } from '../../src/study/days.ts';
import { daysOf } from '../../src/study/periods.ts';
import { streakOf } from '../../src/study/streaks.ts';

describe('a streak', () => {
  it('goes back from today, or from yesterday while today is not over', () => {
    expect(streakOf(['2026-03-02', '2026-03-01', '2026-02-28', '2026-02-26'], '2026-03-02')).toBe(3);
    expect(streakOf(['2026-03-01', '2026-02-28'], '2026-03-02')).toBe(2);
    expect(streakOf(['2026-02-28'], '2026-03-02')).toBe(0);
    expect(streakOf([], '2026-03-02')).toBe(0);
  });

  it.each(['Europe/Berlin', 'America/Bogota', 'Pacific/Auckland', 'America/New_York'])(
    'is not broken in %s by the days on which the clocks change',
    (timeZone) => {
      const days = Array.from({ length: 365 }, (_, i) =>
        dayOf(timeAt(addDays('2026-12-31', -i), 21 * 60, timeZone), timeZone),
      );
      expect(streakOf(days, days[0] ?? '')).toBe(365);
    },
  );
});

describe('a period', () => {
  it.each([
    ['today', '2026-05-01', { from: '2026-05-01', to: '2026-05-01' }],
    ['yesterday', '2026-05-01', { from: '2026-04-30', to: '2026-04-30' }],
    ['week', '2026-05-01', { from: '2026-04-27', to: '2026-05-01' }],
    ['week', '2026-05-03', { from: '2026-04-27', to: '2026-05-03' }],
    ['week', '2026-05-04', { from: '2026-05-04', to: '2026-05-04' }],
    ['month', '2026-05-31', { from: '2026-05-01', to: '2026-05-31' }],
    ['all', '2026-05-01', {}],
  ] as const)('%s on %s', (period, today, days) => {
    expect(daysOf(period, today)).toEqual(days);
  });

  it('of a week has at most seven days', () => {
    for (let day = '2026-01-01'; day < '2027-01-01'; day = addDays(day, 1)) {
      const { from = '' } = daysOf('week', day);
      expect(from <= day && addDays(from, 7) > day).toBe(true);
    }
  });
});
