import { PASSAGE_FORMS, type Passage, type PassageForm } from './types.ts';

type Place = Pick<Passage, 'paragraph' | 'part' | 'role'>;
type Marked = Place & Pick<Passage, 'page' | 'pageLabel' | 'isSlide' | 'seconds' | 'form'>;

/** A passage's id: `stratfor-2014#8`, `stratfor-2014#8.2` for a part, `stratfor-2014#caption-1`. */
export function passageId(source: string, place: Place): string {
  return `${source}#${placeKey(place)}`;
}

/** What tells a passage from the others of its work: `8`, `8.2`, `caption-1`. */
export const placeKey = (place: Place): string =>
  `${place.role === undefined ? '' : `${place.role}-`}${numberOf(place)}`;

/**
 * The mark that a passage begins with in an article: `[3]`, `[12.2 p. 4]`, `[caption 1 p. 3]`, `[5 p. 12 (xii)]` for
 * the page that is printed as xii, `[3 slide 4]`, `[2 at 12:40]` in a recording, `[7 table]` for what is no prose.
 */
export function placeMark(place: Marked): string {
  const role = place.role === undefined ? '' : `${place.role} `;
  const label = place.pageLabel === undefined ? '' : ` (${place.pageLabel})`;
  const page = place.page === undefined ? '' : ` ${place.isSlide ? 'slide' : 'p.'} ${place.page}${label}`;
  const time = place.seconds === undefined ? '' : ` at ${formatTime(place.seconds)}`;
  const form = place.form === undefined ? '' : ` ${place.form}`;
  return `[${role}${numberOf(place)}${page}${time}${form}]`;
}

/** "0:14", "1:02:07". */
export function formatTime(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  const two = (number: number) => String(number).padStart(2, '0');
  return hours === 0 ? `${minutes}:${two(rest)}` : `${hours}:${two(minutes)}:${two(rest)}`;
}

/** What may be printed on a page: no bracket, so that a mark ends where it ends. */
export const PAGE_LABEL = /^[^\s()[\]]{1,20}$/;

const MARK = new RegExp(
  String.raw`^\[(caption )?([1-9]\d{0,4})(?:\.([1-9]\d{0,4}))?(?: (p\.|slide) ?([1-9]\d{0,4})(?: \(([^\s()[\]]{1,20})\))?)?(?: at (\d{1,3}(?::\d\d){1,2}))?(?: (${PASSAGE_FORMS.join('|')}))?\]\s+(?=\S)`,
);

/** Reads the mark at the beginning of a passage; undefined where there is none. `length` counts its characters. */
export function readPlaceMark(text: string): { place: Marked; length: number } | undefined {
  const found = MARK.exec(text);
  if (!found) return undefined;
  const [mark, caption, paragraph, part, unit, page, pageLabel, time, form] = found;
  if (part === '1') return undefined;
  const place = {
    paragraph: Number(paragraph),
    ...(part === undefined ? {} : { part: Number(part) }),
    ...(page === undefined ? {} : { page: Number(page) }),
    ...(unit === 'slide' ? { isSlide: true as const } : {}),
    ...(pageLabel === undefined ? {} : { pageLabel }),
    ...(time === undefined ? {} : { seconds: time.split(':').reduce((sum, digits) => sum * 60 + Number(digits), 0) }),
    ...(caption === undefined ? {} : { role: 'caption' as const }),
    ...(form === undefined ? {} : { form: form as PassageForm }),
  };
  return { place, length: mark.length };
}

function numberOf({ paragraph, part }: Place): string {
  return part === undefined ? `${paragraph}` : `${paragraph}.${part}`;
}
