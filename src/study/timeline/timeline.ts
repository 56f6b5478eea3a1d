import { ofSources } from '../../answer/candidates/entries.ts';
import type { KnowledgeBase } from '../../answer/knowledge-base.ts';
import type { FactEntry } from '../../answer/types.ts';
import { dayNumber, parseDate } from '../../material/dates.ts';
import type { Fact, PartialDate, Passage } from '../../material/types.ts';
import { inSlices, type Steps } from '../../slices.ts';
import { languageOfText } from '../../text/detect.ts';
import type { Language } from '../../text/language.ts';
import { splitSentences } from '../../text/sentences.ts';
import { entriesOn } from '../compare/topic.ts';
import { type DateFinder, makingDateFinder } from './dates.ts';

/** Something that the material dates: a row of the fact table, or a sentence of a passage, word for word. */
export type TimelineEvent =
  | { readonly date: PartialDate; readonly kind: 'fact'; readonly entry: FactEntry; readonly row: Fact }
  | { readonly date: PartialDate; readonly kind: 'passage'; readonly passage: Passage; readonly sentence: string };

export interface TimelineOptions {
  /** Only what holds all that this mentions. */
  readonly about?: string;
  /** Ids of sources, where not all are wanted. */
  readonly sources?: ReadonlySet<string> | undefined;
  /** Years, both included. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** A sentence that names more dates stands at the first of them. */
const MAX_DATES = 3;

/** What the material dates, the earliest first; on one date the less precise, then facts, then as the works stand. */
export function timelineOf(knowledge: KnowledgeBase, options: TimelineOptions): Promise<TimelineEvent[]> {
  return inSlices(collecting(knowledge, options));
}

function* collecting(
  knowledge: KnowledgeBase,
  { about = '', sources, from, to }: TimelineOptions,
): Steps<TimelineEvent[]> {
  const isWithin = ({ year }: PartialDate) => (from === undefined || year >= from) && (to === undefined || year <= to);
  const entries = about.trim() === '' ? knowledge.entries.all : entriesOn(knowledge, about);
  const facts = entries
    .flatMap((entry) => datedRows(ofSources(entry, sources), knowledge))
    .filter(({ date }) => isWithin(date));
  yield;
  const told = new Set(facts.flatMap(({ row, date }) => row.passages.map((passage) => `${passage} ${date.year}`)));
  const sentences = (yield* datedSentences(knowledge, about, sources)).filter(
    // What a fact tells already from the same passage is not told again.
    ({ date, passage }) => isWithin(date) && !told.has(`${passage.id} ${date.year}`),
  );
  return [...facts, ...sentences].sort((a, b) => dayNumber(a.date) - dayNumber(b.date));
}

type FactEvent = Extract<TimelineEvent, { kind: 'fact' }>;
type PassageEvent = Extract<TimelineEvent, { kind: 'passage' }>;

/** Rows whose value is a date, and those that hold as of another date than the one on which their work appeared. */
function datedRows(entry: FactEntry, { material }: KnowledgeBase): FactEvent[] {
  return entry.rows.flatMap((row): FactEvent[] => {
    const value = row.unit === undefined ? parseDate(row.value) : undefined;
    if (value) return [{ date: value, kind: 'fact', entry, row }];
    const asOf = row.asOf === undefined ? undefined : parseDate(row.asOf);
    if (asOf === undefined || isPartOf(asOf, material.sources.get(row.source)?.issued)) return [];
    return [{ date: asOf, kind: 'fact', entry, row }];
  });
}

/** "2013" and "May 2013" hold 29 May 2013. */
function isPartOf({ year, month, day }: PartialDate, issued: PartialDate | undefined): boolean {
  return (
    issued !== undefined &&
    year === issued.year &&
    (month === undefined || month === issued.month) &&
    (day === undefined || day === issued.day)
  );
}

/** Only years are looked for in what has none. */
const MAY_HOLD_A_DATE = /(?:1\d|20)\d\d/;

function* datedSentences(
  { material, parser, language: otherwise }: KnowledgeBase,
  about: string,
  sources: ReadonlySet<string> | undefined,
): Steps<PassageEvent[]> {
  const wanted = parser.parse(about).mentions.map(({ key }) => key);
  if (about.trim() !== '' && wanted.length === 0) return [];
  const events: PassageEvent[] = [];
  for (const { source, passages } of material.articles) {
    if (sources !== undefined && !sources.has(source.id)) continue;
    const language = languageOfPassages(passages, otherwise);
    const find = yield* makingDateFinder(language.code);
    for (const passage of passages) {
      if (isProse(passage) && MAY_HOLD_A_DATE.test(passage.text)) {
        const speaksOf = (text: string) => {
          const { keys } = parser.parse(text);
          return wanted.every((key) => keys.has(key));
        };
        events.push(...sentencesIn(passage, language, find, speaksOf));
      }
      yield;
    }
  }
  return events;
}

function isProse({ role, form }: Passage): boolean {
  return role === undefined && (form === undefined || form === 'list' || form === 'glossary');
}

function sentencesIn(
  passage: Passage,
  language: Language,
  find: DateFinder,
  speaksOf: (text: string) => boolean,
): PassageEvent[] {
  return splitSentences(passage.text, language).flatMap((span) => {
    const sentence = passage.text.slice(...span);
    const dates = find(sentence).map(({ date }) => date);
    const shown = dates.length > MAX_DATES ? dates.slice(0, 1) : distinct(dates);
    if (shown.length === 0 || !speaksOf(sentence)) return [];
    return shown.map((date): PassageEvent => ({ date, kind: 'passage', passage, sentence }));
  });
}

function distinct(dates: readonly PartialDate[]): PartialDate[] {
  return [...new Map(dates.map((date) => [dayNumber(date), date])).values()];
}

/** So many passages tell the language of a work. */
const SAMPLE = 20;

function languageOfPassages(passages: readonly Passage[], otherwise: Language): Language {
  const sample = passages
    .slice(0, SAMPLE)
    .map(({ text }) => text)
    .join('\n');
  return languageOfText(sample, otherwise);
}
