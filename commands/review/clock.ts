/** "8:30", "08.30", "8", "8:30 pm" as minutes after midnight; undefined where it is no time. */
export function readClock(typed: string): number | undefined {
  const [, hours, minutes = '0', half] = /^(\d{1,2})(?:[:.h](\d{2}))?\s*([ap]m)?$/i.exec(typed.trim()) ?? [];
  if (hours === undefined) return undefined;
  const most = half === undefined ? 23 : 12;
  if (Number(hours) > most || Number(minutes) > 59 || (half !== undefined && Number(hours) === 0)) return undefined;
  const ofHalf = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  return ofHalf * 60 + Number(minutes);
}

/** "08:30". */
export function formatClock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
