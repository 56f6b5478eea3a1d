import type { Messages } from './messages.ts';

const UNITS = [
  ['megabyte', 1_000_000],
  ['kilobyte', 1000],
] as const;

/** A number of bytes as people read it: "1.2 MB", "38 kB"; in English where there are no messages. */
export function formatSize(bytes: number, messages?: Messages): string {
  const [unit, one] = UNITS.find(([, size]) => bytes >= size) ?? (['byte', 1] as const);
  const format = {
    style: 'unit',
    unit,
    unitDisplay: one === 1 ? 'long' : 'short',
    maximumFractionDigits: one > 1000 ? 1 : 0,
  } as const;
  return new Intl.NumberFormat(messages?.plain('intl') ?? 'en', format).format(bytes / one);
}
