import { countLetters } from '../blocks/letters.ts';
import { type Element, elementsIn, type Node, textIn } from './tree.ts';

const BLOCK_INSIDE =
  /^(?:p|div|ul|ol|dl|table|section|article|h[1-6]|pre|blockquote|figure|aside|header|footer|form|main)$/;
/** Letters of a paragraph below which it may be a button, a teaser's title or a caption. */
const PARAGRAPH = 70;

/** A paragraph of running text: an element without blocks inside, long, with a sentence's end and few links. */
export function isProse(element: Element): boolean {
  if (!/^(?:p|div|blockquote|dd|li|td|pre)$/.test(element.name)) return false;
  if (elementsIn(element.children).some(({ name }) => BLOCK_INSIDE.test(name))) return false;
  const text = textIn(element.children).trim();
  return (
    countLetters(text) >= PARAGRAPH &&
    /[.!?…。！？]["'”’»)\]]*(?:\s|$|(?<=[。！？]))/u.test(text) &&
    linkShare(element) < 0.4
  );
}

/** The share of an element's letters that are links, from 0 to 1. */
export function linkShare(element: Element): number {
  const all = countLetters(textIn(element.children));
  return all === 0 ? 0 : linked(element.children) / all;
}

/** Letters that are in no link. */
export const plainLetters = (nodes: readonly Node[]): number => countLetters(textIn(nodes)) - linked(nodes);

function linked(nodes: readonly Node[]): number {
  return elementsIn(nodes).reduce((sum, { name, children }) => {
    return sum + (name === 'a' ? countLetters(textIn(children)) : linked(children));
  }, 0);
}

export interface ProseGroup {
  readonly paragraphs: readonly Element[];
  readonly letters: number;
}

/** Paragraphs of prose that stand side by side in one element: an article's do, those of teasers and comments do not. */
export function proseGroups(nodes: readonly Node[]): ProseGroup[] {
  const elements = elementsIn(nodes);
  const paragraphs = elements.filter(isProse);
  const letters = paragraphs.reduce((sum, { children }) => sum + countLetters(textIn(children)), 0);
  const below = elements
    .filter((element) => !paragraphs.includes(element))
    .flatMap(({ children }) => proseGroups(children));
  return paragraphs.length === 0 ? below : [{ paragraphs, letters }, ...below];
}
