import type { Passage, Term } from '../../material/types.ts';
import type { Steps } from '../../slices.ts';
import { fold } from '../../text/fold.ts';
import type { Language } from '../../text/language.ts';

/** What a work mentions, and in how many of its passages. */
export interface Mentioned {
  readonly name: string;
  readonly passages: number;
}

const YEAR = /(?<![\p{L}\p{N}.,-])(?:1[1-9]|20)\d\d(?![\p{L}\p{N}]|[.,]\d)/gu;
/** One to four words with capitals, within a sentence: what stands at its beginning has one anyhow. */
const NAME =
  /(?<=[\p{Ll}\p{N},;)»”’] (?:[(“«"])?)\p{Lu}[\p{L}’'-]+(?:(?: | (?:of|de|del|la|von|van|der|da|do|dos) )\p{Lu}[\p{L}’'-]+){0,3}/gu;
/** In fewer passages it is no subject of the work, unless nothing is in more. */
const MIN_PASSAGES = 2;
/** Of what single passages mention so much is shown, of those that are most central. */
const MAX_SINGLE = 3;

/**
 * The years and names that most passages of a work mention, at most `count` of each, the most mentioned first. Where each
 * stands in one passage alone, those of the `central` ones and then of the rest.
 */
export function* mostMentioned(
  passages: readonly Passage[],
  central: ReadonlySet<Passage>,
  terms: readonly Term[],
  language: Language,
  count: number,
): Steps<{ years: Mentioned[]; names: Mentioned[] }> {
  const years = new Map<string, number>();
  const names = new Map<string, number>();
  const nameOf = naming(terms, language);
  // What is counted first stands first among equals.
  const order = [...central, ...passages.filter((passage) => !central.has(passage))];
  for (const { text } of order) {
    countOnce(years, text.match(YEAR) ?? []);
    countOnce(names, (text.match(NAME) ?? []).flatMap(nameOf));
    yield;
  }
  return { years: top(years, count), names: top(names, count) };
}

/** A name as the terms call it, and none for months, days and, in German, common nouns. */
function naming(terms: readonly Term[], { code }: Language): (found: string) => string[] {
  const known = new Map(terms.flatMap(({ name, aliases }) => [name, ...aliases].map((each) => [fold(each), name])));
  const calendar = calendarWords(code);
  return (found) => {
    const name = found.replace(/['’]s?$/u, '');
    const key = fold(name);
    if (calendar.has(key)) return [];
    const term = known.get(key);
    if (term !== undefined) return [term];
    return code === 'de' && !name.includes(' ') ? [] : [name];
  };
}

function calendarWords(code: string): ReadonlySet<string> {
  const month = new Intl.DateTimeFormat(code, { month: 'long', timeZone: 'UTC' });
  const day = new Intl.DateTimeFormat(code, { weekday: 'long', timeZone: 'UTC' });
  const dates = Array.from({ length: 12 }, (_, at) => Date.UTC(2024, at, at + 1));
  return new Set(dates.flatMap((date) => [fold(month.format(date)), fold(day.format(date))]));
}

function countOnce(counts: Map<string, number>, found: readonly string[]): void {
  for (const name of new Set(found)) counts.set(name, (counts.get(name) ?? 0) + 1);
}

function top(counts: ReadonlyMap<string, number>, count: number): Mentioned[] {
  const all = [...counts].map(([name, passages]) => ({ name, passages }));
  const shared = all.filter(({ passages }) => passages >= MIN_PASSAGES);
  if (shared.length === 0) return all.slice(0, MAX_SINGLE);
  return shared.sort((a, b) => b.passages - a.passages || (a.name < b.name ? -1 : 1)).slice(0, count);
}
