import { describe, expect, it } from 'vitest';
import { initials, messageTime, timestampMark } from '../../page/format.ts';

const now = new Date(2026, 2, 10, 15, 30);

describe('times', () => {
  it('shows the clock today, the day before that', () => {
    expect(messageTime(new Date(2026, 2, 10, 9, 5), now)).toBe('9:05 AM');
    expect(messageTime(new Date(2026, 2, 9, 23, 59), now)).toBe('Yesterday at 11:59 PM');
    expect(messageTime(new Date(2026, 1, 1, 9, 5), now)).toBe('2/1/26 9:05 AM');
  });

  it('shows a timestamp in each of its styles', () => {
    const seconds = new Date(2026, 2, 10, 12, 30).getTime() / 1000;
    expect(timestampMark(seconds, 't', now)).toBe('12:30 PM');
    expect(timestampMark(seconds, 'd', now)).toBe('3/10/26');
    expect(timestampMark(seconds, 'D', now)).toBe('March 10, 2026');
    expect(timestampMark(seconds, 'R', now)).toBe('3 hours ago');
    expect(timestampMark(seconds + 86_400 * 3, 'R', now)).toBe('in 2 days');
    expect(timestampMark(seconds, undefined, now)).toBe('March 10, 2026 at 12:30 PM');
  });

  it('shows a timestamp in the reader’s language', () => {
    const seconds = new Date(2026, 2, 10, 12, 30).getTime() / 1000;
    expect(timestampMark(seconds, 'R', now, 'de')).toBe('vor 3 Stunden');
    expect(timestampMark(seconds, 'd', now, 'pt-BR')).toBe('10/03/2026');
    expect(timestampMark(seconds, 't', now, 'fr')).toBe('12:30');
  });

  it('has no text for a time that no date can hold', () => {
    expect(timestampMark(1e20, 'F', now)).toBeUndefined();
  });
});

it('shortens a server’s name to the first letters of its words', () => {
  expect(initials('Study group')).toBe('Sg');
  expect(initials('')).toBe('');
});
