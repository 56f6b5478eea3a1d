import { parseDocument } from 'htmlparser2';
import type { Omission } from '../blocks/types.ts';
import { descendants, type Element, elementsIn, isElement, type Node, remove, textIn, textOf } from './tree.ts';

/** The element that holds the number of an item, which the page's reader sees and its source does not say. */
const NUMBER = 'x-number';

/** Private signs between which a number stands that a document wrote out itself. */
const MARK = /\ue000([^\ue000\ue001]{0,30})\ue001/;

export const writeMark = (number: string): string => `\ue000${number}\ue001`;

/** Writes the numbers of ordered lists into their items, so that nothing later has to count. */
export function numberItems(roots: readonly Node[]): void {
  for (const list of [...descendants(roots)]) {
    if (list.name !== 'ol') continue;
    let number = Number(list.attribs.start ?? 1) || 1;
    for (const item of elementsIn(list.children)) {
      if (item.name !== 'li') continue;
      number = Number(item.attribs.value) || number;
      const written = takeMark(item.children);
      prepend(item, written === undefined ? `${number}. ` : `${written} `);
      number++;
    }
  }
}

/** Takes the mark off the first text of an item. */
function takeMark(nodes: readonly Node[]): string | undefined {
  for (const node of nodes) {
    if (isElement(node)) return /^[uo]l$/.test(node.name) ? undefined : takeMark(node.children);
    const text = textOf(node) ?? '';
    const mark = MARK.exec(text)?.[1];
    if (mark !== undefined) (node as unknown as { data: string }).data = text.replace(MARK, '');
    if (text.trim() !== '') return mark;
  }
  return undefined;
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
