import { groupBy } from '../../group.ts';
import { dayNumber } from '../../material/dates.ts';
import type { Material } from '../../material/load.ts';
import { contentRef } from '../../material/refs.ts';
import type { Fact } from '../../material/types.ts';
import { atOnce, type Steps } from '../../slices.ts';
import { fold } from '../../text/fold.ts';
import type { FactEntry, Side } from '../types.ts';

/** The fact table by entry: rows of the same subject, attribute and as-of date belong together. */
export function buildEntries(material: Pick<Material, 'facts' | 'sources'>): FactEntry[] {
  return atOnce(buildingEntries(material));
}

/** The same step by step. */
export function* buildingEntries(material: Pick<Material, 'facts' | 'sources'>): Steps<FactEntry[]> {
  const groups = new Map<string, Fact[]>();
  for (const fact of inDateOrder(material)) {
    const key = [fact.subject, fact.attribute, fact.asOf ?? ''].map(plain).join('\n');
    const rows = groups.get(key);
    if (rows) rows.push(fact);
    else groups.set(key, [fact]);
    yield;
  }
  const entries: FactEntry[] = [];
  for (const rows of groups.values()) {
    entries.push(toEntry(rows));
    yield;
  }
  return entries;
}

/** Every question that the table has for an entry, each once. */
export function questionsOf({ rows }: FactEntry): string[] {
  return [
    ...new Set(
      rows.flatMap(({ question, otherQuestions }) => [
        ...(question === undefined ? [] : [question]),
        ...otherQuestions,
      ]),
    ),
  ];
}

/** Older sources first, so that a disagreement reads in the order in which it came about. */
function inDateOrder({ facts, sources }: Pick<Material, 'facts' | 'sources'>): Fact[] {
  const date = ({ source }: Fact) => {
    const issued = sources.get(source)?.issued;
    return issued ? dayNumber(issued) : Number.MAX_SAFE_INTEGER;
  };
  return facts.toSorted((a, b) => date(a) - date(b));
}

function toEntry(rows: readonly Fact[]): FactEntry {
  const [first] = rows;
  if (!first) throw new Error('An entry needs a row.');
  const { subject, attribute, asOf } = first;
  const sides = toSides(rows);
  return {
    id: contentRef(plain(subject), plain(attribute), plain(asOf ?? '')),
    subject,
    attribute,
    ...(asOf === undefined ? {} : { asOf }),
    rows,
    sides,
    disputed: sides.length > 1 && disagree(sides),
  };
}

/** Whether one of these sources has the entry; each has where none are named. */
export function isIn(entry: FactEntry, sources: ReadonlySet<string> | undefined): boolean {
  return sources === undefined || entry.rows.some(({ source }) => sources.has(source));
}

/** The entry as some sources have it, without rows where none of them has it; as it is where no sources are named. */
export function ofSources(entry: FactEntry, sources: ReadonlySet<string> | undefined): FactEntry {
  if (sources === undefined) return entry;
  const rows = entry.rows.filter((row) => sources.has(row.source));
  const sides = toSides(rows);
  return { ...entry, rows, sides, disputed: sides.length > 1 && disagree(sides) };
}

function toSides(rows: readonly Fact[]): Side[] {
  const byValue = groupBy(rows, (row) => plain(`${row.value} ${row.unit ?? ''}`));
  return [...byValue.values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ value: first.value, ...(first.unit === undefined ? {} : { unit: first.unit }), rows: same }] : [];
  });
}

/** One source that gives several values lists them; only a value that another source lacks is a disagreement. */
function disagree(sides: readonly Side[]): boolean {
  const sources = sides.map(({ rows }) => new Set(rows.map(({ source }) => source)));
  return sources.some((mine) => sources.some((other) => [...mine].every((source) => !other.has(source))));
}

function plain(text: string): string {
  return fold(text).replace(/\s+/g, ' ').trim();
}
