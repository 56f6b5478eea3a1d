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

/** The HTML that parses to this tree. */
export const htmlOf = (roots: readonly Node[]): string => DomUtils.getOuterHTML([...roots]);

/** The words of an element's class attribute. */
export const classesOf = ({ attribs }: Element): string[] => (attribs.class ?? '').split(/\s+/).filter(Boolean);

/** Every element below, parents before their children. */
export function* descendants(nodes: readonly Node[]): Generator<Element> {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    yield node;
    yield* descendants(node.children);
  }
}

/** The elements around a node, from its parent to the root. */
export function* ancestors({ parent }: Node): Generator<Element> {
  for (let at = parent as Node | null; at; at = at.parent as Node | null) if (isElement(at)) yield at;
}

/** Calls `look` for each element; for those below only where it returns true. */
export function visit(nodes: readonly Node[], look: (element: Element) => boolean): void {
  for (const node of [...nodes]) if (isElement(node) && look(node)) visit(node.children, look);
}

/** Takes a node out of its tree; `roots` is the list of those without a parent. */
export function remove(node: Node, roots: Node[]): void {
  const siblings = node.parent ? (node.parent.children as Node[]) : roots;
  const at = siblings.indexOf(node);
  if (at === -1) return;
  DomUtils.removeElement(node);
  if (roots[at] === node) roots.splice(at, 1);
}

/** Turns an element into a `<span>` with this text. */
export function becomeText(element: Element, text: string): void {
  const [node] = parseDocument('x').children;
  if (node?.type !== 'text') return;
  (node as { data: string }).data = text;
  node.parent = element;
  element.name = 'span';
  element.attribs = {};
  element.children = [node];
}
