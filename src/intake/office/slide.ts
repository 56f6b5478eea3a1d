import { escapeXml } from '../docx/xml.ts';
import { ommlToText } from '../formulas/omml.ts';
import { type Element, elementsIn, isElement, type Node, textIn } from '../pages/tree.ts';
import { attributeOf, findAll, localName } from './xml.ts';

/** A slide's shapes as HTML, and the text that stands on every slide alike. */
export interface SlideHtml {
  readonly html: string;
  /** Date, footer and number. */
  readonly running: string;
}

const TITLE = /^(?:title|ctrTitle)$/;
const RUNNING = /^(?:dt|ftr|hdr|sldNum)$/;
/** Placeholders whose paragraphs are bullets unless they say otherwise. */
const BULLETED = /^(?:body|obj|)$/;

/** The shapes of a slide (or of its notes) as HTML, in the order in which they are kept. */
export function slideHtml(nodes: readonly Node[]): SlideHtml {
  const shapes = shapesIn(nodes);
  const isRunning = (shape: Element) => RUNNING.test(placeholderOf(shape) ?? '');
  const text = shapes.filter((shape) => !isRunning(shape));
  // A title is read first, wherever the file keeps it.
  const isTitle = (shape: Element) => TITLE.test(placeholderOf(shape) ?? '-');
  const ordered = [...text.filter(isTitle), ...text.filter((shape) => !isTitle(shape))];
  return {
    html: ordered.map(shapeHtml).join('\n'),
    running: shapes
      .filter(isRunning)
      .map(({ children }) =>
        findAll(children, 't')
          .map((run) => textIn(run.children))
          .join(''),
      )
      .join('\n'),
  };
}

/** Shapes and tables, those in groups too. Of two forms of the same content the first is taken, as programs do. */
function shapesIn(nodes: readonly Node[]): Element[] {
  return elementsIn(nodes).flatMap((element) => {
    const name = localName(element);
    if (name === 'sp' || name === 'graphicFrame') return [element];
    if (name === 'AlternateContent') return shapesIn(elementsIn(element.children).slice(0, 1));
    return shapesIn(element.children);
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
    // A cell that another one covers says nothing.
    const cells = elementsIn(row.children).filter(
      (cell) => localName(cell) === 'tc' && cell.attribs.hMerge !== '1' && cell.attribs.vMerge !== '1',
    );
    return `<tr>${cells.map(cellHtml).join('')}</tr>`;
  });
  return `<table>${rows.join('')}</table>`;
}
