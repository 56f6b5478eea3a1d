import { describe, expect, it } from 'vitest';
import { addDays, dayOf, isTimeZone, nextTimeAt, timeAt } from '../../src/study/days.ts';

const at = (iso: string) => Date.parse(iso);
const iso = (time: number) => new Date(time).toISOString();

describe('a day', () => {
  it('is the one of the time zone', () => {
    expect(dayOf(at('2026-03-01T02:30:00Z'), 'America/Bogota')).toBe('2026-02-28');
    expect(dayOf(at('2026-03-01T02:30:00Z'), 'Asia/Kolkata')).toBe('2026-03-01');
    expect(dayOf(at('2026-12-31T23:00:00Z'), 'Pacific/Kiritimati')).toBe('2027-01-01');
  });

  it('is followed and preceded by others, over months and leap years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  it('needs a zone that exists', () => {
    expect(isTimeZone('Europe/Berlin')).toBe(true);
    expect(isTimeZone('Europe/Atlantis')).toBe(false);
    expect(isTimeZone('')).toBe(false);
  });
});

describe('a time of the day', () => {
  it('keeps to the clock on both sides of a change', () => {
    expect(iso(timeAt('2026-03-28', 480, 'Europe/Berlin'))).toBe('2026-03-28T07:00:00.000Z');
    expect(iso(timeAt('2026-03-29', 480, 'Europe/Berlin'))).toBe('2026-03-29T06:00:00.000Z');
    expect(iso(timeAt('2026-10-25', 480, 'Europe/Berlin'))).toBe('2026-10-25T07:00:00.000Z');
    expect(iso(timeAt('2026-03-29', 30, 'Europe/Berlin'))).toBe('2026-03-28T23:30:00.000Z');
  });

  it('that the day leaves out is the one by the clock before the change', () => {
    expect(iso(timeAt('2026-03-29', 150, 'Europe/Berlin'))).toBe('2026-03-29T01:30:00.000Z');
    expect(iso(timeAt('2026-03-08', 150, 'America/New_York'))).toBe('2026-03-08T07:30:00.000Z');
  });

  it('that the day has twice is the first', () => {
    expect(iso(timeAt('2026-10-25', 150, 'Europe/Berlin'))).toBe('2026-10-25T00:30:00.000Z');
    expect(iso(timeAt('2026-11-01', 90, 'America/New_York'))).toBe('2026-11-01T05:30:00.000Z');
  });

  it('comes every day once, a change of the clocks or not', () => {
    let time = at('2026-03-20T00:00:00Z');
    for (let day = 0; day < 300; day++) {
      const next = nextTimeAt(time, 480, 'Europe/Berlin');
      expect(next - time).toBeGreaterThan(0);
      expect(next - time).toBeLessThanOrEqual(25 * 3_600_000);
      expect(new Date(next).toLocaleTimeString('en-GB', { timeZone: 'Europe/Berlin' })).toBe('08:00:00');
      time = next;
    }
  });

  it('at midnight is of the same day', () => {
    expect(iso(nextTimeAt(at('2026-06-01T22:00:00Z'), 0, 'Europe/Berlin'))).toBe('2026-06-02T22:00:00.000Z');
  });
});
