import { parseDocument } from 'htmlparser2';
import { endsSentence } from '../blocks/sentences.ts';
import { NOTES_TITLE } from '../words/english.ts';
import { descendants, type Element, elementsIn, type Node } from './tree.ts';

/** Puts a heading above the notes that stand at a document's end, which keeps them from its last chapter. */
export function headNotes(roots: Node[]): void {
  for (const list of [...descendants(roots)]) {
    if (!isNoteList(list) || headingBefore(list)) continue;
    const [heading] = parseDocument(`<h1>${NOTES_TITLE}</h1>`).children;
    const siblings = (list.parent?.children ?? roots) as Node[];
    if (!heading) continue;
    heading.parent = list.parent;
    siblings.splice(siblings.indexOf(list), 0, heading);
  }
}

/** A list of notes as Word files and Markdown come to be: each item says which note it is. */
export function isNoteList({ name, children }: Element): boolean {
  const items = elementsIn(children).filter((child) => child.name === 'li');
  return (
    name === 'ol' &&
    items.length > 0 &&
    items.every(({ attribs }) => /^(?:(?:foot|end)note-?|fn)\d+$/.test(attribs.id ?? ''))
  );
}

function headingBefore(list: Element): boolean {
  const siblings = elementsIn((list.parent?.children ?? []) as Node[]);
  const before = siblings[siblings.indexOf(list) - 1];
  return before !== undefined && /^h[1-6]$/.test(before.name);
}

/** Whether a note says something itself: a sentence that is mostly words in small letters, without a page or an address. */
export function isRemark(text: string): boolean {
  if (!endsSentence(text) || /\b(?:pp?|vol|ed|ibid|doi|isbn)\b|:\/\/|\d[-–]\d/i.test(text)) return false;
  const words = text.match(/\p{L}[\p{L}\p{M}’'-]*/gu) ?? [];
  const small = words.filter((word) => !/^\p{Lu}/u.test(word)).length;
  return small >= MIN_REMARK && small >= words.length * 0.6;
}

/** A remark has at least so many words in small letters. */
const MIN_REMARK = 5;
