import { isCaption } from '../blocks/captions.ts';
import { addList, type Item } from '../blocks/lists.ts';
import { normalise, oneLine } from '../blocks/normalise.ts';
import { isNarrowColumn } from '../blocks/repairs.ts';
import type { Block } from '../blocks/types.ts';
import { dataRows } from './tables.ts';
import { type Element, elementsIn, isElement, type Node, parseTree, textIn, textOf } from './tree.ts';

const SKIPPED =
  /^(?:script|style|noscript|template|svg|math|nav|form|button|select|input|textarea|iframe|object|video|audio|canvas|head|title|dialog|menu)$/;
const BLOCK =
  /^(?:address|article|aside|blockquote|body|center|dd|details|div|dl|dt|fieldset|figure|footer|header|hgroup|hr|html|li|main|p|section|summary|tbody|td|tfoot|th|thead|tr)$/;
const CAPTION_CLASS = /(?:^|[\s_-])(?:caption|credit|wp-caption-text|image-description)(?:$|[\s_-])/i;
/** Signs that lead away from the text: links to notes, to edit a section, to a heading itself. */
const SIGN_CLASS =
  /\b(?:mw-editsection|headerlink|anchor|footnote-backref|reference|noprint|sr-only|visually-hidden|screen-reader-text)\b/;
/** Stands for a line break until it is known how many there are. */
const BREAK = '\u0001';

/** A page's, or a document's, HTML as headings and paragraphs in reading order. The tree must not be deep. */
export function htmlBlocks(html: string): Block[] {
  return nodeBlocks(parseTree(html));
}

export function nodeBlocks(nodes: readonly Node[]): Block[] {
  const builder = new BlockBuilder();
  builder.walk(nodes);
  builder.flush();
  return builder.blocks;
}

class BlockBuilder {
  readonly blocks: Block[] = [];
  private inline = '';

  walk(nodes: readonly Node[]): void {
    for (const node of nodes) {
      if (isElement(node)) {
        if (!isSkipped(node)) this.element(node);
      } else this.inline += textOf(node) ?? '';
    }
  }

  private element(element: Element): void {
    const { name, children } = element;
    if (name === 'br') this.inline += BREAK;
    else if (/^h[1-6]$/.test(name)) this.heading(element);
    else if (name === 'ul' || name === 'ol') this.list(element);
    else if (name === 'table') this.table(element);
    else if (name === 'pre') this.code(element);
    else if (name === 'dd') this.definition(element);
    else if (isCaptionElement(element)) this.apart(children, 'caption');
    else if (BLOCK.test(name)) this.apart(children);
    else this.walk(children);
  }

  /** Ends the paragraph that is open; two line breaks end one as well. */
  flush(role?: 'caption'): void {
    const parts = oneLine(this.inline).split(new RegExp(`(?: ?${BREAK} ?){2,}`));
    this.inline = '';
    for (const part of parts) {
      const lines = part.split(BREAK).map((line) => oneLine(normalise(line)));
      const text = oneLine(lines.join(' '));
      const narrow = isNarrowColumn(lines) ? 'caption' : undefined;
      const as = role ?? narrow;
      if (text !== '') this.blocks.push({ type: 'paragraph', text, ...(as === undefined ? {} : { role: as }) });
    }
  }

  private apart(children: readonly Node[], role?: 'caption'): void {
    this.flush();
    this.walk(children);
    this.flush(role);
  }

  private heading({ children }: Element): void {
    this.flush();
    const text = oneLine(
      nodeBlocks(children)
        .map((block) => block.text)
        .join(' '),
    );
    if (text !== '') this.blocks.push({ type: 'heading', text });
  }

  private list({ name, children, attribs }: Element): void {
    this.flush();
    const start = Number(attribs.start ?? 1) || 1;
    const elements = elementsIn(children);
    const items = elements.map((child, i) => itemOf(child, name === 'ol' ? `${start + i}.` : '•'));
    if (items.every((item) => item !== undefined)) addList(this.blocks, items.flat());
    else this.apart(children);
  }

  private table(element: Element): void {
    this.flush();
    const rows = dataRows(element, (cell) => nodeBlocks(cell));
    if (rows === undefined) {
      this.apart(element.children);
      return;
    }
    for (const child of elementsIn(element.children))
      if (child.name === 'caption') this.apart(child.children, 'caption');
    if (rows.length > 0) this.blocks.push({ type: 'paragraph', text: rows.join('\n') });
  }

  /** A definition goes with its term, which stands before it. */
  private definition({ children, prev }: Element): void {
    this.flush();
    const from = this.blocks.length;
    this.apart(children);
    const [term, first] = [this.blocks[from - 1], this.blocks[from]];
    let before = prev;
    while (before && !isElement(before)) before = before.prev;
    if (before?.name !== 'dt' || term?.type !== 'paragraph' || first?.type !== 'paragraph') return;
    this.blocks.splice(from - 1, 2, { ...first, text: `${term.text}\n${first.text}` });
  }

  private code({ children }: Element): void {
    this.flush();
    const text = normalise(textIn(children)).replace(/^\n+/, '').trimEnd();
    if (text !== '') this.blocks.push({ type: 'paragraph', text });
  }
}

/** An item with the items of the list inside it; undefined where it holds more than a paragraph. */
function itemOf(element: Element, mark: string): Item[] | undefined {
  const inner = elementsIn(element.children).filter(({ name }) => /^[uo]l$/.test(name));
  const own = nodeBlocks(element.children.filter((child) => !(isElement(child) && inner.includes(child))));
  if (own.length > 1 || own.some(({ type, text }) => type === 'heading' || isCaption(text))) return undefined;
  const below = inner.flatMap(({ children }) => elementsIn(children).map((child) => itemOf(child, '•')));
  if (below.some((items) => items === undefined)) return undefined;
  const text = own[0]?.text ?? '';
  return [...(text === '' ? [] : [{ mark, text }]), ...below.flatMap((items) => items ?? [])];
}

function isSkipped({ name, attribs, children }: Element): boolean {
  if (SKIPPED.test(name)) return true;
  if ('hidden' in attribs || attribs['aria-hidden'] === 'true' || /display:\s*none/i.test(attribs.style ?? ''))
    return true;
  if (SIGN_CLASS.test(attribs.class ?? '')) return true;
  const note = name === 'sup' || name === 'a' ? textIn(children).trim() : undefined;
  if (name === 'a') return /^[↑↩¶#§]$/.test(note ?? '');
  return (
    note !== undefined &&
    /^\[?(?:\d{1,3}|[*†‡])\]?$/.test(note) &&
    elementsIn(children).some(({ name }) => name === 'a')
  );
}

function isCaptionElement({ name, attribs }: Element): boolean {
  return name === 'figcaption' || (/^(?:p|div|span|small|cite)$/.test(name) && CAPTION_CLASS.test(attribs.class ?? ''));
}
