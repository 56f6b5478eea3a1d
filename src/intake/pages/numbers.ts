import { parseDocument } from 'htmlparser2';
import type { Omission } from '../blocks/types.ts';
import { descendants, type Element, elementsIn, isElement, type Node, remove, textIn } from './tree.ts';

/** The element that holds the number of an item, which the page's reader sees and its source does not say. */
const NUMBER = 'x-number';

/** Writes the numbers of ordered lists into their items, so that nothing later has to count. */
export function numberItems(roots: readonly Node[]): void {
  for (const list of [...descendants(roots)]) {
    if (list.name !== 'ol') continue;
    let number = Number(list.attribs.start ?? 1) || 1;
    for (const item of elementsIn(list.children)) {
      if (item.name !== 'li') continue;
      number = Number(item.attribs.value) || number;
      prepend(item, `${number++}. `);
    }
  }
}

function prepend(item: Element, text: string): void {
  const [element] = parseDocument(`<${NUMBER}>${text}</${NUMBER}>`).children;
  if (!element) return;
  element.parent = item;
  const [first] = item.children;
  element.next = first ?? null;
  if (first) first.prev = element;
  item.children.unshift(element);
}

export const isNumber = (node: Node): node is Element => isElement(node) && node.name === NUMBER;

/** The number of an item, such as "2."; undefined in a list without numbers. */
export function numberOf({ children }: Element): string | undefined {
  const number = children.find(isNumber);
  return number && textIn(number.children).trim();
}

/** Takes out the numbers of items that hold nothing. */
export function takeIdleNumbers(roots: Node[]): Omission[] {
  return [...descendants(roots)].filter(isNumber).flatMap((number): Omission[] => {
    const others = number.parent ? number.parent.children.filter((child) => child !== number) : [];
    if (/[\p{L}\p{N}]/u.test(textIn(others as Node[]))) return [];
    const text = textIn(number.children);
    remove(number, roots);
    return [{ reason: 'hidden', text }];
  });
}
