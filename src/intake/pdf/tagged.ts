import { lettersOf } from '../blocks/account.ts';
import { addList, type Item } from '../blocks/lists.ts';
import { endsOrLeads } from '../blocks/sentences.ts';
import type { Block, Omission, PageStart } from '../blocks/types.ts';
import { joinTwo, type Words, wordsOf } from '../print/join.ts';
import { NOTES_TITLE } from '../words/english.ts';
import { noteBlocks } from './blocks.ts';
import { codeLines, indented } from './code.ts';
import { inReadingOrder } from './columns.ts';
import type { TextItem } from './items.ts';
import { linesOfItems, type PdfLine } from './lines.ts';
import type { Part } from './structure.ts';

/** Share of the letters that a structure tree must cover to be taken at its word. */
const COVERED = 0.95;
/** Share of the letters that may be marked as no part of the text: running heads, page numbers. */
const ARTIFACTS = 0.15;
/** Share of the letters that headings may have. */
const HEADINGS = 0.4;
/** Share of the paragraphs that may break off within a sentence; more of them are lines. */
const BROKEN = 0.2;
/** The mark of text that the file says is no part of the work. */
export const ARTIFACT = 'artifact';

const MARK = /^([•◦▪‣●○–—-]|\d{1,2}[.)]|\([a-z\d]{1,2}\))\s+(?=\S)/;

/** A page with the marks of its text, and the parts that its structure tree makes of them. */
export interface TaggedPage {
  readonly page: number;
  readonly items: readonly TextItem[];
  readonly parts: readonly Part[];
}

interface Piece {
  readonly part: Part;
  readonly page: number;
  readonly lines: readonly PdfLine[];
  readonly label: readonly PdfLine[];
  readonly cells: readonly (readonly PdfLine[])[];
}

export interface Tagged {
  readonly blocks: readonly Block[];
  readonly omitted: readonly Omission[];
  /** Text in the blocks that is not the file's. */
  readonly added: readonly { readonly text: string }[];
}

/**
 * The blocks of a document by its structure tree; undefined where the tree is not sound: it leaves text out, has no
 * headings, or breaks paragraphs into lines.
 */
export function taggedBlocks(pages: readonly TaggedPage[]): Tagged | undefined {
  const pieces = pages.flatMap(piecesOf);
  const artifacts = pages.flatMap(({ items }) => items.filter(({ mark }) => mark === ARTIFACT));
  const rest = pages.flatMap(({ items, parts, page }) => linesOf(restOf(items, parts), page));
  if (!isSound(pieces, artifacts, rest)) return undefined;
  const left = rest.map(
    (line): Piece => ({ part: { type: 'paragraph', ids: [] }, page: line.page, lines: [line], label: [], cells: [] }),
  );
  const words = wordsOf(pieces.flatMap(linesIn).map(({ text }) => text));
  const all = [...pieces, ...left].sort((a, b) => a.page - b.page);
  const code = codeLines(all.flatMap(linesIn));
  const isContents = ({ part }: Piece) => part.type === 'contents';
  const isNote = ({ part, lines }: Piece) => part.type === 'note' && lines.length > 0;
  return {
    blocks: new Builder(words, code).build(all.filter((piece) => !isContents(piece))),
    added: all.some(isNote) ? [{ text: NOTES_TITLE }] : [],
    omitted: [
      ...artifacts.map(({ text }): Omission => ({ reason: 'runningHeads', text })),
      ...all.filter(isContents).map((piece): Omission => ({ reason: 'contents', text: textOf(piece.lines, words) })),
      ...all
        .flatMap(linesIn)
        .flatMap(({ signs }): Omission[] => (signs ? [{ reason: 'references', text: signs }] : [])),
    ],
  };
}

function piecesOf({ page, items, parts }: TaggedPage): Piece[] {
  const byMark = groupByMark(items);
  const find = (ids: readonly string[] = []) =>
    linesOf(
      ids.flatMap((id) => byMark.get(id) ?? []),
      page,
    );
  return parts.map((part) => ({
    part,
    page,
    lines: find(part.ids),
    label: find(part.label),
    cells: (part.cells ?? []).map(find),
  }));
}

function groupByMark(items: readonly TextItem[]): Map<string | undefined, TextItem[]> {
  const groups = new Map<string | undefined, TextItem[]>();
  for (const item of items) {
    const group = groups.get(item.mark);
    if (group) group.push(item);
    else groups.set(item.mark, [item]);
  }
  return groups;
}

const linesOf = (items: readonly TextItem[], page: number): PdfLine[] => inReadingOrder(linesOfItems(items, page));

function restOf(items: readonly TextItem[], parts: readonly Part[]): TextItem[] {
  const known = new Set(parts.flatMap(({ ids, label = [], cells = [] }) => [...ids, ...label, ...cells.flat()]));
  return items.filter(({ mark }) => mark !== ARTIFACT && (mark === undefined || !known.has(mark)));
}

const linesIn = ({ lines, label, cells }: Piece): PdfLine[] => [...label, ...lines, ...cells.flat()];

