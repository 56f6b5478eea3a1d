import type { Omission, OmissionReason } from '../blocks/types.ts';
import { ommlToText } from '../formulas/omml.ts';
import { writeMark } from '../pages/numbers.ts';
import { descendants, type Element, elementsIn, isElement, type Node, remove, visit } from '../pages/tree.ts';
import { CONTENTS_TITLE } from '../words/parts.ts';
import { type Related, showDrawings } from './drawings.ts';
import { contentsFields } from './fields.ts';
import { type Numbering, type Numbers, numbersOf } from './numbering.ts';
import { wordText } from './text.ts';
import { childOf, isOn, parseXml, propertyOf, replaceWith, runXml } from './xml.ts';

/** The style that the document's reader takes for code. */
export const CODE_STYLE = 'FootnoteCode';

const MONOSPACED = /courier|consolas|mono\b|menlo|monaco|source code|lucida console|fira code|inconsolata/i;
const CODE = /^(?:code|source ?code|preformatted|html ?preformatted|listing|verbatim|plain ?text)/i;

/** An element that the document's reader knows as one that only stands around text. */
const WRAPPER = 'w:smartTag';
/** Elements that it does not know, by those that say the same to it. */
const RENAMED: Readonly<Record<string, string>> = {
  'm:oMathPara': WRAPPER,
  'w:bdo': WRAPPER,
  'w:dir': WRAPPER,
  'w:fldSimple': WRAPPER,
  'w:ruby': WRAPPER,
  'w:rubyBase': WRAPPER,
  'w:cr': 'w:br',
  'w:ptab': 'w:tab',
};
/**
 * What it would look up in vain. Of a box to be ticked it would make a control, and lose whether it is ticked: the sign
 * that is shown says so.
 */
const IDLE: ReadonlySet<string> = new Set(['w14:checkbox', 'a:blip', 'v:imagedata']);
const DESCRIPTION = /^w:tbl(?:Caption|Description)$/;

export interface Prepared {
  readonly roots: Node[];
  readonly omitted: readonly Omission[];
}

/**
 * A document's text as its reader needs it: formulas as text, numbers written out, code marked as such, drawings where
 * they stand; without hidden runs and the table of contents. `cited` are the notes that the text points to, where it
 * is a part with notes.
 */
export function prepareDocument(
  xml: string,
  numbering: Numbering,
  related: Related,
  cited?: ReadonlySet<string>,
): Prepared {
  const roots = parseXml(xml);
  const omitted: Omission[] = [];
  const numbers = numbersOf(numbering);
  omitted.push(...showDrawings(roots, related));
  const listed = contentsFields([...descendants(roots)]);
  visit(roots, (element) => {
    const reason = reasonOf(element, listed, cited);
    if (reason !== undefined) {
      omitted.push({ reason, text: wordText([element]) });
      remove(element, roots);
      return false;
    }
    omitted.push(...besideText(element, related));
    if (element.name === 'w:p') prepareParagraph(element, numbers);
    return adapt(element, roots, related);
  });
  return { roots, omitted };
}

/** What an element says that is no text of the document. */
function besideText(element: Element, related: Related): Omission[] {
  const { name, attribs } = element;
  if (name === 'w:altChunk') return [{ reason: 'files', text: related(attribs['r:id'] ?? '')?.path ?? '' }];
  if (DESCRIPTION.test(name)) return [{ reason: 'pictures', text: attribs['w:val'] ?? '' }];
  if (!isCovered(element)) return [];
  const omitted = { reason: 'hidden', text: wordText(element.children) } as const;
  element.children = element.children.filter((child) => isElement(child) && child.name === 'w:tcPr');
  return [omitted];
}

/** Makes an element one that the document's reader knows; returns whether what is inside it is still to be looked at. */
function adapt(element: Element, roots: Node[], related: Related): boolean {
  const { name } = element;
  if (name === 'm:oMath') {
    replaceWith(element, runXml(`${ommlToText(element)}${elementsAfter(element)[0]?.name === name ? ' ' : ''}`));
    return false;
  }
  if (IDLE.has(name)) remove(element, roots);
  else element.name = isDangling(element, related) ? WRAPPER : (RENAMED[name] ?? name);
  return true;
}

/** The notes that a text points to, as their kind and number. */
export const citedNotes = (roots: readonly Node[]): Set<string> =>
  new Set(
    [...descendants(roots)].flatMap(({ name, attribs }) =>
      /^w:(?:foot|end)noteReference$/.test(name) ? [`${name.slice(2, -9)} ${attribs['w:id']}`] : [],
    ),
  );

