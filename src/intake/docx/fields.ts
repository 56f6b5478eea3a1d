import { type Element, textIn } from '../pages/tree.ts';

/** A field that lists headings, figures or tables with their pages. */
const CONTENTS = /^\s*(?:TOC|TOA)\b/;

/**
 * The paragraphs of contents lists, as the fields that make them mark their beginning and end. A field without an end
 * is none: it would take all that follows.
 */
export function contentsFields(elements: readonly Element[]): Set<Element> {
  const found = new Set<Element>();
  const paragraphs: Element[] = [];
  const open: { readonly from: number; isContents: boolean }[] = [];
  for (const element of elements) {
    const last = open.at(-1);
    if (element.name === 'w:p') paragraphs.push(element);
    else if (element.name === 'w:instrText' && last) last.isContents ||= CONTENTS.test(textIn(element.children));
    else if (isFieldMark(element, 'begin')) open.push({ from: paragraphs.length - 1, isContents: false });
    else if (isFieldMark(element, 'end') && open.pop()?.isContents && !open.some(({ isContents }) => isContents))
      for (const one of paragraphs.slice(Math.max(0, last?.from ?? 0))) found.add(one);
  }
  return found;
}

const isFieldMark = ({ name, attribs }: Element, type: string): boolean =>
  name === 'w:fldChar' && attribs['w:fldCharType'] === type;
