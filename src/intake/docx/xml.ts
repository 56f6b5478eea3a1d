import { DomUtils, parseDocument } from 'htmlparser2';
import type { Element, Node } from '../pages/tree.ts';
import { elementsIn, remove } from '../pages/tree.ts';

/** A part of a Word document as a tree. Its depth must have been checked. */
export const parseXml = (xml: string): Node[] => parseDocument(xml, { xmlMode: true }).children;

export const xmlOf = (roots: readonly Node[]): string => DomUtils.getOuterHTML([...roots], { xmlMode: true });

export const childOf = (element: Element, name: string): Element | undefined =>
  elementsIn(element.children).find((one) => one.name === name);

/** The value of a property such as `<w:numId w:val="2"/>`. */
export const propertyOf = (element: Element | undefined, name: string): string | undefined =>
  element && childOf(element, name)?.attribs['w:val'];

/** Whether a switch such as `<w:vanish/>` is on. */
export function isOn(element: Element | undefined, name: string): boolean {
  const found = element && childOf(element, name);
  return found !== undefined && !/^(?:0|false|off|none)$/.test(found.attribs['w:val'] ?? '');
}

/** Puts elements in the place of another. */
export function replaceWith(element: Element, xml: string): void {
  insertAfter(element, xml);
  remove(element, []);
}

export function insertAfter(element: Element, xml: string): void {
  const siblings = element.parent?.children as Node[] | undefined;
  if (!siblings) return;
  const added = parseXml(xml);
  for (const node of added) node.parent = element.parent;
  siblings.splice(siblings.indexOf(element) + 1, 0, ...added);
}

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char);

/** A run of text as XML. */
export const runXml = (text: string): string => `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
