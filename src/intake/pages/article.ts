import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { countLetters } from '../blocks/letters.ts';
import { oneLine } from '../blocks/normalise.ts';
import type { Omission } from '../blocks/types.ts';
import { TAIL_HEADING } from '../words/english.ts';
import { isNumber } from './numbers.ts';
import { isProse, linkShare, plainLetters, proseGroups } from './prose.ts';
import { takeComments, takeSurroundings } from './surroundings.ts';
import { takeOut } from './take-out.ts';
import {
  ancestors,
  classesOf,
  descendants,
  type Element,
  elementsIn,
  htmlOf,
  isElement,
  type Node,
  parseTree,
  textIn,
  textOf,
} from './tree.ts';

/** The attribute by which an element of the tree is found again in what the page reader makes of it. */
const TAG = 'data-n';
/** Letters of prose below which an article is not taken as found. */
const FEW = 250;
/** So many times as much prose elsewhere on the page, in one place, says that the wrong part was taken. */
const FAR_MORE = 2;
/** The share of the kept letters, without those of links, that must stand in the part that the page marks as its main one. */
const NEARLY_ALL = 0.8;

export interface Found {
  readonly omitted: readonly Omission[];
  readonly byline: string | undefined;
}

/**
 * Finds a page's article and takes all else out of the tree. The page reader only votes on elements: what is kept is the
 * page's own, with its structure. Parts of the article that it dropped for their names alone come back.
 */
export function selectArticle(roots: Node[]): Found {
  const comments = takeComments(roots);
  const elements = [...descendants(roots)];
  for (const [i, element] of elements.entries()) element.attribs[TAG] = `${i}`;
  const { tags, texts, byline } = vote(wholePage(roots));
  for (const element of elements) delete element.attribs[TAG];
  const isVoted = (element: Element, i: number) =>
    tags.has(`${i}`) || (element.name === 'div' && texts.has(oneLine(textIn(element.children))));
  const selection = new Selection(new Set(elements.filter(isVoted)));
  const omitted = isArticle(selection, roots) ? selection.apply(roots) : takeSurroundings(roots);
  return { omitted: [...comments, ...omitted, ...keepMain(roots)], byline };
}

/** As HTML with a body: pages may leave its tags out, and the page reader takes it for granted. */
function wholePage(roots: readonly Node[]): string {
  if ([...descendants(roots)].some(({ name }) => name === 'body')) return htmlOf(roots);
  const inside = roots.flatMap((node) => (isElement(node) && node.name === 'html' ? node.children : [node]));
  return `<html><body>${htmlOf(inside)}</body></html>`;
}

interface Vote {
  readonly tags: ReadonlySet<string>;
  /** Of paragraphs that the page reader made of a `<div>`, and that lost their tag. */
  readonly texts: ReadonlySet<string>;
  readonly byline: string | undefined;
}

function vote(html: string): Vote {
  const { document } = parseHTML(html);
  const article = new Readability(document, { keepClasses: true }).parse();
  const elements = [...descendants(parseTree(article?.content ?? ''))];
  const tags = new Set(elements.flatMap(({ attribs }) => attribs[TAG] ?? []));
  const untagged = elements.filter(({ name, attribs }) => name === 'p' && attribs[TAG] === undefined);
  const texts = new Set(untagged.map(({ children }) => oneLine(textIn(children))).filter((text) => text !== ''));
  return { tags, texts, byline: article?.byline ?? undefined };
}

/** Where a page marks its main part and nearly all that is kept stands in it, the rest is none of the article. */
function keepMain(roots: Node[]): Omission[] {
  const mains = [...descendants(roots)].filter(({ name, attribs }) => name === 'main' || attribs.role === 'main');
  const [main] = mains;
  if (!main || mains.length > 1) return [];
  if (plainLetters(main.children) < plainLetters(roots) * NEARLY_ALL) return [];
  const above = new Set<Node>(ancestors(main));
  const outside = (nodes: readonly Node[]): Node[] =>
    nodes.flatMap((node) =>
      node === main ? [] : above.has(node) && isElement(node) ? outside(node.children) : [node],
    );
  return takeOut(outside(roots), roots);
}

