import type { Omission } from '../blocks/types.ts';
import { type Chart, readChart } from '../office/chart.ts';
import type { Relationship } from '../office/package.ts';
import { linesIn } from '../office/xml.ts';
import { ancestors, descendants, type Element, type Node, remove } from '../pages/tree.ts';
import { childOf, insertAfter, replaceWith, runXml, xmlOf } from './xml.ts';

/** What a part of the document refers to, by id; its tree where it is read. */
export type Related = (id: string) => Part | undefined;

interface Part {
  readonly type: Relationship['type'];
  /** In the zip. */
  readonly path: string;
  readonly nodes?: readonly Node[];
}

const DRAWN = /^(?:mc:AlternateContent|w:drawing|w:pict|w:object)$/;

/**
 * Puts what stands in drawings where the document's reader finds it: text boxes in the old drawing language, without
 * the second form that Word writes for older programs; charts and diagrams below their paragraph. Says what is left out.
 */
export function showDrawings(roots: Node[], related: Related): Omission[] {
  const omitted: Omission[] = [];
  const below = new Map<Element, string>();
  for (const element of [...descendants(roots)]) {
    if (!DRAWN.test(element.name) || isWithin(element, DRAWN)) continue;
    const form = shownForm(element);
    const inside = [...descendants(form.children)];
    omitted.push(...inside.flatMap(descriptionOf));
    const objects = inside.flatMap((one) => related(objectOf(one)) ?? []).map(objectXml);
    omitted.push(...objects.map(({ beyond }): Omission => ({ reason: 'pictures', text: beyond })));
    const paragraph = [...ancestors(element)].find(({ name }) => name === 'w:p');
    if (paragraph) below.set(paragraph, (below.get(paragraph) ?? '') + objects.map(({ xml }) => xml).join(''));
    const boxes = inside.flatMap(boxOf).map((box) => `<v:shape><v:textbox>${box}</v:textbox></v:shape>`);
    if (boxes.length > 0) replaceWith(element, `<w:pict>${boxes.join('')}</w:pict>`);
    else if (form === element || inside.some(({ name }) => DRAWN.test(name))) remove(element, roots);
    // A sign that only newer programs know.
    else replaceWith(element, xmlOf(form.children));
  }
  for (const [paragraph, xml] of below) insertAfter(paragraph, xml);
  return omitted;
}

/** What is said of a drawing, or of a file that is shown as one. */
function descriptionOf({ name, attribs }: Element): Omission[] {
  if (name === 'wp:docPr') return [{ reason: 'pictures', text: attribs.descr ?? '' }];
  if (name === 'v:shape') return [{ reason: 'pictures', text: attribs.alt ?? '' }];
  if (name !== 'o:OLEObject') return [];
  const text = attribs.ProgID ?? '';
  return [{ reason: /^Equation/.test(text) ? 'formulas' : 'files', text }];
}

/** Of the two forms of a drawing the one that has its text. */
function shownForm(element: Element): Element {
  if (element.name !== 'mc:AlternateContent') return element;
  const forms = [childOf(element, 'mc:Choice'), childOf(element, 'mc:Fallback')].filter((form) => form !== undefined);
  const says = (form: Element) => [...descendants(form.children)].some(({ name }) => SAYS.test(name));
  return forms.find(says) ?? forms[0] ?? element;
}

const SAYS = /^(?:w:txbxContent|w:t|c:chart|dgm:relIds|v:textpath)$/;

function objectOf({ name, attribs }: Element): string {
  if (name === 'c:chart') return attribs['r:id'] ?? '';
  return name === 'dgm:relIds' ? (attribs['r:dm'] ?? '') : '';
}

/** A text box, or letters that were drawn. */
function boxOf(element: Element): string[] {
  if (element.name === 'w:txbxContent') return isWithin(element, /^w:txbxContent$/) ? [] : [xmlOf([element])];
  if (element.name !== 'v:textpath') return [];
  return [`<w:txbxContent>${paragraphXml(element.attribs.string ?? '')}</w:txbxContent>`];
}

function objectXml({ type, nodes = [] }: Part): { readonly xml: string; readonly beyond: string } {
  if (type === 'diagramData') return { xml: linesIn(nodes).split('\n').map(paragraphXml).join(''), beyond: '' };
  const chart = readChart(nodes);
  return { xml: chartXml(chart), beyond: chart.beyond };
}

const chartXml = ({ texts, tables }: Chart): string =>
  [...texts.map(paragraphXml), ...tables.map((rows) => `<w:tbl>${rows.map(rowXml).join('')}</w:tbl>`)].join('');

const rowXml = (row: readonly string[]): string =>
  `<w:tr>${row.map((cell) => `<w:tc>${paragraphXml(cell)}</w:tc>`).join('')}</w:tr>`;

const paragraphXml = (text: string): string => `<w:p>${runXml(text)}</w:p>`;

const isWithin = (element: Element, names: RegExp): boolean =>
  [...ancestors(element)].some(({ name }) => names.test(name));
