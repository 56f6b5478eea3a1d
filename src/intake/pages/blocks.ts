import { isCaption } from '../blocks/captions.ts';
import { addList, type Item } from '../blocks/lists.ts';
import { normalise, oneLine } from '../blocks/normalise.ts';
import { isNarrowColumn } from '../blocks/repairs.ts';
import type { Block } from '../blocks/types.ts';
import { isLaidApart, wouldJoin } from './apart.ts';
import { isNoteList, isRemark } from './notes.ts';
import { isNumber, numberOf } from './numbers.ts';
import { dataRows, outsideCells } from './tables.ts';
import { classesOf, type Element, elementsIn, isElement, type Node, textIn, textOf } from './tree.ts';

const BLOCK =
  /^(?:address|article|aside|blockquote|body|center|dd|details|div|dl|dt|fieldset|figure|footer|header|hgroup|hr|html|li|main|p|section|summary|tbody|td|tfoot|th|thead|tr)$/;
const CAPTION_CLASS = /(?:^|[\s_-])(?:caption|credit|wp-caption-text|image-description)(?:$|[\s_-])/i;
/** Stands for a line break until it is known how many there are. */
const BREAK = '\u0001';
/** Paragraphs of an item that are longer together, in characters, stand for themselves. */
const MAX_ITEM = 200;
/** The share of a paragraph's characters from which it counts as one of links. */
const LINKED = 0.6;

/** A tree as headings and paragraphs in reading order. It must not be deep. */
export function nodeBlocks(nodes: readonly Node[]): Block[] {
  const builder = new BlockBuilder();
  builder.walk(nodes);
  builder.flush();
  return builder.blocks;
}

class BlockBuilder {
  readonly blocks: Block[] = [];
  private inline = '';
  /** Of the paragraph that is open: the characters inside links, and what stands in bold. */
  private linked = 0;
  private terms: string[] = [];
  /** The block at which the terms begin that a definition may follow. */
  private termsFrom = 0;

  walk(nodes: readonly Node[]): void {
    for (const node of nodes) {
      if (isElement(node)) this.element(node);
      else this.inline += textOf(node) ?? '';
    }
  }

  private element(element: Element): void {
    const { name, children } = element;
    if (name === 'br') this.inline += BREAK;
    else if (/^h[1-6]$/.test(name)) this.heading(element);
    else if (name === 'ul' || name === 'ol') this.list(element);
    else if (name === 'table') this.table(element);
    else if (name === 'pre') this.code(element);
    else if (name === 'dt') this.term(element);
    else if (name === 'dd') this.definition(element);
    else if (isCaptionElement(element)) this.apart(children, 'caption');
    else if (isExercise(element)) this.exercise(children);
    else if (BLOCK.test(name)) this.apart(children);
    else this.phrase(element);
  }

  private phrase(element: Element): void {
    const { name, children, attribs } = element;
    if (isLaidApart(element) && wouldJoin(this.inline, textIn(children))) this.inline += ' ';
    const from = this.inline.length;
    this.walk(children);
    // A caption's title, which its text follows without a space.
    if (attribs['data-type'] === 'title') this.inline += BREAK;
    if (name === 'a') this.linked += Math.max(0, this.inline.length - from);
    if (!/^(?:b|strong|dfn)$/.test(name)) return;
    const term = oneLine(normalise(this.inline.slice(from)));
    if (isTerm(term)) this.terms.push(term);
  }

  /** Ends the paragraph that is open; two line breaks end one as well. */
  flush(role?: 'caption'): void {
    const parts = oneLine(this.inline).split(new RegExp(`(?: ?${BREAK} ?){2,}`));
    const linked = Math.min(1, this.linked / (this.inline.length || 1));
    const { terms } = this;
    this.inline = '';
    this.linked = 0;
    this.terms = [];
    for (const part of parts) {
      const lines = part.split(BREAK).map((line) => oneLine(normalise(line)));
      const text = oneLine(lines.join(' '));
      const narrow = isNarrowColumn(lines) ? 'caption' : undefined;
      const as = role ?? narrow;
      if (text === '') continue;
      const marked = terms.filter((term) => text.includes(term) && term.length < text.length);
      this.blocks.push({
        type: 'paragraph',
        text,
        ...(as === undefined ? {} : { role: as }),
        ...(linked < LINKED ? {} : { linked: true as const }),
        ...(marked.length === 0 ? {} : { terms: marked }),
      });
    }
  }

  private apart(children: readonly Node[], role?: 'caption'): void {
    this.flush();
    this.walk(children);
    this.flush(role);
  }

  /** What a book sets as an exercise: its question, choices and answer. */
  private exercise(children: readonly Node[]): void {
    this.flush();
    const from = this.blocks.length;
    this.apart(children);
    for (const [i, block] of this.blocks.entries())
      if (i >= from && block.type === 'paragraph' && block.kind !== 'table' && block.kind !== 'code')
        this.blocks[i] = { ...block, kind: 'exercise' };
  }

