/** Dates, sizes, initials and colours as Discord shows them. Pure. */

const clock = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit' });
const shortDate = new Intl.DateTimeFormat('en', { dateStyle: 'short' });
const longDate = new Intl.DateTimeFormat('en', { dateStyle: 'long' });
const fullDate = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'short' });

export const clockTime = (date: Date): string => clock.format(date);
export const dayName = (date: Date): string => longDate.format(date);
export const exactTime = (date: Date): string => fullDate.format(date);

/** The time beside an author: the clock alone today. */
export const messageTime = (date: Date, now: Date): string => {
  if (sameDay(date, now)) return clock.format(date);
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  const day = sameDay(date, yesterday) ? 'Yesterday at' : shortDate.format(date);
  return `${day} ${clock.format(date)}`;
};

export const sameDay = (a: Date, b: Date): boolean => a.toDateString() === b.toDateString();

/**
 * A `<t:seconds:style>` mark in somebody's language, by Discord's style letters; undefined for a time that no date can hold.
 */
export const timestampMark = (
  seconds: number,
  style: string | undefined,
  now: Date,
  locale = 'en',
): string | undefined => {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return undefined;
  if (style === 'R') return relativeTime(date, now, locale);
  return new Intl.DateTimeFormat(locale, styles[style ?? ''] ?? styles.f).format(date);
};

const styles: Record<string, Intl.DateTimeFormatOptions> = {
  t: { hour: 'numeric', minute: '2-digit' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

/** Seconds in each unit, largest first. */
const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

const relativeTime = (date: Date, now: Date, locale: string): string => {
  const seconds = Math.round((date.getTime() - now.getTime()) / 1000);
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
};

/** `bytes` as a person reads it: `12.3 KB`. Discord counts in steps of 1,024 and calls them so. */
export const fileSize = (bytes: number): string => {
  if (bytes < 1024) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
  const [size, unit] = bytes < 1024 ** 2 ? [bytes / 1024, 'KB'] : [bytes / 1024 ** 2, 'MB'];
  return `${Number(size.toFixed(size < 100 ? 1 : 0))} ${unit}`;
};

/** `Study group` becomes `SG`. */
export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .join('')
    .slice(0, 3);

const avatarColours = ['#2f8f57', '#c4622d', '#c73a86', '#0f8a96', '#8456cf', '#b8433e'];

/** The same person has the same colour everywhere. */
export const avatarColour = (name: string): string => {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  return avatarColours[sum % avatarColours.length] ?? '#8456cf';
};
