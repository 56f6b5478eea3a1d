import type { Complete } from '../../src/bot/command.ts';
import { LIMITS } from '../../src/reply/limits.ts';
import { isTimeZone } from '../../src/study/days.ts';

/** Offered before anything is typed. */
const COMMON = [
  'UTC',
  'Europe/London',
  'Europe/Madrid',
  'Europe/Berlin',
  'Europe/Paris',
  'Europe/Moscow',
  'Africa/Lagos',
  'Africa/Johannesburg',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Mexico_City',
  'America/Bogota',
  'America/Argentina/Buenos_Aires',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Sydney',
];

/** Time zones by their cities, each with what its clock shows now. */
export const completeZone: Complete = (typed, { createdAt }) => {
  const wanted = plain(typed);
  const zones = wanted === '' ? COMMON : ['UTC', ...Intl.supportedValuesOf('timeZone')];
  const found = zones.filter((zone) => plain(zone).includes(wanted)).slice(0, LIMITS.choices);
  return found.map((zone) => ({ name: `${zone} · ${clockOf(createdAt, zone)}`, value: zone }));
};

/** A zone as people write it ("america/new york", "São Paulo"), by its own name; undefined where there is none. */
export function readZone(typed: string): string | undefined {
  const wanted = plain(typed);
  const listed = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  const named = listed.find((zone) => plain(zone) === wanted) ?? listed.find((zone) => cityOf(zone) === wanted);
  if (named !== undefined) return named;
  // Older names, such as "Asia/Calcutta" or "US/Eastern".
  return /^[A-Za-z_]+(?:\/[A-Za-z_+\-\d]+)*$/.test(typed.trim()) && isTimeZone(typed.trim()) ? typed.trim() : undefined;
}

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase().replaceAll('_', ' ');

const cityOf = (zone: string): string => plain(zone.slice(zone.lastIndexOf('/') + 1));

function clockOf(time: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return format.format(time);
}