function isSound(pieces: readonly Piece[], artifacts: readonly TextItem[], rest: readonly PdfLine[]): boolean {
  const ofType = (type: Part['type']) => pieces.filter(({ part }) => part.type === type);
  const covered = lettersOf(pieces.flatMap(linesIn));
  const headings = lettersOf(ofType('heading').flatMap(linesIn));
  if (covered === 0 || headings === 0 || headings > covered * HEADINGS) return false;
  if (lettersOf(rest) > covered * (1 - COVERED) || lettersOf(artifacts) > covered * ARTIFACTS) return false;
  const paragraphs = ofType('paragraph').filter(({ lines }) => lines.length > 0);
  const broken = paragraphs.filter(({ lines, page }, i) => {
    const next = paragraphs[i + 1];
    return next?.page === page && !endsOrLeads(lines.at(-1)?.text ?? '') && /^\p{Ll}/u.test(next.lines[0]?.text ?? '');
  });
  return broken.length <= paragraphs.length * BROKEN;
}

const textOf = (lines: readonly PdfLine[], words: Words): string =>
  lines.reduce((text, line) => (text === '' ? line.text : joinTwo(text, line.text, words)), '');

/** Pieces to blocks: items to lists, rows to tables, notes to the end. */
class Builder {
  private readonly blocks: Block[] = [];
  private readonly words: Words;
  /** The lines of programs, also of those that no element says to be one. */
  private readonly code: ReadonlySet<PdfLine>;
  private program: PdfLine[] = [];
  private items: Item[] = [];
  private rows: { text: string; page: number }[] = [];
  /** The page that the last block, a paragraph, ends on. */
  private open: number | undefined;

  constructor(words: Words, code: ReadonlySet<PdfLine>) {
    this.words = words;
    this.code = code;
  }

  build(pieces: readonly Piece[]): Block[] {
    for (const piece of pieces) if (piece.part.type !== 'note') this.add(piece);
    this.closeList();
    this.closeTable();
    this.closeProgram();
    const notes = pieces.filter(({ part, lines }) => part.type === 'note' && lines.length > 0);
    const asPieces = notes.map(({ page, lines }) => ({
      ...{ text: textOf(lines, this.words), size: 0, lines: lines.length, mark: undefined },
      pages: [{ at: 0, page }],
    }));
    return [...this.blocks, ...noteBlocks(asPieces)];
  }

  private add(piece: Piece): void {
    const { part, page, lines, label, cells } = piece;
    const text = textOf(lines, this.words);
    if (part.type !== 'item') this.closeList();
    if (part.type !== 'row') this.closeTable();
    if (this.isProgram(piece)) {
      this.open = undefined;
      if (page !== this.program[0]?.page) this.closeProgram();
      this.program.push(...lines);
      return;
    }
    this.closeProgram();
    const pages: PageStart[] = [{ at: 0, page }];
    const { open } = this;
    if (part.type !== 'paragraph') this.open = undefined;
    if (part.type === 'row') {
      const row = [text, ...cells.map((cell) => textOf(cell, this.words))].filter((cell, i) => i > 0 || cell !== '');
      if (row.some((cell) => cell !== '')) this.rows.push({ text: row.join(' | '), page });
    } else if (part.type === 'item') this.addItem(textOf(label, this.words), text, pages);
    else if (text === '') return;
    else if (part.type === 'heading') this.blocks.push({ type: 'heading', text, level: part.level ?? 1 });
    else if (part.type === 'caption') this.blocks.push({ type: 'paragraph', role: 'caption', text, pages });
    else this.addParagraph(text, page, open);
  }

  private addItem(label: string, text: string, pages: readonly PageStart[]): void {
    const [whole = '', mark = '•'] = label === '' ? (MARK.exec(text) ?? []) : ['', label];
    if (text !== '') this.items.push({ mark, text: text.slice(whole.length), pages });
    else if (/[\p{L}\p{N}]/u.test(label)) this.items.push({ mark: '•', text: label, pages });
  }

  /** A paragraph goes on from the page before where that ended within a sentence. */
  private addParagraph(text: string, page: number, open: number | undefined): void {
    const last = this.blocks.at(-1);
    this.open = page;
    if (last?.type === 'paragraph' && open !== undefined && open === page - 1 && !endsOrLeads(last.text)) {
      const joined = joinTwo(last.text, text, this.words);
      const pages = [...(last.pages ?? []), { at: joined.length - text.length, page }];
      this.blocks[this.blocks.length - 1] = { ...last, text: joined, pages };
    } else this.blocks.push({ type: 'paragraph', text, pages: [{ at: 0, page }] });
  }

  private closeList(): void {
    addList(this.blocks, this.items);
    this.items = [];
  }

  private isProgram({ part, lines }: Piece): boolean {
    return (
      part.type === 'code' ||
      (part.type === 'paragraph' && lines.length > 0 && lines.every((line) => this.code.has(line)))
    );
  }

  /** Some programs write each line of one as a paragraph. */
  private closeProgram(): void {
    const [first] = this.program;
    if (!first) return;
    const text = this.program.map((line) => indented(line, first)).join('\n');
    this.blocks.push({ type: 'paragraph', kind: 'code', text, pages: [{ at: 0, page: first.page }] });
    this.program = [];
  }

  private closeTable(): void {
    const [first] = this.rows;
    if (!first) return;
    const text = this.rows.map((row) => row.text).join('\n');
    this.blocks.push({ type: 'paragraph', kind: 'table', text, pages: [{ at: 0, page: first.page }] });
    this.rows = [];
  }
}
