import type { Omission } from '../blocks/types.ts';
import { isLaidApart } from './apart.ts';
import { isElement, type Node, remove, textOf } from './tree.ts';

/** Elements that begin a line. */
const BLOCK =
  /^(?:address|article|aside|blockquote|body|br|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|html|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/;

/** Takes nodes out of their tree that are the page's and not the text's; returns what they said. */
export function takeOut(nodes: readonly Node[], roots: Node[]): Omission[] {
  const omitted = nodes.map((node): Omission => ({ reason: 'navigation', text: linesOf([node]) }));
  for (const node of nodes) remove(node, roots);
  return omitted.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

/** The text of nodes in lines, as a page parts them: blocks, and links that stand side by side. */
export function linesOf(nodes: readonly Node[]): string {
  let text = '';
  for (const node of nodes) {
    if (!isElement(node)) {
      text += textOf(node) ?? '';
      continue;
    }
    const inner = linesOf(node.children);
    const isBlock = BLOCK.test(node.name);
    if (text !== '' && (isBlock || isLaidApart(node)) && !/\s$/.test(text)) text += isBlock ? '\n' : ' ';
    text += isBlock ? `${inner}\n` : inner;
  }
  return text;
}
