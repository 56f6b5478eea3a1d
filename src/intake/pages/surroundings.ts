import type { Omission } from '../blocks/types.ts';
import { isProse, linkShare, plainLetters } from './prose.ts';
import { takeOut } from './take-out.ts';
import { ancestors, classesOf, descendants, type Element, elementsIn, isElement, type Node, textIn } from './tree.ts';

/** Letters outside links that make an element a piece of text. */
const TEXT = 40;
/** The share of an element's letters from which it is a menu. */
const MENU = 0.8;
const COMMENTS = /^(?:comments?-?(?:area|list|section|block|wrapper|container)?|commentlist|disqus_thread|respond)$/i;
const LEAF = /^(?:p|li|dd|dt|td|th|pre|blockquote|div|summary|figcaption)$/;

/** Takes the menus and feet outside the smallest part that holds all text and all headings out of a page without an article. */
export function takeSurroundings(roots: Node[]): Omission[] {
  const main = partWithText(roots);
  if (main === undefined) return [];
  const above = new Set<Node>(ancestors(main));
  const outside = (nodes: readonly Node[]): Node[] =>
    nodes.flatMap((node) => {
      if (!isElement(node) || node === main) return [];
      return above.has(node) ? outside(node.children) : isSurrounding(node) ? [node] : outside(node.children);
    });
  return takeOut(outside(roots), roots);
}

const isSurrounding = (element: Element): boolean => element.name === 'footer' || linkShare(element) > MENU;

/** Takes out the parts that hold readers' comments, where other prose stands on the page: a short article has fewer words. */
export function takeComments(roots: Node[]): Omission[] {
  const named = [...descendants(roots)].filter((element) =>
    [element.attribs.id ?? '', ...classesOf(element)].some((name) => COMMENTS.test(name)),
  );
  const inside = new Set(named.flatMap((element) => [element, ...descendants(element.children)]));
  const hasOther = [...descendants(roots)].some((element) => !inside.has(element) && isProse(element));
  return hasOther
    ? takeOut(
        named.filter(({ parent }) => !(parent && inside.has(parent as Element))),
        roots,
      )
    : [];
}

/** The smallest element around all pieces of text and all headings. */
function partWithText(roots: readonly Node[]): Element | undefined {
  const parts = [...descendants(roots)].filter(isText);
  let common: Element[] | undefined;
  for (const part of parts) {
    const path = [...ancestors(part)].reverse();
    const held: Element[] = common ?? path;
    const end = held.findIndex((element, i) => element !== path[i]);
    common = end === -1 ? held : held.slice(0, end);
  }
  return common?.at(-1);
}

function isText(element: Element): boolean {
  if (/^h[1-6]$/.test(element.name)) return textIn(element.children).trim() !== '';
  return (
    LEAF.test(element.name) && elementsIn(element.children).every(isInline) && plainLetters(element.children) >= TEXT
  );
}

const isInline = ({ name, children }: Element): boolean =>
  !/^h[1-6]$/.test(name) && !LEAF.test(name) && elementsIn(children).every(isInline);

/** The elements from the root down to a node. */
