import { type Element, elementsIn, isElement, type Node, textOf } from './tree.ts';

/** Elements that a page shows as things of their own, though they stand in a line: "Sign in", "Prices". */
const CONTROL = /^(?:a|button|label|option)$/;
const FLEX = /(?:^|[;\s])display\s*:\s*(?:inline-)?(?:flex|grid)\b/i;
/** Letters of scripts that set no spaces between words part nothing. */
const ENDS = /(?!\p{Lo})[\p{L}\p{N}]$/u;
const BEGINS = /^(?!\p{Lo})[\p{L}\p{N}]/u;

/** Whether the page parts an element from the one right before it, where the text has no white space. */
export function isLaidApart(element: Element): boolean {
  const { prev, parent } = element;
  if (!prev || !isElement(prev)) return false;
  const isFlex = parent !== null && isElement(parent as Node) && FLEX.test((parent as Element).attribs.style ?? '');
  return isFlex || (isControl(element) && isControl(prev));
}

/** A link or button, or what holds nothing else. */
function isControl(element: Element): boolean {
  if (CONTROL.test(element.name)) return true;
  const [child, ...others] = elementsIn(element.children);
  const isOnly = child !== undefined && others.length === 0;
  return isOnly && element.children.every((node) => (textOf(node) ?? '').trim() === '') && isControl(child);
}

/** Whether two texts would become one word. */
export const wouldJoin = (before: string, after: string): boolean => ENDS.test(before) && BEGINS.test(after);
