/** An element of a PDF's structure tree, or the content of one: text between two marks on the page. */
export interface StructureNode {
  readonly role?: string;
  readonly id?: string;
  readonly children?: readonly StructureNode[];
}

/** A piece of a page as its structure tree tells it; `ids` are the marks that its text stands between. */
export interface Part {
  readonly type: 'heading' | 'paragraph' | 'item' | 'row' | 'caption' | 'code' | 'note' | 'contents';
  readonly ids: readonly string[];
  /** Of a heading, 1 for the highest. */
  readonly level?: number;
  /** What stands before an item: its number, a bullet. */
  readonly label?: readonly string[];
  /** Of a row. */
  readonly cells?: readonly (readonly string[])[];
}

const TYPES: Readonly<Record<string, Part['type']>> = {
  P: 'paragraph',
  BlockQuote: 'paragraph',
  Caption: 'caption',
  Code: 'code',
  Note: 'note',
  FENote: 'note',
  TOCI: 'contents',
};

/** Elements whose paragraphs are not told apart. */
const WHOLE = new Set(['Caption', 'Code', 'FENote', 'Note', 'TOCI']);

/** Elements that are no part of the text of the one around them. Code may be: within a line. */
const BLOCKS = new Set([
  ...Object.keys(TYPES).filter((role) => role !== 'Code'),
  'L',
  'Table',
  'TOC',
  'H',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'Title',
]);

/** The parts of a page in the order in which they are read (PDF 32000-1, 14.8: standard structure types). */
export function partsOf(root: StructureNode): Part[] {
  const parts: Part[] = [];
  walk(root, parts);
  return parts.filter(({ ids, label, cells }) => ids.length > 0 || label !== undefined || cells !== undefined);
}

function walk(node: StructureNode, parts: Part[]): void {
  const { role = '', children = [] } = node;
  const level = levelOf(role);
  const type = TYPES[role];
  if (level !== undefined) parts.push({ type: 'heading', level, ids: textIds(children) });
  else if (type !== undefined) parts.push({ type, ids: WHOLE.has(role) ? allIds(children) : textIds(children) });
  else if (role === 'LI') walkItem(children, parts);
  else if (role === 'TR') parts.push(rowOf(children));
  else walkGroup(children, parts);
  if (level === undefined && (type === undefined || WHOLE.has(role))) return;
  for (const child of nestedBlocks(children)) walk(child, parts);
}

/** A group holds elements; text that stands in it without one is a paragraph. */
function walkGroup(children: readonly StructureNode[], parts: Part[]): void {
  let ids: string[] = [];
  const close = () => {
    if (ids.length > 0) parts.push({ type: 'paragraph', ids });
    ids = [];
  };
  for (const child of children) {
    if (child.id !== undefined) ids.push(child.id);
    else if (isInline(child)) ids.push(...textIds(child.children ?? []));
    else {
      close();
      walk(child, parts);
    }
  }
  close();
}

/** An item's text may stand in paragraphs of its own: the first is the item, the others follow it. */
function walkItem(children: readonly StructureNode[], parts: Part[]): void {
  const isLabel = ({ role }: StructureNode) => role === 'Lbl';
  const label = textIds(children.filter(isLabel));
  const body = children.filter((child) => !isLabel(child));
  const [first, ...others] = nestedBlocks(body);
  const isItem = first?.role === 'P';
  parts.push({ type: 'item', label, ids: [...textIds(body), ...(isItem ? textIds(first.children ?? []) : [])] });
  if (first) for (const child of isItem ? nestedBlocks(first.children ?? []) : [first]) walk(child, parts);
  for (const other of others) walk(other, parts);
}

function rowOf(children: readonly StructureNode[]): Part {
  const cells = children.flatMap((child) => (child.id === undefined ? [allIds([child])] : []));
  return { type: 'row', cells, ids: children.flatMap(({ id }) => id ?? []) };
}

function levelOf(role: string): number | undefined {
  if (role === 'Title') return 1;
  const [, digit] = /^H([1-6])?$/.exec(role) ?? [''];
  return /^H[1-6]?$/.test(role) ? Number(digit ?? 1) : undefined;
}

const isInline = (node: StructureNode): boolean =>
  /^(?:Span|Link|Quote|Reference|Em|Strong|Sub|Annot|Ruby|Warichu|Formula|BibEntry|Lbl|InlineShape)$/.test(
    node.role ?? '',
  ) && nestedBlocks(node.children ?? []).length === 0;

/** The marks of an element's own text: not of the blocks that stand in it. */
const textIds = (children: readonly StructureNode[]): string[] =>
  children.flatMap(({ id, role = '', children: inner = [] }) => {
    if (id !== undefined) return [id];
    return BLOCKS.has(role) ? [] : textIds(inner);
  });

const allIds = (children: readonly StructureNode[]): string[] =>
  children.flatMap(({ id, children: inner = [] }) => (id === undefined ? allIds(inner) : [id]));

const nestedBlocks = (children: readonly StructureNode[]): StructureNode[] =>
  children.flatMap((child) => (BLOCKS.has(child.role ?? '') ? [child] : nestedBlocks(child.children ?? [])));
