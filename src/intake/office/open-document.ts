import type { Omission, OmissionReason } from '../blocks/types.ts';
import { escapeXml } from '../docx/xml.ts';
import { mathToText } from '../formulas/mathml.ts';
import { type Element, elementsIn, isElement, type Node, textOf } from '../pages/tree.ts';
import { attributeOf, findAll, localName } from './xml.ts';

/** A part of an OpenDocument text as HTML, with the notes that its text points to. */
export interface DocumentHtml {
  readonly html: string;
  readonly notes: readonly string[];
  readonly omitted: readonly Omission[];
}

/** Elements that are no part of the text, and why. */
const OMITTED: readonly (readonly [names: RegExp, reason: OmissionReason])[] = [
  // Deletions that are recorded, and cells that another one covers.
  [/^(?:tracked-changes|forms|sequence-decls|variable-decls|user-field-decls|shapes|covered-table-cell)$/, 'hidden'],
  [/^(?:annotation|annotation-end)$/, 'comments'],
  // Contents lists and indexes that programs made.
  [/^(?:table-of-content|alphabetical-index|illustration-index|table-index|object-index|user-index)$/, 'contents'],
  // How signs are read aloud, which stands above them.
  [/^ruby-text$/, 'repeated'],
];
/** How pictures are described to those who do not see them; a title may be a field of the text as well. */
const DESCRIPTION = /^svg:(?:title|desc)$/;
/** Who changed or wrote something, and when. */
const UNSAID = /^(?:office:change-info|dc:creator|dc:date|meta:creator-initials)$/;
/** Spaces that one element may stand for. */
const MAX_SPACES = 100;
/** Cells and rows that are repeated fill a spreadsheet's empty rest. */
const MAX_REPEATED = 100;

/**
 * Paragraphs, headings, lists and tables of a document as HTML; `hidden` are the styles whose text is not shown.
 * Recursion is as deep as the tree, which must have been measured.
 */
export function openDocumentHtml(nodes: readonly Node[], hidden: ReadonlySet<string> = new Set()): DocumentHtml {
  const writer = new Writer(hidden);
  const html = writer.all(nodes);
  return { html, notes: writer.notes, omitted: writer.omitted };
}

/** The styles whose text is not shown. */
export const hiddenStyles = (nodes: readonly Node[]): Set<string> =>
  new Set(
    findAll(nodes, 'style')
      .filter(({ children }) =>
        elementsIn(children).some(
          (properties) =>
            attributeOf(properties, 'display') === 'none' || attributeOf(properties, 'visibility') === 'hidden',
        ),
      )
      .flatMap((style) => attributeOf(style, 'name') ?? []),
  );

class Writer {
  readonly notes: string[] = [];
  readonly omitted: Omission[] = [];

  private readonly hidden: ReadonlySet<string>;

  constructor(hidden: ReadonlySet<string>) {
    this.hidden = hidden;
  }

  all(nodes: readonly Node[]): string {
    return nodes.map((node) => (isElement(node) ? this.element(node) : '')).join('');
  }

  private element(element: Element): string {
    const name = localName(element);
    const { children } = element;
    if (this.omit(element)) return '';
    if (name === 'h') return this.heading(element);
    if (name === 'p') return this.paragraph(element);
    if (name === 'list') return `<ul>${this.all(children)}</ul>`;
    if (name === 'list-item' || name === 'list-header') return `<li>${this.all(children)}</li>`;
    if (name === 'table') return `<table>${this.all(children)}</table>`;
    if (name === 'table-row') return `<tr>${this.all(children)}</tr>`;
    if (name === 'table-cell') return this.cell(element);
    if (name === 'math') return `<p>${escapeXml(mathToText(element))}</p>`;
    return this.all(children);
  }

  /** Whether an element is left out, with what it says. */
  private omit(element: Element): boolean {
    const reason = this.reasonOf(element);
    if (reason !== undefined) this.omitted.push({ reason, text: linesOf(element.children) });
    return reason !== undefined;
  }

  private reasonOf(element: Element): OmissionReason | undefined {
    if (DESCRIPTION.test(element.name)) return 'pictures';
    return this.isHidden(element) ? 'hidden' : OMITTED.find(([names]) => names.test(localName(element)))?.[1];
  }

  private isHidden(element: Element): boolean {
    if (attributeOf(element, 'is-hidden') === 'true') return true;
    const isSection = localName(element) === 'section' && attributeOf(element, 'display') === 'none';
    return isSection || this.hidden.has(attributeOf(element, 'style-name') ?? '');
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
    if (this.omit(element)) return '';
    if (name === 's') return ' '.repeat(Math.min(MAX_SPACES, Number(attributeOf(element, 'c') ?? 1) || 1));
    if (name === 'tab') return ' ';
    if (name === 'line-break') return '<br>';
    if (name === 'note') return this.note(element);
    if (name === 'math') return escapeXml(mathToText(element));
    if (name === 'p' || name === 'h') return ` ${this.inline(children)} `;
    return this.inline(children);
  }

  /** A note's sign is left out of the text; what it says stands at the end. */
  private note({ children }: Element): string {
    const body = elementsIn(children).filter((child) => localName(child) === 'note-body');
    this.notes.push(body.map((one) => this.inline(one.children).trim()).join(' '));
    return '';
  }
}

/** The text of elements that are left out, a line for each paragraph. */
export function linesOf(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (!isElement(node)) return textOf(node) ?? '';
      if (UNSAID.test(node.name)) return '';
      const name = localName(node);
      return name === 'p' || name === 'h' ? `${linesOf(node.children)}\n` : linesOf(node.children);
    })
    .join('');
}

/** Notes as the list at a document's end. */
export const notesHtml = (notes: readonly string[]): string =>
  notes.length === 0
    ? ''
    : `<ol>${notes.map((note, i) => `<li id="fn${i + 1}" value="${i + 1}">${note}</li>`).join('')}</ol>`;