  private heading({ name, children }: Element): void {
    this.flush();
    const text = oneLine(
      nodeBlocks(children)
        .map((block) => block.text)
        .join(' '),
    );
    if (text !== '') this.blocks.push({ type: 'heading', text, level: Number(name[1]) });
  }

  private list(element: Element): void {
    this.flush();
    const items = elementsIn(element.children).map((child) => itemOf(child));
    if (isNoteList(element)) this.notes(element);
    else if (items.every((item) => item !== undefined)) addList(this.blocks, items.flat(), isReferenceList(element));
    else this.apart(element.children);
  }

  /** Each note is a paragraph of its own. */
  private notes({ children }: Element): void {
    for (const item of elementsIn(children)) {
      const from = this.blocks.length;
      this.apart(item.children);
      const added = this.blocks.splice(from).flatMap((block) => (block.type === 'paragraph' ? [block.text] : []));
      const text = added.join(' ');
      if (text !== '') this.blocks.push({ type: 'paragraph', ...(isRemark(text) ? {} : { kind: 'reference' }), text });
    }
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
    if (rows.length > 0) this.blocks.push({ type: 'paragraph', kind: 'table', text: rows.join('\n') });
    this.apart(outsideCells(element.children));
  }

  private term(element: Element): void {
    this.flush();
    if (elementBefore(element)?.name !== 'dt') this.termsFrom = this.blocks.length;
    this.apart(element.children);
  }

  /** A definition goes with its terms, which stand before it, and with the other meanings of them. */
  private definition(element: Element): void {
    this.flush();
    const [from, termsFrom] = [this.blocks.length, this.termsFrom];
    this.apart(element.children);
    const before = elementBefore(element)?.name;
    const first = this.blocks[from];
    if (first?.type !== 'paragraph') return;
    const names = this.blocks.slice(termsFrom, from);
    if (before === 'dt' && names.length > 0 && names.every(({ type }) => type === 'paragraph')) {
      const terms = names.map(({ text }) => text).join(', ');
      this.blocks.splice(termsFrom, names.length + 1, { ...first, kind: 'glossary', text: `${terms}\n${first.text}` });
    }
    const other = this.blocks[from - 1];
    if (before === 'dd' && other?.type === 'paragraph' && other.kind === 'glossary')
      this.blocks.splice(from - 1, 2, { ...other, text: `${other.text}\n${first.text}` });
  }

  private code({ children }: Element): void {
    this.flush();
    const text = normalise(textIn(children)).replace(/^\n+/, '').trimEnd();
    if (text !== '') this.blocks.push({ type: 'paragraph', kind: 'code', text });
  }
}

function elementBefore({ prev }: Element): Element | undefined {
  let before = prev;
  while (before && !isElement(before)) before = before.prev;
  return before ?? undefined;
}

/** An item with the items of the list inside it; undefined where it holds more than a paragraph. */
function itemOf(element: Element): Item[] | undefined {
  const mark = numberOf(element) ?? '•';
  const children = element.children.filter((child) => !isNumber(child));
  const inner = elementsIn(children).filter(({ name }) => /^[uo]l$/.test(name));
  const own = nodeBlocks(children.filter((child) => !(isElement(child) && inner.includes(child))));
  if (own.some((block) => block.type === 'heading' || block.kind !== undefined || isCaption(block.text)))
    return undefined;
  const text = own.map((block) => block.text).join(' ');
  if (own.length > 1 && text.length > MAX_ITEM) return undefined;
  const below = inner.flatMap((list) => elementsIn(list.children).map((child) => itemOf(child)));
  if (below.some((items) => items === undefined)) return undefined;
  const isLinked = own.length > 0 && own.every((block) => block.type === 'paragraph' && block.linked);
  return [
    ...(text === '' ? [] : [{ mark, text, ...(isLinked ? { linked: true as const } : {}) }]),
    ...below.flatMap((items) => items ?? []),
  ];
}

const isReferenceList = (element: Element): boolean =>
  element.attribs.role === 'doc-bibliography' ||
  classesOf(element).some((word) => /^(?:references|reflist|bibliography|csl-bib-body|footnotes)$/.test(word));

/** What is set in bold inside a sentence, and is no sentence itself. */
const isTerm = (text: string): boolean =>
  /^\p{L}/u.test(text) && text.length <= 60 && text.split(' ').length <= 6 && !/[.!?:;]$/.test(text);

function isExercise(element: Element): boolean {
  const type = element.attribs['data-type'] ?? '';
  return (
    /^(?:exercise|injected-exercise)$/.test(type) ||
    classesOf(element).some((word) => /^(?:exercise|problem-set|quiz)$/.test(word))
  );
}

function isCaptionElement({ name, attribs }: Element): boolean {
  return name === 'figcaption' || (/^(?:p|div|span|small|cite)$/.test(name) && CAPTION_CLASS.test(attribs.class ?? ''));
}
