import type { Passage } from './types.ts';

type Place = Pick<Passage, 'paragraph' | 'part' | 'role'>;

/** A passage's id: `stratfor-2014#8`, `stratfor-2014#8.2` for a part, `stratfor-2014#caption-1`. */
export function passageId(source: string, place: Place): string {
  return `${source}#${place.role === undefined ? '' : `${place.role}-`}${numberOf(place)}`;
}

/** The mark that a passage begins with in an article: `[3]`, `[12.2 p. 4]`, `[caption 1 p. 3]`. */
export function placeMark(place: Place & Pick<Passage, 'page'>): string {
  const role = place.role === undefined ? '' : `${place.role} `;
  const page = place.page === undefined ? '' : ` p. ${place.page}`;
  return `[${role}${numberOf(place)}${page}]`;
}

const MARK = /^\[(caption )?([1-9]\d{0,4})(?:\.([1-9]\d{0,4}))?(?: p\. ?([1-9]\d{0,4}))?\]\s+(?=\S)/;

/** Reads the mark at the beginning of a passage; undefined where there is none. `length` counts its characters. */
export function readPlaceMark(text: string): { place: Place & Pick<Passage, 'page'>; length: number } | undefined {
  const found = MARK.exec(text);
  if (!found) return undefined;
  const [mark, caption, paragraph, part, page] = found;
  if (part === '1') return undefined;
  const place = {
    paragraph: Number(paragraph),
    ...(part === undefined ? {} : { part: Number(part) }),
    ...(page === undefined ? {} : { page: Number(page) }),
    ...(caption === undefined ? {} : { role: 'caption' as const }),
  };
  return { place, length: mark.length };
}

function numberOf({ paragraph, part }: Place): string {
  return part === undefined ? `${paragraph}` : `${paragraph}.${part}`;
}
