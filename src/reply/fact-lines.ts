import type { FactEntry, Side } from '../answer/types.ts';
import { type CitationWords, formatPlace, formatShort } from '../material/cite.ts';
import { formatIsoDate } from '../material/dates.ts';
import type { Material } from '../material/load.ts';
import type { Fact } from '../material/types.ts';
import { citationWords } from './citation-words.ts';
import { truncate } from './cut.ts';
import { escapeMarkdown } from './escape.ts';
import type { Messages } from './messages.ts';

/** A value longer than this, in UTF-16 units, is cut: its passage holds the rest. */
const VALUE = 240;
/** Up to this length a value is set as a large heading; a list or a statement would fill a phone's screen. */
const LARGE = 36;

export interface EntryTextOptions {
  readonly material: Material;
  readonly messages: Messages;
  /** Stands above and says what the values are of: the line on that is left out. */
  readonly isNamed?: boolean;
  /** Added to the citation of the first value. */
  readonly kind?: string;
}

/** An entry as markdown: a small line on what it is of, as of when; then each value, large, and who says so. */
export function entryText(entry: FactEntry, { material, messages, isNamed, kind }: EntryTextOptions): string {
  const cite = (side: Side, at: number) =>
    [citations(side, { material, messages }), ...(kind !== undefined && at === 0 ? [escapeMarkdown(kind)] : [])].join(
      ' · ',
    );
  const sides = entry.sides.map((side, at) => `${large(valueText(side))}\n-# ${cite(side, at)}`);
  return [
    ...(isNamed ? [] : [`-# ${aboutText(entry, messages)}`]),
    ...(entry.disputed ? [`**${messages.markdown('fact.disputed')}**`] : []),
    ...sides,
  ].join('\n');
}

/** An entry that only comes near, on one line that nobody takes for the answer. */
export function nearEntryText(entry: FactEntry, { material, messages }: EntryTextOptions): string {
  const sides = entry.sides.map(
    (side) => `${escapeMarkdown(valueText(side))} \\(${citations(side, { material, messages })}\\)`,
  );
  return `${aboutText(entry, messages)}\\: ${sides.join(' · ')}`;
}

function aboutText(entry: FactEntry, messages: Messages): string {
  const { subject, attribute } = entry;
  return `${messages.markdown('fact.about', { subject, attribute })}${asOfText(entry, messages)}`;
}

function citations({ rows }: Side, { material, messages }: EntryTextOptions): string {
  return rows.map((row) => escapeMarkdown(citeFact(row, material, citationWords(messages)))).join(' · ');
}

/** An entry in a list: what it is of, and each value with who says so, a line each. `cite`: `citePlaces` where the work is plain. */
export function entryLine(entry: FactEntry, material: Material, messages: Messages, cite = citeFact): string {
  const about = messages.markdown('fact.about', { subject: entry.subject, attribute: entry.attribute });
  const words = citationWords(messages);
  const sides = entry.sides.map(
    (side) =>
      `  - **${escapeMarkdown(valueText(side))}** ${escapeMarkdown(side.rows.map((row) => cite(row, material, words)).join(' · '))}`,
  );
  return [`- ${about}${asOfText(entry, messages)}`, ...sides].join('\n');
}

/** "$16 billion", "33 states". */
export function valueText({ value, unit }: Pick<Side, 'value' | 'unit'>): string {
  return truncate(unit === undefined ? value : `${value} ${unit}`, VALUE);
}

function large(value: string): string {
  return value.length <= LARGE ? `## ${escapeMarkdown(value)}` : `**${escapeMarkdown(value)}**`;
}

function asOfText(entry: FactEntry, messages: Messages): string {
  return entry.asOf === undefined
    ? ''
    : ` · ${messages.markdown('fact.asOf', { date: formatIsoDate(entry.asOf, citationWords(messages).date) })}`;
}

/** "The Moscow Times, 29 May 2013, ¶ 3": the work and the places in it, unescaped. */
export function citeFact(fact: Fact, material: Material, words: CitationWords): string {
  const source = material.sources.get(fact.source);
  return [source && truncate(formatShort(source, words), 100), citePlaces(fact, material, words)]
    .filter(Boolean)
    .join(', ');
}

/** "¶ 3, ¶ 10": the places alone, unescaped. */
export function citePlaces({ passages }: Fact, material: Material, words: CitationWords): string {
  const places = passages.flatMap((id) => {
    const passage = material.passages.get(id);
    return passage ? [formatPlace(passage, words)] : [];
  });
  return places.slice(0, 4).join(', ');
}

/** "CELAC · founded", with its as-of date where it has one: an entry's name in lists, at most `max` UTF-16 units. */
export function entryLabel(entry: FactEntry, max: number, words: CitationWords): string {
  const asOf = entry.asOf === undefined ? '' : ` (${formatIsoDate(entry.asOf, words.date)})`;
  return truncate(`${entry.subject} · ${entry.attribute}${asOf}`, max);
}
