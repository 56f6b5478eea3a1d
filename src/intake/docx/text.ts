import { isElement, type Node, textIn } from '../pages/tree.ts';

/** What runs, deleted text and formulas say. */
const SAID = /^(?:w:t|w:delText|m:t)$/;
const SPACE = /^(?:w:tab|w:ptab)$/;
const BREAK = /^(?:w:br|w:cr)$/;

/** The text of a part of a Word document, a line for each paragraph. */
export function wordText(nodes: readonly Node[]): string {
  let text = '';
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const { name, children } = node;
    if (SAID.test(name)) text += textIn(children);
    else if (SPACE.test(name)) text += ' ';
    else if (BREAK.test(name)) text += '\n';
    else if (name === 'w:p') text += `\n${wordText(children)}\n`;
    else text += wordText(children);
  }
  return text;
}