/** Whether what was found reads like an article, and no other place of the page holds far more of one. */
function isArticle(selection: Selection, roots: readonly Node[]): boolean {
  const kept = selection.proseLetters(roots);
  const groups = proseGroups(roots).filter(({ paragraphs }) =>
    paragraphs.some((paragraph) => !selection.keeps(paragraph)),
  );
  const elsewhere = Math.max(
    0,
    ...groups.filter(({ paragraphs }) => paragraphs.length >= 3).map(({ letters }) => letters),
  );
  if (kept >= FEW) return elsewhere < kept * FAR_MORE;
  const all = groups.reduce((sum, { letters }) => sum + letters, kept);
  return kept > 0 && all < kept * FAR_MORE;
}

class Selection {
  private readonly voted: ReadonlySet<Element>;
  /** Elements with anything that was voted for below them. */
  private readonly above = new Set<Node>();

  constructor(voted: ReadonlySet<Element>) {
    this.voted = voted;
    for (const element of voted)
      for (let node = element.parent; node && !this.above.has(node as Node); node = node.parent)
        this.above.add(node as Node);
  }

  /** Voted for; or the only thing in an element that was, which the page reader puts in its place. */
  keeps(element: Element): boolean {
    if (this.voted.has(element) || isNumber(element)) return true;
    const { parent } = element;
    return parent !== null && isElement(parent as Node) && isOnly(element) && this.keeps(parent as Element);
  }

  proseLetters(nodes: readonly Node[]): number {
    return elementsIn(nodes).reduce((sum, element) => {
      if (isProse(element)) return sum + (this.keeps(element) ? countLetters(textIn(element.children)) : 0);
      return sum + this.proseLetters(element.children);
    }, 0);
  }

  /** Takes what is not kept out of the tree; returns what it said. */
  apply(roots: Node[]): Omission[] {
    return takeOut(this.notKept(roots, false), roots);
  }

  private notKept(nodes: readonly Node[], isInside: boolean): Node[] {
    return nodes.flatMap((node) => {
      if (!isElement(node)) return isInside || textOf(node) === undefined ? [] : [node];
      if (this.keeps(node)) return this.notKept(node.children, true);
      if (this.above.has(node)) return this.notKept(node.children, false);
      return this.isPart(node) ? [] : [node];
    });
  }

  /** A section like its neighbours that were kept, or a list or table between paragraphs that were. */
  private isPart(element: Element): boolean {
    const { parent } = element;
    if (!parent || linkShare(element) > 0.35) return false;
    const siblings = elementsIn(parent.children as Node[]);
    const at = siblings.indexOf(element);
    if (isSection(element))
      return siblings.some((other) => other !== element && this.isKeptSectionLike(other, element));
    if (!/^(?:ul|ol|dl|table|pre|blockquote)$/.test(element.name)) return false;
    const [before, after] = [siblings[at - 1], siblings[at + 1]];
    return before !== undefined && this.voted.has(before) && (after === undefined || this.voted.has(after));
  }

  private isKeptSectionLike(other: Element, element: Element): boolean {
    if (!(this.voted.has(other) || this.above.has(other)) || !isSection(other)) return false;
    if (other.name !== element.name || headingOf(other)?.name !== headingOf(element)?.name) return false;
    return other.name === 'section' || classesOf(other).join(' ') === classesOf(element).join(' ');
  }
}

function isOnly(element: Element): boolean {
  const siblings = (element.parent?.children ?? []) as Node[];
  return siblings.every((child) => child === element || textIn([child]).trim() === '');
}

/** A section of a text: begins with a heading that is none of the page's own, and holds text of its own. */
function isSection(element: Element): boolean {
  const heading = headingOf(element);
  if (!heading || !/^(?:section|div|article)$/.test(element.name)) return false;
  const title = textIn(heading.children).replace(/\s+/g, ' ').trim();
  if (title === '' || TAIL_HEADING.test(title)) return false;
  return countLetters(textIn(element.children)) - countLetters(title) >= 60;
}

/** The heading that an element begins with. */
function headingOf({ children }: Element): Element | undefined {
  const [first] = elementsIn(children);
  if (!first) return undefined;
  if (/^h[1-6]$/.test(first.name)) return first;
  return /^(?:header|hgroup|div)$/.test(first.name) ? headingOf(first) : undefined;
}
