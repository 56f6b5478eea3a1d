import type { Omission, OmissionReason } from '../blocks/types.ts';
import { escapeXml } from '../docx/xml.ts';
import { ommlToText } from '../formulas/omml.ts';
import { type Element, elementsIn, isElement, type Node, textIn } from '../pages/tree.ts';
import { attributeOf, findAll, linesIn, localName } from './xml.ts';

/** A slide's shapes as HTML, and what else it says. */
export interface SlideHtml {
  readonly html: string;
  /** Date, footer and number, which stand on every slide; what is hidden; what pictures show, and files that are shown as one. */
  readonly omitted: readonly Omission[];
}

const TITLE = /^(?:title|ctrTitle)$/;
const RUNNING = /^(?:dt|ftr|hdr|sldNum)$/;
/** Placeholders whose paragraphs are bullets unless they say otherwise. */
const BULLETED = /^(?:body|obj|)$/;

/** The shapes of a slide (or of its notes) as HTML, in the order in which they are kept. */
export function slideHtml(nodes: readonly Node[]): SlideHtml {
  const all = shapesIn(nodes);
  const hidden = all.filter(isHidden);
  const shapes = all.filter((shape) => !hidden.includes(shape));
  const running = shapes.filter((shape) => RUNNING.test(placeholderOf(shape) ?? ''));
  const text = shapes.filter((shape) => !running.includes(shape));
  // A title is read first, wherever the file keeps it.
  const isTitle = (shape: Element) => TITLE.test(placeholderOf(shape) ?? '-');
  const ordered = [...text.filter(isTitle), ...text.filter((shape) => !isTitle(shape))];
  return {
    html: ordered.map(shapeHtml).join('\n'),
    omitted: [
      ...running.map(omission('runningHeads')),
      ...[...hidden, ...text.flatMap(coveredCells)].map(omission('hidden')),
      ...pictureTexts(nodes),
      ...findAll(nodes, 'oleObj').map(({ attribs }): Omission => ({ reason: 'files', text: attribs.progId ?? '' })),
    ],
  };
}

/** What stands on a layout for all its slides; its placeholders only say what is to be written there. */
export const layoutTexts = (nodes: readonly Node[]): Omission[] =>
  shapesIn(nodes)
    .filter((shape) => placeholderOf(shape) === undefined)
    .map(omission('runningHeads'));

/** How pictures and shapes are described to those who do not see them. */
export const pictureTexts = (nodes: readonly Node[]): Omission[] => [
  ...new Map(
    findAll(nodes, 'cNvPr').map(({ attribs }) => [
      `${attribs.id} ${attribs.descr}`,
      { reason: 'pictures' as const, text: attribs.descr ?? '' },
    ]),
  ).values(),
];

const omission =
  (reason: OmissionReason) =>
  ({ children }: Element): Omission => ({ reason, text: linesIn(children) });

const isHidden = (shape: Element): boolean => findAll(shape.children, 'cNvPr')[0]?.attribs.hidden === '1';

/** Cells that another one covers. */
const coveredCells = (shape: Element): Element[] => findAll(shape.children, 'tc').filter(isCovered);

const isCovered = ({ attribs }: Element): boolean => attribs.hMerge === '1' || attribs.vMerge === '1';

/** Shapes and tables, those in groups too. Of two forms of the same content the first that says something is taken. */
function shapesIn(nodes: readonly Node[]): Element[] {
  return elementsIn(nodes).flatMap((element) => {
    const name = localName(element);
    if (name === 'sp' || name === 'graphicFrame') return [element];
    if (name !== 'AlternateContent') return shapesIn(element.children);
    const forms = elementsIn(element.children).map((form) => shapesIn([...form.children]));
    return forms.find((shapes) => shapes.length > 0) ?? [];
  });
}

/** The kind of a placeholder, empty for one without a kind; undefined where the shape is none. */
function placeholderOf(shape: Element): string | undefined {
  const [placeholder] = findAll(shape.children, 'ph');
  return placeholder && (attributeOf(placeholder, 'type') ?? '');
}

function shapeHtml(shape: Element): string {
  const tables = findAll(shape.children, 'tbl');
  if (tables.length > 0) return tables.map(tableHtml).join('\n');
  const kind = placeholderOf(shape);
  const paragraphs = findAll(shape.children, 'p');
  if (kind !== undefined && TITLE.test(kind)) return `<h2>${paragraphs.map(runsHtml).join(' ')}</h2>`;
  return paragraphsHtml(paragraphs, kind !== undefined && BULLETED.test(kind));
}

/** Bulleted paragraphs in a row are a list. */
function paragraphsHtml(paragraphs: readonly Element[], bulleted: boolean): string {
  let html = '';
  let open = false;
  for (const paragraph of paragraphs) {
    const runs = runsHtml(paragraph);
    if (runs.trim() === '') continue;
    const item = isItem(paragraph, bulleted);
    if (item !== open) html += item ? '<ul>' : '</ul>';
    open = item;
    html += item ? `<li>${runs}</li>` : `<p>${runs}</p>`;
  }
  return open ? `${html}</ul>` : html;
}

function isItem(paragraph: Element, bulleted: boolean): boolean {
  const [properties] = elementsIn(paragraph.children).filter((child) => localName(child) === 'pPr');
  const names = elementsIn(properties?.children ?? []).map(localName);
  if (names.includes('buNone')) return false;
  return bulleted || names.includes('buChar') || names.includes('buAutoNum');
}

function runsHtml({ children }: Element): string {
  return children.map((node) => (isElement(node) ? runHtml(node) : '')).join('');
}

function runHtml(element: Element): string {
  const name = localName(element);
  if (name === 'br') return '<br>';
  if (name === 'oMath') return escapeXml(ommlToText(element));
  if (name === 'AlternateContent') return elementsIn(element.children).slice(0, 1).map(runsHtml).join('');
  if (name !== 'r' && name !== 'fld') return runsHtml(element);
  const text = escapeXml(
    elementsIn(element.children)
      .filter((child) => localName(child) === 't')
      .map((child) => textIn(child.children))
      .join(''),
  );
  const [properties] = elementsIn(element.children).filter((child) => localName(child) === 'rPr');
  const baseline = Number(properties?.attribs.baseline ?? 0);
  if (baseline !== 0) return baseline > 0 ? `<sup>${text}</sup>` : `<sub>${text}</sub>`;
  return properties?.attribs.b === '1' ? `<b>${text}</b>` : text;
}

function cellHtml({ attribs, children }: Element): string {
  const span = (name: string, value = '') => (/^\d{1,3}$/.test(value) ? ` ${name}="${value}"` : '');
  const text = findAll(children, 'p').map(runsHtml).join(' ');
  return `<td${span('colspan', attribs.gridSpan)}${span('rowspan', attribs.rowSpan)}>${text}</td>`;
}

function tableHtml(table: Element): string {
  const rows = findAll(table.children, 'tr').map((row) => {
    const cells = elementsIn(row.children).filter((cell) => localName(cell) === 'tc' && !isCovered(cell));
    return `<tr>${cells.map(cellHtml).join('')}</tr>`;
  });
  return `<table>${rows.join('')}</table>`;
}
