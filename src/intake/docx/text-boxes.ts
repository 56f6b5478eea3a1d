import { descendants, type Element } from '../pages/tree.ts';
import { childOf, replaceWith, xmlOf } from './xml.ts';

/**
 * Puts text boxes where their reader finds them: in the old drawing language. Word writes each box twice, once in that
 * language for older programs; other programs leave it out.
 */
export function showTextBoxes(elements: readonly Element[]): void {
  for (const element of elements) {
    if (element.name !== 'mc:AlternateContent' && element.name !== 'w:drawing') continue;
    if (element.name === 'w:drawing' && isWithin(element, 'mc:AlternateContent')) continue;
    const fallback = childOf(element, 'mc:Fallback');
    if (fallback && boxesIn(fallback).length > 0) continue;
    const boxes = boxesIn(childOf(element, 'mc:Choice') ?? element);
    const shapes = boxes.map((box) => `<v:shape><v:textbox>${xmlOf([box])}</v:textbox></v:shape>`);
    if (shapes.length > 0) replaceWith(element, `<w:pict>${shapes.join('')}</w:pict>`);
  }
}

const boxesIn = (element: Element): Element[] =>
  [...descendants(element.children)].filter(({ name }) => name === 'w:txbxContent');

function isWithin(element: Element, name: string): boolean {
  for (let node = element.parent; node; node = node.parent) if ('name' in node && node.name === name) return true;
  return false;
}
