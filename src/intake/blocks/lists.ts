import type { Block, PageStart } from './types.ts';

export interface Item {
  /** As it stands before the text: "•", "2." */
  readonly mark: string;
  readonly text: string;
  readonly pages?: readonly PageStart[];
}

/** An item longer than this is read as a paragraph of its own. */
const SHORT = 200;
const TOGETHER = 1_200;

/**
 * Adds a list as a reader counts it: short items belong together, and to the paragraph that leads to them without a full stop;
 * long ones are each a paragraph. The sign of an unnumbered item is of use only between others.
 */
export function addList(blocks: Block[], items: readonly Item[]): void {
  if (items.length === 0) return;
  const total = items.reduce((sum, { text }) => sum + text.length, 0);
  if (total > TOGETHER || items.some(({ text }) => text.length > SHORT)) {
    for (const { mark, text, pages } of items) blocks.push(paragraph(isNumber(mark) ? `${mark} ${text}` : text, pages));
    return;
  }
  const lines = items.map(({ mark, text }) => `${isNumber(mark) ? mark : '•'} ${text}`).join('\n');
  const lead = blocks.at(-1);
  if (lead?.type === 'paragraph' && lead.role === undefined && !/[.!?…]["'”’»)\]]*$/.test(lead.text)) {
    blocks[blocks.length - 1] = { ...lead, text: `${lead.text}\n${lines}` };
  } else blocks.push(paragraph(lines, items[0]?.pages));
}

const isNumber = (mark: string): boolean => /[\p{L}\p{N}]/u.test(mark);

function paragraph(text: string, pages: readonly PageStart[] | undefined): Block {
  return { type: 'paragraph', text, ...(pages === undefined ? {} : { pages }) };
}