function reasonOf(
  element: Element,
  listed: ReadonlySet<Element>,
  cited: ReadonlySet<string> | undefined,
): OmissionReason | undefined {
  if (isHidden(element) || isUncited(element, cited)) return 'hidden';
  if (listed.has(element) || isContents(element)) return 'contents';
  // How signs are read aloud, which stands above them.
  return element.name === 'w:rt' ? 'repeated' : undefined;
}

/** Text that is not shown, was deleted or moved away, or only asks for text. */
function isHidden(element: Element): boolean {
  const { name } = element;
  if (name === 'w:r') return isOn(childOf(element, 'w:rPr'), 'w:vanish');
  if (name === 'w:del' || name === 'w:moveFrom') return elementsIn(element.children).length > 0;
  if (name === 'w:tr') return childOf(childOf(element, 'w:trPr') ?? element, 'w:del') !== undefined;
  return name === 'w:sdt' && isOn(childOf(element, 'w:sdtPr'), 'w:showingPlcHdr');
}

const isUncited = ({ name, attribs }: Element, cited: ReadonlySet<string> | undefined): boolean =>
  cited !== undefined && /^w:(?:foot|end)note$/.test(name) && !cited.has(`${name.slice(2)} ${attribs['w:id']}`);

/** A cell that shows nothing of its own, but goes on from the row above. */
function isCovered(cell: Element): boolean {
  const merge = cell.name === 'w:tc' ? childOf(childOf(cell, 'w:tcPr') ?? cell, 'w:vMerge') : undefined;
  if (!merge || merge.attribs['w:val'] === 'restart') return false;
  const rows = elementsIn((cell.parent?.parent?.children ?? []) as Node[]).filter(({ name }) => name === 'w:tr');
  return rows[0] !== cell.parent;
}

/** A link whose target the document does not tell. */
const isDangling = ({ name, attribs }: Element, related: Related): boolean =>
  name === 'w:hyperlink' && attribs['r:id'] !== undefined && related(attribs['r:id']) === undefined;

/** A list of contents: the field that Word makes, its lines by their style, and the line above them. */
function isContents(element: Element): boolean {
  if (element.name === 'w:sdt') {
    const part = [...descendants(element.children)].find(({ name }) => name === 'w:docPartGallery');
    return /^table of contents$/i.test(part?.attribs['w:val'] ?? '');
  }
  if (element.name !== 'w:p') return false;
  if (/^(?:toc\d|tocheading|contents\d)$/i.test(styleOf(element))) return true;
  const next = elementsAfter(element)[0];
  return (
    next?.name === 'w:p' &&
    /^(?:toc|contents)\d$/i.test(styleOf(next)) &&
    CONTENTS_TITLE.test(wordText([element]).trim())
  );
}

function elementsAfter(element: Element): Element[] {
  const siblings = elementsIn((element.parent?.children ?? []) as Node[]);
  return siblings.slice(siblings.indexOf(element) + 1);
}

const styleOf = (paragraph: Element): string => propertyOf(childOf(paragraph, 'w:pPr'), 'w:pStyle') ?? '';

function prepareParagraph(paragraph: Element, numbers: Numbers): void {
  const number = numbers(paragraph);
  if (number !== undefined && !/^title/i.test(styleOf(paragraph)) && wordText([paragraph]).trim() !== '')
    insertRun(paragraph, /^heading/i.test(styleOf(paragraph)) ? `${number} ` : writeMark(number));
  if (CODE.test(styleOf(paragraph)) || isMonospaced(paragraph)) setStyle(paragraph, CODE_STYLE);
}

function insertRun(paragraph: Element, text: string): void {
  const [run] = parseXml(runXml(text));
  if (!run) return;
  run.parent = paragraph;
  paragraph.children.splice(childOf(paragraph, 'w:pPr') ? 1 : 0, 0, run);
}

/** Whether every run with text is set in a typewriter's face. */
function isMonospaced(paragraph: Element): boolean {
  const runs = elementsIn(paragraph.children).filter((run) => run.name === 'w:r' && childOf(run, 'w:t'));
  return (
    runs.length > 0 &&
    runs.every((run) => {
      const properties = childOf(run, 'w:rPr');
      return MONOSPACED.test((properties && childOf(properties, 'w:rFonts')?.attribs['w:ascii']) ?? '');
    })
  );
}

function setStyle(paragraph: Element, style: string): void {
  const properties = childOf(paragraph, 'w:pPr');
  if (properties) remove(properties, []);
  const [node] = parseXml(`<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`);
  if (!node) return;
  node.parent = paragraph;
  paragraph.children.unshift(node);
}
