import { escapeXml } from '../docx/xml.ts';
import { type Element, elementsIn, type Node, textIn } from '../pages/tree.ts';
import { findAll, localName } from './xml.ts';

/** A chart with more points is a measurement's, and no table that is read. */
const MAX_POINTS = 1_000;

/** A chart's titles as paragraphs, and what it shows as a table: a row for each category, a column for each series. */
export function chartHtml(nodes: readonly Node[]): string {
  const titles = findAll(nodes, 'title').map(({ children }) =>
    findAll(children, 't')
      .map((run) => textIn(run.children))
      .join(''),
  );
  const series = findAll(nodes, 'ser');
  const categories = labelsOf(series[0], /^(?:cat|xVal)$/);
  const columns = series.map((one) => labelsOf(one, /^(?:val|yVal)$/));
  const names = series.map((one) => labelsOf(one, /^tx$/)[0] ?? '');
  const rows = columns.length === 0 ? [] : [['', ...names], ...rowsOf(categories, columns)];
  const table = rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeXml(cell)}</td>`).join('')}</tr>`).join('');
  const shown = titles.filter((text) => text.trim() !== '').map((text) => `<p>${escapeXml(text)}</p>`);
  return `${shown.join('')}${table === '' ? '' : `<table>${table}</table>`}`;
}

function rowsOf(categories: readonly string[], columns: readonly (readonly string[])[]): string[][] {
  const count = Math.max(categories.length, ...columns.map(({ length }) => length));
  return Array.from({ length: count }, (_, i) => [categories[i] ?? '', ...columns.map((column) => column[i] ?? '')]);
}

/** The texts and figures of a part of a series, each at its place: those that are missing are not written. */
function labelsOf(series: Element | undefined, part: RegExp): string[] {
  const labels: string[] = [];
  const [found] = elementsIn(series?.children ?? []).filter((element) => part.test(localName(element)));
  for (const [i, point] of findAll(found?.children ?? [], 'pt').entries()) {
    const at = Number(point.attribs.idx ?? i);
    const [value] = findAll(point.children, 'v');
    if (value && at >= 0 && at < MAX_POINTS) labels[at] = figure(textIn(value.children));
  }
  return Array.from(labels, (label) => label ?? '');
}

/** Programs keep sums and shares with all the digits that a machine has. */
const figure = (text: string): string =>
  /^-?\d+\.\d{5,}$/.test(text) ? String(Number(Number(text).toPrecision(6))) : text;
