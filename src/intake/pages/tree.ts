import { DomUtils, parseDocument } from 'htmlparser2';

export type Node = ReturnType<typeof parseDocument>['children'][number];
export type Element = Extract<Node, { attribs: object }>;

/** The tree's roots. Its depth must have been checked: what walks it does so by recursion. */
export const parseTree = (html: string): Node[] => parseDocument(html).children;

export const isElement = (node: Node): node is Element => 'attribs' in node;

/** The text of a text node; undefined for any other. */
export const textOf = (node: Node): string | undefined =>
  node.type === 'text' ? (node as { data: string }).data : undefined;

export const elementsIn = (nodes: readonly Node[]): Element[] => nodes.filter(isElement);

export const textIn = (nodes: readonly Node[]): string => DomUtils.textContent([...nodes]);

/** Takes elements of these names out of a tree. */
export function removeElements(roots: Node[], names: RegExp): void {
  for (const element of DomUtils.findAll(({ name }) => names.test(name), roots)) DomUtils.removeElement(element);
}
