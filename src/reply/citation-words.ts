import type { CitationWords } from '../material/cite.ts';
import type { PartialDate } from '../material/types.ts';
import type { Messages } from './messages.ts';

/** What a citation says beside names and titles, in the language of these messages. */
export function citationWords(messages: Messages): CitationWords {
  const word = (key: string) => (value: string) => messages.plain(`citation.place.${key}`, { value });
  return {
    title: (title) => messages.plain('citation.title', { title }),
    date: (date) => formatDateIn(messages.plain('intl'), date),
    paragraph: word('paragraph'),
    caption: word('caption'),
    page: word('page'),
    slide: word('slide'),
    scan: word('scan'),
    time: word('time'),
  };
}

/** "29 mai 2013", "mai 2013" or "2013": as precise as the date is. */
function formatDateIn(locale: string, { year, month, day }: PartialDate): string {
  if (month === undefined) return String(year);
  const date = new Date(0);
  // `Date.UTC` takes the years 0 to 99 for 1900 to 1999.
  date.setUTCFullYear(year, month - 1, day ?? 1);
  return formatOf(locale, day !== undefined).format(date);
}

/** Kept, since making one takes longer than writing a hundred dates with it; two for each language of the catalogue. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, hasDay: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${hasDay}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const parts = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  const made = new Intl.DateTimeFormat(locale, hasDay ? { ...parts, day: 'numeric' } : parts);
  formats.set(key, made);
  return made;
}
