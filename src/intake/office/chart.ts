import { escapeXml } from '../docx/xml.ts';
import { type Element, elementsIn, type Node, textIn } from '../pages/tree.ts';
import { findAll, localName, runsIn } from './xml.ts';

/** Points of a series beyond these are a measurement's, and no table that is read. */
const MAX_POINTS = 1_000;

export interface Chart {
  /** Titles, and labels that somebody wrote. */
  readonly texts: readonly string[];
  /** What it shows: a row for each category, a column for each series. Series that share no categories have a table each. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  /** What points say that are not in the tables. */
  readonly beyond: string;
}

export function readChart(nodes: readonly Node[]): Chart {
  const titles = findAll(nodes, 'title').map(({ children }) => runsIn(children) || valuesIn(children));
  const labels = findAll(nodes, 'dLbl').map(({ children }) => runsIn(children));
  const beyond: string[] = [];
  const labelsOf = (series: Element, part: RegExp) => labelsIn(series, part, beyond);
  const groups = new Map<string, { categories: readonly string[]; names: string[]; columns: (readonly string[])[] }>();
  for (const series of findAll(nodes, 'ser')) {
    const categories = labelsOf(series, /^(?:cat|xVal)$/);
    const key = categories.join('\n');
    const group = groups.get(key) ?? { categories, names: [], columns: [] };
    groups.set(key, group);
    group.names.push(labelsOf(series, /^tx$/)[0] ?? '');
    group.columns.push(labelsOf(series, /^(?:val|yVal)$/));
  }
  const tables = [...groups.values()].map(({ categories, names, columns }) => [
    ['', ...names],
    ...rowsOf(categories, columns),
  ]);
  return { texts: [...titles, ...labels].filter((text) => text.trim() !== ''), tables, beyond: beyond.join('\n') };
}

/** A chart's texts as paragraphs, its tables as such. */
export function chartHtml({ texts, tables }: Chart): string {
  const shown = texts.map((text) => `<p>${escapeXml(text)}</p>`);
  const rowHtml = (row: readonly string[]) => `<tr>${row.map((cell) => `<td>${escapeXml(cell)}</td>`).join('')}</tr>`;
  return [...shown, ...tables.map((rows) => `<table>${rows.map(rowHtml).join('')}</table>`)].join('');
}

function rowsOf(categories: readonly string[], columns: readonly (readonly string[])[]): string[][] {
  const count = Math.max(categories.length, ...columns.map(({ length }) => length));
  return Array.from({ length: count }, (_, i) => [categories[i] ?? '', ...columns.map((column) => column[i] ?? '')]);
}

/** The texts and figures of a part of a series, each at its place: those that are missing are not written. */
function labelsIn(series: Element, part: RegExp, beyond: string[]): string[] {
  const [found] = elementsIn(series.children).filter((element) => part.test(localName(element)));
  const levels = findAll(found?.children ?? [], 'lvl');
  if (levels.length < 2) return pointsIn(found?.children ?? [], beyond);
  // "2020 Q1": the level of the years comes after that of the quarters, and names each year once.
  const [inner = [], ...outer] = levels.map(({ children }) => pointsIn(children, beyond));
  return inner.map((label, i) => [...outer.map((level) => lastUpTo(level, i)).reverse(), label].join(' ').trim());
}

const lastUpTo = (labels: readonly string[], i: number): string =>
  labels.slice(0, i + 1).findLast((label) => label !== '') ?? '';

function pointsIn(nodes: readonly Node[], beyond: string[]): string[] {
  const labels: string[] = [];
  for (const [i, point] of findAll(nodes, 'pt').entries()) {
    const at = Number(point.attribs.idx ?? i);
    const text = valuesIn(point.children);
    if (at >= 0 && at < MAX_POINTS) labels[at] = figure(text);
    else beyond.push(text);
  }
  return Array.from(labels, (label) => label ?? '');
}

/** What cells of a sheet say; a title may repeat one. */
const valuesIn = (nodes: readonly Node[]): string =>
  findAll(nodes, 'v')
    .map((value) => textIn(value.children))
    .join('');

/** Programs keep sums and shares with all the digits that a machine has. */
const figure = (text: string): string =>
  /^-?\d+\.\d{5,}$/.test(text) ? String(Number(Number(text).toPrecision(6))) : text;
