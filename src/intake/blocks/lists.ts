import { endsSentence } from './sentences.ts';
import type { Block, PageStart, Paragraph } from './types.ts';

export interface Item {
  /** As it stands before the text: "•", "2." */
  readonly mark: string;
  readonly text: string;
  readonly pages?: readonly PageStart[];
  readonly linked?: true;
}

/** An item longer than this is read as a paragraph of its own. */
const SHORT = 200;
const TOGETHER = 1_200;

/**
 * Adds a list as a reader counts it: short items belong together, and to the paragraph that leads to them without a full stop;
 * long ones are each a paragraph. The sign of an unnumbered item is of use only between others.
 */
export function addList(blocks: Block[], items: readonly Item[], areReferences = false): void {
  if (items.length === 0) return;
  if (!areReferences && areClauses(items)) {
    addClauses(blocks, items);
    return;
  }
  const total = items.reduce((sum, { text }) => sum + text.length, 0);
  const kind = areReferences ? 'reference' : 'list';
  if (total > TOGETHER || items.some(({ text }) => text.length > SHORT)) {
    for (const item of items)
      blocks.push(paragraph(isNumber(item.mark) ? `${item.mark} ${item.text}` : item.text, [item], kind));
    return;
  }
  const lines = linesOf(items);
  const lead = blocks.at(-1);
  if (lead?.type === 'paragraph' && leadsTo(lead)) {
    blocks[blocks.length - 1] = { ...lead, text: `${lead.text}\n${lines}` };
  } else blocks.push(paragraph(lines, items, kind));
}

/** "4.2", as the clauses of a contract are numbered, each to be cited by itself. */
const isClause = ({ mark }: Item): boolean => /^\d{1,3}(?:\.\d{1,3})+\.?$/.test(mark);

/** An outline is numbered so too, but its items are no sentences. */
function areClauses(items: readonly Item[]): boolean {
  const clauses = items.filter(isClause);
  return clauses.length > 0 && clauses.every(({ text }) => /[.;:。]$/.test(text));
}

/** Each clause is a paragraph, with what is listed below it. */
function addClauses(blocks: Block[], items: readonly Item[]): void {
  for (let from = 0; from < items.length; ) {
    const next = items.findIndex((item, i) => i > from && isClause(item));
    const to = next < 0 ? items.length : next;
    const clause = items.slice(from, to);
    blocks.push(paragraph(linesOf(clause), clause, 'list'));
    from = to;
  }
}

const leadsTo = ({ text, role, kind }: Paragraph): boolean =>
  role === undefined && kind === undefined && /\p{L}\p{M}*\p{L}/u.test(text) && !endsSentence(text);

const linesOf = (items: readonly Item[]): string =>
  items.map(({ mark, text }) => `${isNumber(mark) ? mark : '•'} ${text}`).join('\n');

const isNumber = (mark: string): boolean => /[\p{L}\p{N}]/u.test(mark);

function paragraph(text: string, items: readonly Item[], kind: 'list' | 'reference'): Block {
  const pages = items[0]?.pages;
  const isLinked = items.every(({ linked }) => linked);
  return {
    type: 'paragraph',
    text,
    kind,
    ...(pages === undefined ? {} : { pages }),
    ...(isLinked ? { linked: true as const } : {}),
  };
}
