import type { Omission, OmissionReason } from '../blocks/types.ts';
import { ommlToText } from '../formulas/omml.ts';
import { writeMark } from '../pages/numbers.ts';
import { descendants, type Element, elementsIn, type Node, remove, textIn } from '../pages/tree.ts';
import { CONTENTS_TITLE } from '../words/english.ts';
import { contentsFields } from './fields.ts';
import { type Numbers, numbersOf } from './numbering.ts';
import { showTextBoxes } from './text-boxes.ts';
import { childOf, escapeXml, isOn, parseXml, propertyOf, replaceWith, xmlOf } from './xml.ts';

/** The style that the document's reader takes for code. */
export const CODE_STYLE = 'FootnoteCode';

const MONOSPACED = /courier|consolas|mono\b|menlo|monaco|source code|lucida console|fira code|inconsolata/i;
const CODE = /^(?:code|source ?code|preformatted|html ?preformatted|listing|verbatim|plain ?text)/i;

/** Elements that stand around text, and that the document's reader does not know. */
const WRAPPERS: ReadonlySet<string> = new Set(['m:oMathPara', 'w:bdo', 'w:dir', 'w:fldSimple']);

export interface Prepared {
  readonly xml: string;
  readonly omitted: readonly Omission[];
}

/**
 * A document's text as its reader needs it: formulas as text, numbers written out, code marked as such; without hidden
 * runs and the table of contents.
 */
export function prepareDocument(xml: string, numbering: string | undefined): Prepared {
  const roots = parseXml(xml);
  const omitted: Omission[] = [];
  const take = (reason: OmissionReason, element: Element) => {
    omitted.push({ reason, text: wordText(element) });
    remove(element, roots);
  };
  const numbers = numbersOf(numbering);
  showTextBoxes([...descendants(roots)]);
  const elements = [...descendants(roots)];
  const listed = contentsFields(elements);
  for (const element of elements) {
    if (element.name === 'm:oMath') replaceWith(element, runOf(ommlToText(element)));
    else if (isHidden(element)) take('hidden', element);
    else if (listed.has(element) || isContents(element)) take('contents', element);
    else if (element.name === 'w:p') prepareParagraph(element, numbers);
    else if (WRAPPERS.has(element.name)) element.name = 'w:smartTag';
    // Its reader would make a control of it, and lose whether it is ticked: the sign that is shown says so.
    else if (element.name === 'w14:checkbox') remove(element, roots);
  }
  return { xml: xmlOf(roots), omitted };
}

/** Text that is not shown, was deleted, or only asks for text. */
function isHidden(element: Element): boolean {
  const { name } = element;
  if (name === 'w:r') return isOn(childOf(element, 'w:rPr'), 'w:vanish');
  if (name === 'w:del') return elementsIn(element.children).length > 0;
  return name === 'w:sdt' && isOn(childOf(element, 'w:sdtPr'), 'w:showingPlcHdr');
}

const runOf = (text: string): string => `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

function wordText(element: Element): string {
  const texts = [...descendants([element])].filter(({ name }) => name === 'w:t' || name === 'w:delText');
  return texts.map(({ children }) => textIn(children)).join('');
}

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
    next?.name === 'w:p' && /^(?:toc|contents)\d$/i.test(styleOf(next)) && CONTENTS_TITLE.test(wordText(element).trim())
  );
}

function elementsAfter(element: Element): Element[] {
  const siblings = elementsIn((element.parent?.children ?? []) as Node[]);
  return siblings.slice(siblings.indexOf(element) + 1);
}

const styleOf = (paragraph: Element): string => propertyOf(childOf(paragraph, 'w:pPr'), 'w:pStyle') ?? '';

function prepareParagraph(paragraph: Element, numbers: Numbers): void {
  const number = numbers(paragraph);
  if (number !== undefined && !/^(?:heading|title)/i.test(styleOf(paragraph))) insertRun(paragraph, writeMark(number));
  if (CODE.test(styleOf(paragraph)) || isMonospaced(paragraph)) setStyle(paragraph, CODE_STYLE);
}

function insertRun(paragraph: Element, text: string): void {
  const [run] = parseXml(runOf(text));
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
