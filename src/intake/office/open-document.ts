import { escapeXml } from '../docx/xml.ts';
import { mathToText } from '../formulas/mathml.ts';
import { type Element, elementsIn, isElement, type Node, textIn, textOf } from '../pages/tree.ts';
import { attributeOf, localName } from './xml.ts';

/** A part of an OpenDocument text as HTML, with the notes that its text points to. */
export interface DocumentHtml {
  readonly html: string;
  readonly notes: readonly string[];
  /** Text that is not shown: deletions that are recorded, comments of reviewers. */
  readonly hidden: readonly string[];
  /** Contents lists and indexes that programs made. */
  readonly contents: readonly string[];
}

const HIDDEN =
  /^(?:tracked-changes|annotation|annotation-end|forms|sequence-decls|variable-decls|user-field-decls|shapes)$/;
const CONTENTS = /^(?:table-of-content|alphabetical-index|illustration-index|table-index|object-index|user-index)$/;
/** Spaces that one element may stand for. */
const MAX_SPACES = 100;
/** Cells and rows that are repeated fill a spreadsheet's empty rest. */
const MAX_REPEATED = 100;

/** Paragraphs, headings, lists and tables of a document as HTML. Recursion is as deep as the tree, which must have been measured. */
export function openDocumentHtml(nodes: readonly Node[]): DocumentHtml {
  const writer = new Writer();
  const html = writer.all(nodes);
  return { html, notes: writer.notes, hidden: writer.hidden, contents: writer.contents };
}

class Writer {
  readonly notes: string[] = [];
  readonly hidden: string[] = [];
  readonly contents: string[] = [];

  all(nodes: readonly Node[]): string {
    return nodes.map((node) => (isElement(node) ? this.element(node) : '')).join('');
  }

  private element(element: Element): string {
    const name = localName(element);
    const { children } = element;
    if (HIDDEN.test(name)) this.hidden.push(textIn(children));
    else if (CONTENTS.test(name)) this.contents.push(textIn(children));
    else if (name === 'h') return this.heading(element);
    else if (name === 'p') return this.paragraph(element);
    else if (name === 'list') return `<ul>${this.all(children)}</ul>`;
    else if (name === 'list-item' || name === 'list-header') return `<li>${this.all(children)}</li>`;
    else if (name === 'table') return `<table>${this.all(children)}</table>`;
    else if (name === 'table-row') return `<tr>${this.all(children)}</tr>`;
    else if (name === 'table-cell') return this.cell(element);
    else if (name === 'math') return `<p>${escapeXml(mathToText(element))}</p>`;
    else return this.all(children);
    return '';
  }

  private heading(element: Element): string {
    const level = Math.min(6, Math.max(1, Number(attributeOf(element, 'outline-level') ?? 1) || 1));
    return `<h${level}>${this.inline(element.children)}</h${level}>`;
  }

  private paragraph(element: Element): string {
    const style = attributeOf(element, 'style-name') ?? '';
    // Boxes hang on the paragraph that they stand beside.
    const boxes = elementsIn(element.children).filter((child) => localName(child) === 'frame');
    const rest = element.children.filter((child) => !(isElement(child) && boxes.includes(child)));
    const text = this.inline(rest);
    const boxed = boxes.map(({ children }) => this.all(children)).join('');
    if (style === 'Title') return `<h1>${text}</h1>${boxed}`;
    return `<p${/^(?:Caption|Illustration|Table|Figure)$/.test(style) ? ' class="caption"' : ''}>${text}</p>${boxed}`;
  }

  private cell(element: Element): string {
    const columns = Math.min(MAX_REPEATED, Number(attributeOf(element, 'number-columns-spanned') ?? 1) || 1);
    const rows = Math.min(MAX_REPEATED, Number(attributeOf(element, 'number-rows-spanned') ?? 1) || 1);
    return `<td colspan="${columns}" rowspan="${rows}">${this.all(element.children)}</td>`;
  }

  private inline(nodes: readonly Node[]): string {
    return nodes.map((node) => (isElement(node) ? this.phrase(node) : escapeXml(textOf(node) ?? ''))).join('');
  }

  private phrase(element: Element): string {
    const name = localName(element);
    const { children } = element;
    if (name === 's') return ' '.repeat(Math.min(MAX_SPACES, Number(attributeOf(element, 'c') ?? 1) || 1));
    if (name === 'tab') return ' ';
    if (name === 'line-break') return '<br>';
    if (name === 'note') return this.note(element);
    if (name === 'math') return escapeXml(mathToText(element));
    if (name === 'p' || name === 'h') return ` ${this.inline(children)} `;
    if (!HIDDEN.test(name)) return this.inline(children);
    this.hidden.push(textIn(children));
    return '';
  }

  /** A note's sign is left out of the text; what it says stands at the end. */
  private note({ children }: Element): string {
    const body = elementsIn(children).filter((child) => localName(child) === 'note-body');
    this.notes.push(body.map((one) => this.inline(one.children).trim()).join(' '));
    return '';
  }
}

/** Notes as the list at a document's end. */
export const notesHtml = (notes: readonly string[]): string =>
  notes.length === 0
    ? ''
    : `<ol>${notes.map((note, i) => `<li id="fn${i + 1}" value="${i + 1}">${note}</li>`).join('')}</ol>`;
